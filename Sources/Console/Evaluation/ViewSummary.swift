import Reports
import SessionEngine
import Terminal

/// A line of what the room said.
struct SummaryLine: Sendable {
  var indent = 0
  var text: String
  var style: Style = .text
  /// What stands at the right end.
  var end = ""
  /// A bar in front of the text: how many cells of each of the five points.
  var bar: [Int] = []
}

extension ConsoleState {
  /// How many lines of the summary are in view.
  var summaryRows: Int {
    let layout = Layout(size: size)
    return max(1, layout.bodyBottom(hasHint: false) - layout.bodyTop - 1)
  }

  func drawSummary(_ canvas: inout Canvas, _ layout: Layout) {
    drawNotice(&canvas, y: layout.lineY, otherwise: summaryLegend)
    let lines = summaryPage
    let first = min(evaluation.scroll, max(0, lines.count - summaryRows))
    let y = layout.bodyTop
    let hasMore = first + summaryRows < lines.count
    let arrows = (first > 0 ? glyph(.up) : "") + (hasMore ? glyph(.down) : "")
    let x = canvas.putRight(arrows, endX: size.width - 1, y: y, Style(.dim))
    canvas.put(
      "What the room said of the day", x: 1, y: y, Style(.heading, bold: true),
      maxWidth: max(0, x - 2))
    for (row, line) in lines.dropFirst(first).prefix(summaryRows).enumerated() {
      draw(line, &canvas, y: y + 1 + row)
    }
  }

  private func draw(_ line: SummaryLine, _ canvas: inout Canvas, y: Int) {
    var x = 1 + line.indent
    for (index, cells) in line.bar.enumerated() {
      let bar = String(repeating: pointGlyph(index + 1), count: cells)
      x += canvas.put(bar, x: x, y: y, Style(index >= 3 ? .barFull : .barEmpty))
    }
    if !line.bar.isEmpty { x += 2 }
    let endX =
      line.end.isEmpty
      ? size.width
      : canvas.putRight(line.end, endX: size.width - 1, y: y, Style(.accent, bold: true))
    canvas.put(line.text, x: x, y: y, line.style, maxWidth: max(0, endX - x - 1))
  }

  /// What a cell of a bar looks like, by the points that it stands for.
  private func pointGlyph(_ points: Int) -> String {
    switch points {
    case 1: glyph(.horizontal)
    case 2: glyph(.shadeLight)
    case 3: glyph(.shadeMedium)
    case 4: glyph(.shadeDark)
    default: glyph(.block)
    }
  }

  private var summaryLegend: String {
    guard evaluation.account?.summary.forms ?? 0 > 0 else { return "" }
    let points = FeedbackForm.scale.map { "\(pointGlyph($0)) \($0)" }.joined(separator: "  ")
    return "disagree  \(points)  agree"
  }

  /// Everything that the room said, as it was laid out for this screen.
  var summaryPage: [SummaryLine] {
    if let page = evaluation.page, page.size == size { return page.lines }
    return summaryLines(to: size.width)
  }

  /// Everything that the room said, to a width of so many columns.
  func summaryLines(to width: Int) -> [SummaryLine] {
    guard let account = evaluation.account else { return [] }
    let summary = account.summary
    guard summary.forms > 0 else {
      return [
        SummaryLine(text: ""),
        SummaryLine(text: "No form was entered yet. Enter begins.", style: Style(.ghost)),
      ]
    }
    var lines: [SummaryLine] = []
    let isSpacious = size.height >= 34
    for text in wrapped(summary.reportLine ?? summary.returns, to: width - 3, most: 2) {
      lines.append(SummaryLine(text: text, style: Style(.good, bold: true)))
    }
    // The line above says how many forms there are; without one, it is what this says.
    if summary.reportLine != nil, let rate = summary.responseRate, summary.present >= 10 {
      lines.append(SummaryLine(text: "response rate \(rate)%", style: Style(.dim)))
    }
    for text in wrapped(summary.warning ?? "", to: width - 3, most: 4) where !text.isEmpty {
      lines.append(SummaryLine(text: text, style: Style(.warning)))
    }
    for text in wrapped(summary.hint ?? "", to: width - 3, most: 4) where !text.isEmpty {
      lines.append(SummaryLine(text: text, style: Style(.ghost)))
    }
    for item in summary.items {
      if isSpacious { lines.append(SummaryLine(text: "")) }
      lines += self.lines(of: item, to: width)
    }
    lines.append(SummaryLine(text: ""))
    lines += summary.dimensions.map {
      SummaryLine(
        text: "\($0.name), \($0.answers.valid) answers", style: Style(.heading), end: $0.share)
    }
    lines += written(account, to: width)
    return lines
  }

  private func lines(of item: FeedbackSummary.Item, to width: Int) -> [SummaryLine] {
    let answers = item.answers
    let gone = item.isRetired ? " (no longer asked)" : ""
    let statements = wrapped(item.item.statement + gone, to: max(10, width - 12), most: 2)
    var lines = statements.map { SummaryLine(text: $0) }
    lines[0].end = item.told
    var counts = answers.distribution.map { String($0) }.joined(separator: " ")
    if answers.notApplicable > 0 { counts += "  N/A \(answers.notApplicable)" }
    if item.open > 0, width >= 60 { counts += "  open \(item.open)" }
    counts += "  n \(answers.valid)"
    let room = max(5, min(60, width - 6 - counts.utf8.count))
    lines.append(
      SummaryLine(
        indent: 2, text: counts, style: Style(.dim),
        bar: Self.cells(answers.distribution, among: room)))
    return lines
  }

  /// Shares out so many cells by the counts: whole ones first, then to the largest remainders.
  static func cells(_ counts: [Int], among room: Int) -> [Int] {
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts.map { _ in 0 } }
    var cells = counts.map { $0 * room / total }
    let order = counts.indices.sorted {
      (counts[$1] * room % total, $0) < (counts[$0] * room % total, $1)
    }
    for index in order.prefix(room - cells.reduce(0, +)) { cells[index] += 1 }
    return cells
  }

  private func written(_ account: EvaluationState.Account, to width: Int) -> [SummaryLine] {
    let form = account.form
    var lines: [SummaryLine] = []
    func heading(_ text: String) {
      lines.append(SummaryLine(text: ""))
      lines.append(SummaryLine(text: text, style: Style(.heading, bold: true)))
    }
    func item(_ text: String) {
      for (row, line) in wrapped(text, to: max(10, width - 8), most: 4).enumerated() {
        lines.append(SummaryLine(indent: 2, text: (row == 0 ? glyph(.bullet) + " " : "  ") + line))
      }
    }
    if !account.comments.groups.isEmpty { heading(form.label(of: .comments)) }
    for group in account.comments.groups {
      lines.append(
        SummaryLine(
          indent: 1, text: group.theme.map { "by its words: " + $0 } ?? "of no theme",
          style: Style(.tag)))
      for comment in group.comments {
        item(comment.text)
        guard !comment.words.isEmpty else { continue }
        lines.append(
          SummaryLine(
            indent: 4, text: comment.words.joined(separator: ", "), style: Style(.dim)))
      }
    }
    if !account.summary.takeaways.isEmpty { heading(form.label(of: .takeaway)) }
    for text in account.summary.takeaways { item(text) }
    if !account.summary.futurePriorities.isEmpty { heading(form.label(of: .futurePriorities)) }
    for wish in account.summary.futurePriorities {
      lines.append(
        SummaryLine(indent: 2, text: "\(wish.rank). \(wish.text)", end: "\(wish.count)"))
    }
    return lines
  }
}
