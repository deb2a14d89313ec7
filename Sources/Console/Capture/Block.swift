import SessionEngine
import Terminal

/// A contribution as it is drawn in a list: wrapped words, and at the right what was marked on it.
struct Block {
  var id: ContributionID
  var number: String
  var lines: [String]
  var marks: BlockMarks
  var isChosen: Bool
  /// Whether it is chosen in a list to which the arrows do not go just now.
  var isNoted = false
  /// Where the marks have no column of their own, the row they share with the words, if there is room.
  var marksRow: Int?
  var rows: Int
}

/// What was marked on a contribution, in few words.
struct BlockMarks: Equatable {
  /// Whether somebody is noted as the speaker; never who: lists end up on a projector.
  var isSpoken = false
  var isHighlighted = false
  var themes = ""
  var lens = ""
  /// How many times it was said, where several contributions were merged into it.
  var voices = 1

  var isEmpty: Bool { voices == 1 && !isSpoken && !isHighlighted && themes.isEmpty && lens.isEmpty }
}

/// How a list of contributions shares its columns.
struct BlockColumns {
  var area: Rect
  var numberWidth: Int
  var textWidth: Int
  var themeWidth: Int
  var lensWidth: Int
  /// Whether the marks stand in columns, or else at the end of the words.
  var isTabular: Bool
  /// Blank rows after each contribution.
  var gap: Int

  var textX: Int { area.x + 2 + numberWidth }
  var themeX: Int { area.maxX - lensWidth - 1 - themeWidth }
}

extension ConsoleState {
  func columns(in area: Rect) -> BlockColumns {
    let spoken = session.contributions.all.last?.number.spoken.utf8.count ?? 0
    let numberWidth = min(9, max(3, spoken) + 2)
    let themeWidth = min(15, (themeWords.values.map { TextWidth.columns($0) }.max() ?? 0) + 3)
    let lensWidth = min(
      12, session.plan.lenses.map { TextWidth.columns(lensWord($0.id)) }.max() ?? 0)
    let beside = 2 + numberWidth
    // Of these two what was said several times takes some: whether anything was must not move the rest.
    let between = 4 + 4
    let marks = between + themeWidth + 1 + lensWidth
    // Words need a measure that can be read; beside fewer columns the marks go below them.
    let isTabular = area.width - beside - marks >= 42
    return BlockColumns(
      area: area, numberWidth: numberWidth,
      textWidth: max(12, min(100, area.width - beside - (isTabular ? marks : 1))),
      themeWidth: themeWidth, lensWidth: lensWidth, isTabular: isTabular,
      gap: Layout(size: size).isSpacious ? 1 : 0)
  }

  func block(_ contribution: Contribution, _ columns: BlockColumns, isChosen: Bool) -> Block {
    let marks = marks(of: contribution, isTabular: columns.isTabular)
    let lines = wrapped(contribution.words, to: columns.textWidth, most: isChosen ? 12 : 4)
    var rows = lines.count
    var marksRow: Int?
    if !columns.isTabular, !marks.isEmpty {
      let room = columns.textWidth - TextWidth.columns(lines.last ?? "")
      if room < TextWidth.columns(flowing(marks)) + 2 { rows += 1 }
      marksRow = rows - 1
    }
    return Block(
      id: contribution.id, number: contribution.number.spoken, lines: lines, marks: marks,
      isChosen: isChosen, marksRow: marksRow, rows: rows)
  }

  func draw(_ block: Block, on canvas: inout Canvas, _ columns: BlockColumns, y top: Int) {
    let area = columns.area
    let style = block.isChosen ? Style(.selected, selected: true) : Style.text
    let role = { (role: Role) in block.isChosen ? style : Style(role) }
    if block.isChosen {
      canvas.fill(
        Rect(x: area.x, y: top, width: area.width, height: min(block.rows, area.maxY - top)), style)
      canvas.put(glyph(.marker), x: area.x, y: top, style)
    }
    if block.isNoted { canvas.put(glyph(.marker), x: area.x, y: top, Style(.dim)) }
    if trials.marked.contains(block.id) {
      canvas.put(glyph(.check), x: area.x + 1, y: top, role(.accent))
    }
    canvas.put(
      block.number, x: area.x + 2, y: top, role(.dim), maxWidth: columns.numberWidth - 1)
    for (row, line) in block.lines.enumerated() where top + row < area.maxY {
      canvas.put(line, x: columns.textX, y: top + row, style, maxWidth: columns.textWidth)
      emphasiseMatch(&canvas, in: line, x: columns.textX, y: top + row)
    }
    let marks = block.marks
    if columns.isTabular {
      if marks.voices > 1 {
        canvas.putRight(said(marks.voices), endX: columns.themeX - 5, y: top, role(.dim))
      }
      if marks.isSpoken { canvas.put("@", x: columns.themeX - 4, y: top, role(.speaker)) }
      if marks.isHighlighted {
        canvas.put(glyph(.star), x: columns.themeX - 2, y: top, role(.highlight))
      }
      canvas.put(
        marks.themes, x: columns.themeX, y: top, role(.tag), maxWidth: columns.themeWidth)
      canvas.put(
        marks.lens, x: area.maxX - columns.lensWidth, y: top, role(.lens),
        maxWidth: columns.lensWidth)
    } else if let row = block.marksRow, top + row < area.maxY {
      var x = columns.textX + columns.textWidth - TextWidth.columns(flowing(marks))
      for (text, markRole) in parts(marks) {
        x += canvas.put(text, x: x, y: top + row, role(markRole)) + 1
      }
    }
  }

