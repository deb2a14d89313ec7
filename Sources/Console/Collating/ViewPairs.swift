import Collating
import Collation
import SessionEngine
import Terminal

// Likely duplicates side by side, and topics with what they would take.
extension ConsoleState {
  func drawPair(_ canvas: inout Canvas, _ area: Rect, titleY: Int) {
    let pairs = standingPairs
    guard let pair = chosenPair, let first = session.contributions[pair.first],
      let second = session.contributions[pair.second]
    else {
      drawViewTitle(&canvas, "Likely duplicates", y: titleY)
      return drawNothing(
        &canvas,
        collating.collator.isSettled
          ? "No two contributions say about the same." : "Comparing…", area)
    }
    let place = (pairs.firstIndex { $0.key == pair.key } ?? 0) + 1
    let more = pairs.count < PairsState.most ? "" : " or more"
    let isSame = Folded.text(first.words) == Folded.text(second.words)
    let alike =
      first.words == second.words
      ? "word for word"
      : isSame || pair.likeness >= 0.995
        ? "the same words" : "\(Int(pair.likeness * 100))% alike"
    drawViewTitle(
      &canvas, "Likely duplicates \(glyph(.dot)) \(alike)",
      right:
        "\(place) of \(pairs.count)\(more)\(collating.collator.isSettled ? "" : ", comparing")",
      y: titleY)
    // Why they are offered gives way to the two themselves.
    let reasons = reasons(pair).flatMap { wrapped($0, to: area.width, most: 2) }
    let room = area.height - (area.height >= 8 ? reasons.count + 1 : 0)
    let bottom: Int
    if area.width >= 76 {
      let width = (area.width - 3) / 2
      let left = drawSide(
        &canvas, "1", first, Rect(x: area.x, y: area.y, width: width, height: room))
      let right = drawSide(
        &canvas, "2", second, Rect(x: area.x + width + 3, y: area.y, width: width, height: room))
      bottom = max(left, right)
      for y in area.y..<min(bottom, area.maxY) {
        canvas.put(glyph(.vertical), x: area.x + width + 1, y: y, Style(.dim))
      }
    } else {
      let half = max(1, room / 2)
      let middle = drawSide(
        &canvas, "1", first, Rect(x: area.x, y: area.y, width: area.width, height: half))
      bottom = drawSide(
        &canvas, "2", second,
        Rect(x: area.x, y: middle, width: area.width, height: area.y + room - middle))
    }
    guard area.height >= 8 else { return }
    for (row, line) in reasons.enumerated() where bottom + 1 + row < area.maxY {
      canvas.put(line, x: area.x, y: bottom + 1 + row, Style(.dim), maxWidth: area.width)
    }
  }

  private func reasons(_ pair: DuplicatePair) -> [String] {
    var lines: [String] = []
    if !pair.shared.isEmpty { lines.append("in both: " + pair.shared.joined(separator: ", ")) }
    if !pair.apart.isEmpty { lines.append("in one only: " + pair.apart.joined(separator: ", ")) }
    return lines
  }

  /// Draws one of the two; returns the row after it.
  private func drawSide(
    _ canvas: inout Canvas, _ key: String, _ point: Contribution, _ area: Rect
  ) -> Int {
    guard area.height > 0 else { return area.y }
    let place = [
      session.group(point.group)?.name ?? "", session.priority(point.priority)?.title ?? "",
    ]
    let head = [point.number.spoken] + lineage(of: point) + place.filter { !$0.isEmpty }
    canvas.put(key, x: area.x, y: area.y, Style(.key, bold: true))
    canvas.put(
      head.joined(separator: " \(glyph(.dot)) "), x: area.x + 2, y: area.y, Style(.dim),
      maxWidth: area.width - 2)
    var y = area.y + 1
    let most = max(1, area.height - 1)
    for line in wrapped(point.words, to: max(8, area.width - 2), most: most) where y < area.maxY {
      canvas.put(line, x: area.x + 2, y: y, .text, maxWidth: area.width - 2)
      y += 1
    }
    let titles = point.themes.compactMap { session.theme($0)?.title }.joined(separator: ", ")
    let star = point.isHighlighted ? glyph(.star) + " " : ""
    if y < area.maxY, !titles.isEmpty || !star.isEmpty {
      canvas.put(star + titles, x: area.x + 2, y: y, Style(.tag), maxWidth: area.width - 2)
      y += 1
    }
    return y
  }

  // MARK: Topics

  func drawTopics(_ canvas: inout Canvas, _ area: Rect, titleY: Int) {
    let topics = collating.topics.list
    let looked = collating.topics.search == nil ? "" : ", looking"
    drawViewTitle(
      &canvas, "Emergent topics", right: "\(uncodedSlots.count) not coded\(looked)", y: titleY)
    guard let chosen = chosenTopic else {
      return drawNothing(
        &canvas,
        collating.topics.version == nil
          ? "Looking…"
          : uncodedSlots.isEmpty
            ? "Everything is coded: nothing is left to look for topics in."
            : "What is not coded yet has nothing in common that would make a topic.",
        area)
    }
    let isWide = area.width >= 76
    let listArea =
      isWide
      ? Rect(x: area.x, y: area.y, width: area.width * 2 / 5, height: area.height)
      : Rect(
        x: area.x, y: area.y, width: area.width,
        height: max(1, min(topics.count, area.height / 2)))
    let first = windowStart(
      chosen: collating.topics.chosen, count: topics.count, height: listArea.height)
    for (row, topic) in topics.dropFirst(first).prefix(listArea.height).enumerated() {
      let isChosen = first + row == collating.topics.chosen
      let style = isChosen ? Style(.selected, selected: true) : Style.text
      let y = listArea.y + row
      if isChosen {
        canvas.fill(Rect(x: listArea.x, y: y, width: listArea.width, height: 1), style)
        canvas.put(glyph(.marker), x: listArea.x, y: y, style)
      }
      canvas.putRight(
        "\(topic.members.count)", endX: listArea.x + 5, y: y, isChosen ? style : Style(.dim))
      canvas.put(
        topic.words.joined(separator: ", "), x: listArea.x + 7, y: y, style,
        maxWidth: max(0, listArea.width - 8))
    }
    let members =
      isWide
      ? Rect(
        x: listArea.maxX + 2, y: area.y, width: area.maxX - listArea.maxX - 2, height: area.height)
      : Rect(
        x: area.x, y: listArea.maxY, width: area.width, height: area.maxY - listArea.maxY)
    drawMembers(&canvas, chosen, members)
  }

  private func drawMembers(_ canvas: inout Canvas, _ topic: TopicOffer, _ area: Rect) {
    var y = area.y
    for (index, id) in topic.members.enumerated() {
      guard let point = session.contributions[id] else { continue }
      let used = TextWidth.columns(point.number.spoken)
      let lines = wrapped(point.words, to: max(8, area.width - used - 1), most: 3)
      guard y + lines.count <= area.maxY else {
        let rest = "and \(topic.members.count - index) more"
        let row = min(y, area.maxY - 1)
        canvas.fill(Rect(x: area.x, y: row, width: area.width, height: 1), .text)
        canvas.put(rest, x: area.x, y: row, Style(.dim), maxWidth: area.width)
        return
      }
      canvas.put(point.number.spoken, x: area.x, y: y, Style(.dim), maxWidth: area.width)
      for (row, line) in lines.enumerated() {
        canvas.put(
          line, x: area.x + used + 1, y: y + row, .text, maxWidth: max(0, area.width - used - 1))
      }
      y += lines.count
    }
  }
}
