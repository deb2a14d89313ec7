import SessionEngine
import Terminal

// Where an opportunity came from, and the way there.
extension ConsoleState {
  /// Each contribution that an opportunity was raised from, word for word as it was captured; under it
  /// what it says now, what was merged into it, and what it is a part of. What was left out of a point
  /// that was split stands only in the whole, never as a source of its own.
  func sourceLines(of opportunity: Opportunity) -> [(text: String, isAside: Bool)] {
    var lines: [(text: String, isAside: Bool)] = []
    var seen: Set<ContributionID> = []
    for id in opportunity.contributions { tell(id, "", &lines, &seen) }
    for source in session.carriedSources(of: opportunity) {
      let words = source.isRedacted ? "(redacted)" : "‘\(source.words)’"
      lines.append(("\(source.number.spoken) \(source.group): \(words)", false))
      lines.append(("said in ‘\(source.workshop)’", true))
    }
    return lines
  }

  private func tell(
    _ id: ContributionID, _ lead: String, _ lines: inout [(text: String, isAside: Bool)],
    _ seen: inout Set<ContributionID>
  ) {
    guard let point = session.contributions[id], seen.insert(id).inserted else { return }
    let group = session.group(point.group)?.name ?? ""
    let now = session.toldWords(of: id)
    let gone = point.standing == .redacted ? "(redacted)" : "(withdrawn)"
    let words = now == nil ? gone : "‘\(point.capturedWords)’"
    lines.append(("\(lead)\(point.number.spoken) \(group): \(words)", false))
    if let now, now != point.capturedWords { lines.append(("now: ‘\(now)’", true)) }
    for merged in session.lineage.merged(into: id) {
      tell(merged, "said too in ", &lines, &seen)
    }
    guard let original = session.lineage.originals[id],
      let whole = session.contributions[original]
    else { return }
    let isRepeated = !seen.insert(original).inserted || session.toldWords(of: original) == nil
    let said = isRepeated ? "" : ": ‘\(whole.capturedWords)’"
    lines.append(("\(point.number.spoken) is part of \(whole.number.spoken)\(said)", true))
    // The whole may itself be a part, or stand for others.
    for merged in session.lineage.merged(into: original) {
      tell(merged, "said too in ", &lines, &seen)
    }
  }

  /// Goes to a contribution that an opportunity came from; asks to which, where there are several.
  mutating func showSource(of opportunity: Opportunity) {
    var seen: Set<ContributionID> = []
    let standing = opportunity.contributions.map { session.stayer(of: $0) }
      .flatMap { id in
        session.contributions[id]?.isKept == true ? [id] : session.parts(of: id).map(\.id)
      }
      .filter { session.contributions[$0]?.isKept == true && seen.insert($0).inserted }
    guard let first = standing.first else {
      let number = opportunity.number.spoken
      notice =
        opportunity.origin == nil
        ? .warning("nothing that \(number) came from stands any more")
        : .warning("\(number) comes from the workshop before; its words stand on the card")
      return
    }
    guard standing.count > 1 else {
      _ = goTo(first)
      return
    }
    let items = standing.compactMap { session.contributions[$0] }.map {
      Picker.Item(
        lead: $0.number.spoken, title: String($0.words.prefix(400)),
        detail: session.group($0.group)?.name ?? "", choice: .converge(.contribution($0.id)))
    }
    choose(.converge(.source(opportunity.id)), "Go to which contribution?", items)
  }

  /// Shows a contribution where it stands, in Capture.
  mutating func goTo(_ id: ContributionID) -> [Effect] {
    guard let contribution = session.contributions[id], contribution.isKept else { return [] }
    let effects = perform(.capture)
    capture.mode = .browsing
    show(contribution)
    notice = .good("\(contribution.number.spoken); M-6 leads back to the card")
    return effects
  }
}