  private func flowing(_ marks: BlockMarks) -> String {
    parts(marks).map(\.0).joined(separator: " ")
  }

  private func parts(_ marks: BlockMarks) -> [(String, Role)] {
    var parts: [(String, Role)] = []
    if marks.voices > 1 { parts.append((said(marks.voices), .dim)) }
    if marks.isSpoken { parts.append(("@", .speaker)) }
    if marks.isHighlighted { parts.append((glyph(.star), .highlight)) }
    if !marks.themes.isEmpty { parts.append((marks.themes, .tag)) }
    if !marks.themes.isEmpty, !marks.lens.isEmpty { parts.append((glyph(.dot), .dim)) }
    if !marks.lens.isEmpty { parts.append((marks.lens, .lens)) }
    return parts
  }

  private func marks(of contribution: Contribution, isTabular: Bool) -> BlockMarks {
    let words = contribution.themes.compactMap { themeWords[$0] }
    var themes = words.prefix(isTabular ? 1 : 2).joined(separator: ", ")
    let rest = words.count - (isTabular ? 1 : 2)
    if rest > 0 { themes += " +\(rest)" }
    return BlockMarks(
      isSpoken: contribution.speaker != nil, isHighlighted: contribution.isHighlighted,
      themes: themes, lens: lensWord(contribution.lens), voices: voices(of: contribution))
  }

  private func voices(of contribution: Contribution) -> Int {
    session.lineage.merged(into: contribution.id).isEmpty
      ? 1 : session.family(of: contribution.id)?.count ?? 1
  }

  private func said(_ times: Int) -> String { glyph(.times) + "\(times)" }

  /// At most so many lines of a text; however long the text, only its start is looked at.
  func wrapped(_ text: String, to width: Int, most: Int) -> [String] {
    let start = text.prefix(width * (most + 1))
    var lines = TextWidth.wrapped(String(start), to: width)
    if lines.count > most || start.endIndex != text.endIndex {
      lines = Array(lines.prefix(most))
      lines.append(cutShort(lines.popLast() ?? "", to: width))
    }
    return lines.isEmpty ? [""] : lines
  }

  /// A line that goes on where it cannot be seen.
  func cutShort(_ line: String, to width: Int) -> String {
    TextWidth.columns(line) <= width - 2
      ? line + " " + glyph(.ellipsis)
      : TextWidth.truncated(line, to: width - 1, ellipsis: "") + glyph(.ellipsis)
  }

  /// Everything that is known of a contribution, in one line under the list.
  func detail(_ contribution: Contribution) -> String {
    var parts = [contribution.number.spoken]
    if let series = contribution.number.seriesAccount { parts.append(series) }
    if screen != .capture {
      parts.append(session.group(contribution.group)?.name ?? "")
      parts.append(session.priority(contribution.priority)?.title ?? "")
    }
    if contribution.lens != Lens.unknown.id { parts.append(session.lens(contribution.lens).title) }
    parts += contribution.themes.compactMap { session.theme($0)?.title }
    parts.append(
      String(CivilTime(contribution.at, offsetSeconds: utcOffset).clockText.prefix(5)))
    if !contribution.earlierWords.isEmpty { parts.append("reworded") }
    parts.insert(contentsOf: lineage(of: contribution), at: 1)
    return parts.filter { !$0.isEmpty }.joined(separator: " \(glyph(.dot)) ")
  }
}

extension ContributionNumber {
  /// What the letter before a number means, for whoever meets `#y1`; `nil` where there is none.
  var seriesAccount: String? {
    series.isEmpty ? nil : "numbered in copy \(series) of the folder"
  }
}
