/// How a grapheme cluster is put into cells.
///
/// Terminals disagree about clusters of several scalars: some draw 👩‍🔬 in two columns, some in four.
/// What is *sent* must leave them nothing to disagree about, so a cluster is cut into units of one
/// base scalar with its combining marks, and what remains ambiguous is replaced, not guessed:
/// - an emoji sequence is drawn as its first emoji, without joiners, skin tones and selectors;
/// - a flag is drawn as its two letters;
/// - Hangul letters are composed into syllables;
/// - a mark without a base stands on a dotted circle; more than four marks are too many for a cell;
/// - control characters become pictures of themselves, a newline ⏎, a tab a space;
/// - what is invisible takes no cell; what has no width becomes U+FFFD.
///
/// Stored text never changes, only its drawing.
enum Placement {
  static let newline = "⏎"
  static let replacement = "\u{FFFD}"
  static let dottedCircle: Unicode.Scalar = "◌"
  /// A cell of ncurses holds five scalars.
  static let marksPerCell = 4

  /// Hands each unit of the cluster to `body` with its columns, which are 1 or 2.
  @inline(__always)
  static func units(of cluster: Character, _ body: (String, Int) -> Void) {
    let scalars = cluster.unicodeScalars
    let first = scalars[scalars.startIndex]
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      let value = first.value
      if (0x20..<0x7F).contains(value) || (0xA0..<0x300).contains(value) && value != 0xAD {
        return body(String(cluster), 1)
      }
    }
    var builder = Builder()
    builder.place(scalars)
    for unit in builder.units { body(unit.text, unit.columns) }
  }

  /// Columns of the cluster as it is drawn.
  static func columns(_ cluster: Character) -> Int {
    var sum = 0
    units(of: cluster) { sum += $1 }
    return sum
  }

  /// What stands for a scalar that must not be drawn as it is; "" if it is invisible, nil if it may.
  static func substitute(_ scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    switch value {
    case 0x20..<0x7F: return nil
    case 0x09: return " "
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return newline
    case 0..<0x20: return Unicode.Scalar(0x2400 + value).map(String.init) ?? replacement
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0: return replacement
    case 0xAD: return ""
    case ..<0x300: return nil
    // Joiners mean something inside a cluster; alone they are dropped elsewhere.
    case 0x200C, 0x200D: return nil
    // Letters and fillers that show nothing.
    case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0: return ""
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .format: return WidthTable.isVisibleFormat(value) ? nil : ""
    case .control, .surrogate, .unassigned: return replacement
    default: return nil
    }
  }

  /// The units of one cluster while they are found.
  fileprivate struct Builder {
    var units: [(text: String, columns: Int)] = []
    private var marks = 0
    private var joined = false

    mutating func place(_ scalars: Character.UnicodeScalarView) {
      if scalars.first == "\r", scalars.count == 2 { return units.append((newline, 1)) }
      var index = scalars.startIndex
      while index < scalars.endIndex {
        index = scalars.index(after: index, placing: &self)
      }
    }

    mutating func place(_ scalar: Unicode.Scalar) {
      let value = scalar.value
      switch value {
      case 0x1F1E6...0x1F1FF:
        let letter = Unicode.Scalar(value - 0x1F1E6 + 0x41).map(String.init)
        return start(letter ?? replacement, 1)
      case 0x1F3FB...0x1F3FF:
        if units.isEmpty { start(replacement, 1) }
        return
      case 0x200D:
        joined = true
        return
      case 0x200C, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x20E3: return
      default: break
      }
      if let text = substitute(scalar) {
        if !text.isEmpty { start(text, 1) }
        return
      }
      guard let columns = WidthTable.columns(scalar) else { return start(replacement, 1) }
      if columns == 0 { return mark(scalar) }
      // The rest of an emoji sequence goes with its first emoji.
      if joined, !units.isEmpty, scalar.properties.isEmoji { return }
      start(String(scalar), columns)
    }

    private mutating func start(_ text: String, _ columns: Int) {
      units.append((text, columns))
      marks = 0
      joined = false
    }

    private mutating func mark(_ scalar: Unicode.Scalar) {
      if units.isEmpty { start(String(dottedCircle), 1) }
      guard marks < marksPerCell else { return }
      marks += 1
      units[units.count - 1].text.unicodeScalars.append(scalar)
    }
  }
}

extension Character.UnicodeScalarView {
  /// Places the scalar at `index`, or the Hangul syllable that starts there, and answers what follows.
  fileprivate func index(after index: Index, placing builder: inout Placement.Builder) -> Index {
    let next = self.index(after: index)
    let initial = self[index].value
    guard (0x1100...0x1112).contains(initial), next < endIndex,
      (0x1161...0x1175).contains(self[next].value)
    else {
      builder.place(self[index])
      return next
    }
    var syllable = 0xAC00 + ((initial - 0x1100) * 21 + self[next].value - 0x1161) * 28
    var after = self.index(after: next)
    if after < endIndex, (0x11A8...0x11C2).contains(self[after].value) {
      syllable += self[after].value - 0x11A7
      after = self.index(after: after)
    }
    if let scalar = Unicode.Scalar(syllable) { builder.place(scalar) }
    return after
  }
}
