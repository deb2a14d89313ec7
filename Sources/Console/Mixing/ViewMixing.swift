import GroupMixer
import Mixing
import SessionEngine
import Terminal

extension ConsoleState {
  func drawMixing(_ view: MixView, _ canvas: inout Canvas, _ layout: Layout) {
    drawNotice(&canvas, y: layout.lineY)
    drawMixTitle(view, &canvas, layout.bodyTop)
    let top = layout.bodyTop + (layout.isRoomy ? 2 : 1)
    let height = max(1, layout.bodyBottom(hasHint: false) - top)
    let rows = lines(of: MixPage(view, session))
    let first = min(view.scroll, max(0, rows.count - height))
    for (index, row) in rows.dropFirst(first).prefix(height).enumerated() {
      draw(row, &canvas, y: top + index)
    }
    let arrows =
      (first > 0 ? glyph(.up) : "") + (first + height < rows.count ? glyph(.down) : "")
    canvas.putRight(arrows, endX: size.width - 1, y: top, Style(.dim))
  }

  /// Shows what is below or above, a few rows at a time.
  mutating func scrollMix(_ by: Int) {
    guard let view = mixing else { return }
    let layout = Layout(size: size)
    let top = layout.bodyTop + (layout.isRoomy ? 2 : 1)
    let height = max(1, layout.bodyBottom(hasHint: false) - top)
    let most = max(0, lines(of: MixPage(view, session)).count - height)
    guard most > 0 else {
      notice = .good("everything is in view")
      return
    }
    let step = max(1, height / 3)
    let now = min(view.scroll, most)
    mixing?.scroll = max(0, min(most, now + by * step))
    if mixing?.scroll == now { notice = .good(by > 0 ? "this is the end" : "this is the top") }
  }

  /// Shows the next of the tables, or of the rounds, and scrolls to where it stands.
  mutating func turnMix(_ by: Int) {
    guard let before = mixing else { return }
    mixing?.turn(by)
    guard let view = mixing else { return }
    if (view.picture, view.round) == (before.picture, before.round) {
      notice = .good("there is no other table")
    }
    let layout = Layout(size: size)
    let height = max(1, layout.bodyBottom(hasHint: false) - layout.bodyTop - 1)
    let lines = lines(of: MixPage(view, session))
    let isTable = lines.map { if case .cells = $0 { true } else { false } }
    guard let head = isTable.firstIndex(of: true) else { return }
    let end = isTable[head...].firstIndex(of: false) ?? lines.count
    // From the top of the page, unless the table begins or ends too far down for that.
    mixing?.scroll = end <= height ? 0 : max(0, min(head - 1, lines.count - height))
  }

  private func drawMixTitle(_ view: MixView, _ canvas: inout Canvas, _ y: Int) {
    let people = view.order.people.count
    let groups = view.order.groups.count
    let toCome = view.roundsToCome
    let rounds =
      view.basis.begun == 0
      ? count(view.basis.rounds, "round")
      : toCome.count == 1
        ? "round \(toCome.upperBound)" : "rounds \(toCome.lowerBound) to \(toCome.upperBound)"
    let method =
      switch view.basis.rotation {
      case .fixed:
        "groups keep their priority" + (view.basis.begun == 0 ? "" : ", " + rounds)
      case .carousel: "carousel, " + rounds
      case .cafe: "café, " + rounds
      }
    let doing =
      view.refusal != nil
      ? "cannot be mixed"
      : view.isFinished ? "done" : view.isResting ? "resting" : "looking for better"
    var title =
      "Mix " + (people == 1 ? "1 person" : "\(people) people") + " into "
      + "\(count(groups, "group")) \(glyph(.dot)) \(method)"
    if case .once(let mix) = view.answer,
      case let count = MixAccount(view.order, mix).pictures.count,
      count > 1
    {
      title += " \(glyph(.dot)) column \(view.picture % count + 1) of \(count)"
    }
    let x = canvas.putRight(doing, endX: size.width - 1, y: y, Style(.dim))
    canvas.put(title, x: 1, y: y, Style(.heading, bold: true), maxWidth: max(0, x - 3))
  }

