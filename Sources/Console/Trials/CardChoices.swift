import SessionEngine
import Terminal

// The lists that fields of a card are chosen from.
extension ConsoleState {
  /// What a field can say, each as the patch that makes it say so.
  func cardChoices(_ field: CardField, _ opportunity: Opportunity) -> [Picker.Item] {
    let card = opportunity.card
    var items: [Picker.Item] = []
    func add(
      _ title: String, _ detail: String = "", isMarked: Bool = false, lead: String? = nil,
      keywords: [String] = [], _ change: (inout CardPatch) -> Void
    ) {
      var patch = CardPatch()
      change(&patch)
      items.append(
        Picker.Item(
          lead: lead ?? "\(items.count + 1)", title: title, detail: detail,
          choice: .converge(.patch(patch, row: items.count)), isMarked: isMarked,
          keywords: keywords.joined(separator: " ")))
    }
    switch field {
    case .priority:
      for priority in session.plan.priorities {
        add(priority.title, isMarked: card.priority == priority.id) { $0.priority = priority.id }
      }
      add("none in particular", isMarked: card.priority.text.isEmpty) { $0.priority = "" }
    case .themes:
      let chosen = session.themes(of: opportunity).map(\.id)
      for theme in session.themes {
        add(theme.title, theme.definition, isMarked: chosen.contains(theme.id)) {
          $0.themes = chosen.toggling(theme.id)
        }
      }
    case .owner:
      for (delegate, detail) in whoCouldHelp(opportunity) {
        add(
          delegate.name, detail, isMarked: card.owner == delegate.id,
          keywords: delegate.profile.skills
        ) { $0.owner = delegate.id }
      }
      add("nobody yet", isMarked: card.owner.text.isEmpty) { $0.owner = "" }
    case .helpers:
      // The owner helps anyhow; named as a helper before, the tick can still be taken off.
      for (delegate, detail) in whoCouldHelp(opportunity)
      where delegate.id != card.owner || card.helpers.contains(delegate.id) {
        add(
          delegate.name, detail, isMarked: card.helpers.contains(delegate.id),
          keywords: delegate.profile.skills
        ) {
          $0.helpers = card.helpers.filter { session.delegates[$0] != nil }.toggling(delegate.id)
        }
      }
    case .immediate:
      add("yes: it can begin at once", isMarked: card.isImmediate) { $0.isImmediate = true }
      add("no", isMarked: !card.isImmediate) { $0.isImmediate = false }
    case .fourPs:
      for strand in OpportunityCard.FourP.allCases {
        add(strand.title, isMarked: card.fourPs.contains(strand)) {
          $0.fourPs = card.fourPs.toggling(strand)
        }
      }
    case .marylandNow, .marylandAfter:
      let level = field == .marylandNow ? card.marylandNow : card.marylandAfter
      for (index, text) in Maryland.levels.enumerated() {
        add(text, isMarked: level == index, lead: "\(index)") {
          if field == .marylandNow { $0.marylandNow = index } else { $0.marylandAfter = index }
        }
      }
    default:
      guard let emmie = field.emmie else { return [] }
      for knowledge in OpportunityCard.Knowledge.allCases {
        add(knowledge.rawValue, isMarked: card.emmie[emmie] == knowledge) {
          $0.emmie = card.emmie.merging([emmie: knowledge]) { $1 }
        }
      }
      add("nobody has said", isMarked: card.emmie[emmie] == nil) {
        $0.emmie = card.emmie.filter { $0.key != emmie }
      }
    }
    return items
  }

  /// The delegates, those first who offer a skill that is wanted, then who is here; each with why.
  func whoCouldHelp(_ opportunity: Opportunity) -> [(delegate: Delegate, detail: String)] {
    var offers: [DelegateID: [String]] = [:]
    for match in session.skillMatches(for: opportunity) {
      for id in match.delegates { offers[id, default: []].append(match.skill) }
    }
    let here = Set(session.delegatesHere.map(\.id))
    func group(_ delegate: Delegate) -> Int {
      (offers[delegate.id] == nil ? 2 : 0) + (here.contains(delegate.id) ? 0 : 1)
    }
    return session.delegates.values.enumerated().sorted {
      (group($0.element), $0.offset) < (group($1.element), $1.offset)
    }.map { _, delegate in
      var parts = [delegate.profile.organisation]
      if let offered = offers[delegate.id] {
        parts.insert("offers " + offered.joined(separator: ", "), at: 0)
      }
      if !here.contains(delegate.id) { parts.append("not here") }
      return (
        delegate, parts.filter { !$0.isEmpty }.joined(separator: " \(glyph(.dot)) ")
      )
    }
  }

  /// What stands below the fields of a card: who could help, what was voted, where it came from word
  /// for word, what happened when.
  var cardTail: [(text: String, style: Style)] {
    guard let opportunity = chosenOpportunity else { return [] }
    var lines: [(String, Style)] = []
    func heading(_ text: String) {
      lines.append(("", .text))
      lines.append((text, Style(.heading, bold: true)))
    }
    let width = max(20, cardPanes.tail?.width ?? size.width) - 4
    func add(_ text: String, _ style: Style = .text) {
      for line in TextWidth.wrapped(String(text.prefix(2000)), to: width) {
        lines.append(("  " + line, style))
      }
    }
    if let redacted = session.redactedCards[opportunity.id] {
      heading("Redacted")
      add("Words were taken off this card for good: \(redacted.reason)", Style(.dim))
    }
    let matches = session.skillMatches(for: opportunity)
    if !matches.isEmpty {
      heading("Who could help")
      let here = Set(session.delegatesHere.map(\.id))
      for match in matches {
        let names = match.delegates.compactMap { session.delegates[$0] }.map {
          here.contains($0.id) ? $0.name : $0.name + " (not here)"
        }
        add(
          "\(match.skill): "
            + (names.isEmpty ? "nobody on the list offers it" : names.joined(separator: ", ")),
          names.isEmpty ? Style(.warning) : .text)
      }
    }
    heading("Came from")
    for line in sourceLines(of: opportunity) { add(line.text, line.isAside ? Style(.dim) : .text) }
    if let origin = opportunity.origin {
      let numbers = origin.contributions.map(\.spoken).joined(separator: ", ")
      add(
        "the workshop before\(session.followsUp.map { ", ‘\($0.title)’" } ?? ""), "
          + "as \(origin.number.spoken)" + (numbers.isEmpty ? "" : ", from \(numbers) there"))
    }
    heading("What happened when")
    for (index, step) in opportunity.history.enumerated() {
      let carried = opportunity.origin.map { index < $0.steps } ?? false
      let day = CivilTime(step.at, offsetSeconds: utcOffset)
      add(
        "\(day.dateText) \(day.clockText.prefix(5))  \(standingText(step.standing))"
          + (carried ? "  (the workshop before)" : ""))
    }
    return lines
  }
}

extension Array where Element: Equatable {
  /// The array without the element, or with it at the end.
  func toggling(_ element: Element) -> [Element] {
    contains(element) ? filter { $0 != element } : self + [element]
  }
}
