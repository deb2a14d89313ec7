import CNcurses

/// How ncurses draws a style.
struct Ink {
  var attributes: Int32
  var pair: Int32
}

/// Two colours as ncurses numbers them.
struct ColourPair: Hashable {
  var foreground: Int
  var background: Int
}

extension TerminalDriver {
  /// Shows a canvas: sends what differs from the last one shown, in one refresh.
  ///
  /// Cells beyond the terminal's size are left out.
  public func show(_ canvas: Canvas) {
    guard isOpen else { return }
    let before = shown?.size == canvas.size && !needsClearing ? shown : nil
    if before == nil { cn_erase(needsClearing) }
    let limit = size
    let width = min(canvas.size.width, limit.width)
    let height = min(canvas.size.height, limit.height)
    canvas.withCells { cells in
      if let before {
        before.withCells { old in
          for y in 0..<height {
            let row = y * canvas.size.width
            for x in 0..<width where cells[row + x] != old[row + x] {
              send(cells, at: row + x, x: x, y: y, width: width)
            }
          }
        }
      } else {
        for y in 0..<height {
          let row = y * canvas.size.width
          for x in 0..<width where cells[row + x] != .blank || hasPaper {
            send(cells, at: row + x, x: x, y: y, width: width)
          }
        }
      }
    }
    shown = canvas
    needsClearing = false
    if let cursor = canvas.cursor, cursor.x >= 0, cursor.x < limit.width, cursor.y >= 0,
      cursor.y < limit.height
    {
      cn_refresh(Int32(cursor.x), Int32(cursor.y))
    } else {
      cn_refresh(-1, -1)
    }
  }

  /// Whether ordinary blanks have to be drawn, because text has colours of its own.
  private var hasPaper: Bool {
    let ink = ink(.text)
    return ink.pair != 0 || ink.attributes != 0
  }

  private func send(
    _ cells: UnsafeBufferPointer<Cell>, at index: Int, x: Int, y: Int, width: Int
  ) {
    let cell = cells[index]
    // The second half of a wide cell is drawn with its first.
    if cell.cluster.isEmpty { return }
    let ink = ink(cell.style)
    let utf8 = cell.cluster.utf8
    if utf8.count == 1, let byte = utf8.first {
      var scalar = UInt32(byte)
      cn_put(Int32(x), Int32(y), &scalar, 1, ink.attributes, ink.pair)
      return
    }
    let isWide = x + 1 < width && cells[index + 1].cluster.isEmpty
    let scalars = sendable(cell.cluster, columns: isWide ? 2 : 1)
    cn_put(Int32(x), Int32(y), scalars, Int32(scalars.count), ink.attributes, ink.pair)
    if isWide, scalars.count == 1, scalars[0] < 0x7F {
      var blank = UInt32(0x20)
      cn_put(Int32(x + 1), Int32(y), &blank, 1, ink.attributes, ink.pair)
    }
  }

  /// The scalars that are sent for a unit: its own, or a replacement if the C library, and so ncurses,
  /// counts other columns or the charset has no such sign.
  private func sendable(_ unit: String, columns: Int32) -> [UInt32] {
    if !isUnicode { return Glyph.asciiFallback(unit).unicodeScalars.map(\.value) }
    // Whoever asks for ASCII has fonts without our signs and quotation marks; names go through as they are.
    if glyphs == .ascii, let plain = Glyph.asciiCounterpart(unit) {
      return plain.unicodeScalars.map(\.value)
    }
    let scalars = unit.unicodeScalars
    guard let base = scalars.first, libraryWidth(base) == columns else { return [0x3F] }
    return [base.value]
      + scalars.dropFirst().filter { libraryWidth($0) == 0 }.map(\.value)
  }

  /// Columns of a scalar as the C library, and so ncurses, counts them; −1 if it knows none.
  static func libraryColumns(_ scalar: Unicode.Scalar) -> Int { Int(cn_width(scalar.value)) }

  /// Takes the locale's charset from the environment; whether it is UTF-8.
  static func setLocale() -> Bool { cn_locale() == CN_UTF8 }

  private func libraryWidth(_ scalar: Unicode.Scalar) -> Int32 {
    if let known = libraryWidths[scalar] { return known }
    let width = Int32(Self.libraryColumns(scalar))
    libraryWidths[scalar] = width
    return width
  }

  /// How a style is drawn at this terminal's depth.
  private func ink(_ style: Style) -> Ink {
    if let known = inks[style] { return known }
    let look = palette.look(style.role)
    var attributes = depth == .mono ? look.mono : look.attributes
    if style.isBold { attributes.insert(.bold) }
    if style.isUnderlined { attributes.insert(.underline) }
    if style.isSelected { attributes.insert(.reverse) }
    var colours = ColourPair(
      foreground: look.foreground.number(at: depth), background: look.background.number(at: depth))
    if depth == .sixteen, cn_colours() < 16 {
      // Eight colours: the bright ones are bold, and behind text they are plain.
      if colours.foreground >= 8 {
        colours.foreground -= 8
        if colours.foreground == 0 { colours.foreground = -1 } else { attributes.insert(.bold) }
      }
      if colours.background >= 8 { colours.background -= 8 }
    }
    let ink = Ink(attributes: attributes.rawValue, pair: depth == .mono ? 0 : pair(colours))
    inks[style] = ink
    return ink
  }

  private func pair(_ colours: ColourPair) -> Int32 {
    if colours.foreground < 0, colours.background < 0 { return 0 }
    if let known = pairs[colours] { return known }
    let next = Int32(pairs.count + 1)
    guard next < min(256, cn_pairs()),
      cn_pair(next, Int32(colours.foreground), Int32(colours.background))
    else { return 0 }
    pairs[colours] = next
    return next
  }
}