  private func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// A row as it is drawn.
  private enum Line {
    case text(String, indent: Int, Style)
    case cells([String], MixPage.CellsKind, Columns)
  }

  /// How wide the columns of a picture are, and how many have room.
  private struct Columns {
    let first: Int
    let width: Int
    let count: Int
  }

  /// The rows of a page, wrapped to the screen.
  private func lines(of page: MixPage) -> [Line] {
    let columns = columns(of: page)
    var table = 0
    let verdict = Style(mixing?.isFinished == true ? .good : .accent, bold: true)
    return page.rows.flatMap { row -> [Line] in
      func wrap(_ text: String, _ indent: Int, _ style: Style) -> [Line] {
        // Room for the arrows at the end.
        wrapped(text, to: size.width - 4 - indent, most: 40).enumerated().map {
          .text($1, indent: indent + ($0 == 0 ? 0 : 2), style)
        }
      }
      switch row {
      case .verdict(let text): return wrap(text, 1, verdict)
      case .trouble(let text): return wrap(text, 1, Style(.error, bold: true))
      case .warning(let text): return wrap(text, 1, Style(.warning, bold: true))
      case .heading(let text): return wrap(text, 1, Style(.heading, bold: true))
      case .legend(let text): return wrap(text, 1, Style(.dim))
      case .text(let text): return wrap(text, 1, .text)
      case .cells(let cells, let kind):
        if case .head = kind { table += 1 }
        return [.cells(cells, kind, columns[max(0, table - 1)])]
      case .blank: return [.text("", indent: 0, .text)]
      }
    }
  }

  /// The columns of each table of a page.
  private func columns(of page: MixPage) -> [Columns] {
    var tables: [[[String]]] = []
    for case .cells(let cells, let kind) in page.rows {
      if case .head = kind { tables.append([]) }
      tables[max(0, tables.count - 1)].append(cells)
    }
    return tables.map(columns(of:))
  }

  private func columns(of rows: [[String]]) -> Columns {
    let first = min(24, max(6, rows.map { TextWidth.columns($0[0]) }.max() ?? 6))
    let room = max(7, size.width - 5 - first)
    let values = max(1, (rows.first?.count ?? 1) - 1)
    let width = max(7, min(16, room / values))
    // The last column says how many more there are.
    let count = values * width <= room ? values : max(1, (room - 8) / width)
    return Columns(first: first, width: width, count: min(values, count))
  }

  private func draw(_ line: Line, _ canvas: inout Canvas, y: Int) {
    switch line {
    case .text(let text, let indent, let style): canvas.put(text, x: indent, y: y, style)
    case .cells(let cells, let kind, let columns):
      let (style, ideal, isHead): (Style, [Bool]?, Bool) =
        switch kind {
        case .head: (Style(.heading), nil, true)
        case .ideal: (Style(.dim), nil, false)
        case .words: (.text, nil, false)
        case .counts(let isIdeal): (.text, isIdeal, false)
        }
      canvas.put(cells[0], x: 1, y: y, style, maxWidth: columns.first)
      for column in 0..<columns.count where cells.indices.contains(column + 1) {
        let endX = 1 + columns.first + 2 + (column + 1) * columns.width - 1
        let isOff = ideal.map { $0.indices.contains(column) && !$0[column] } ?? false
        let text = TextWidth.truncated(
          TextWidth.sanitised(cells[column + 1]), to: columns.width - 1)
        canvas.putRight(text, endX: endX, y: y, isOff ? Style(.warning, bold: true) : style)
        if isOff { canvas.put("*", x: endX, y: y, Style(.warning)) }
      }
      let more = cells.count - 1 - columns.count
      guard isHead, more > 0 else { return }
      canvas.put(
        "+\(more) more", x: 1 + columns.first + 2 + columns.count * columns.width + 1, y: y,
        Style(.dim))
    }
  }
}
