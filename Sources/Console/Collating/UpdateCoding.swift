import Collating
import SessionEngine
import Terminal

// Coding: a key for each theme, and on to the next contribution that has none.
extension ConsoleState {
  mutating func performInCoding(_ action: Action) -> [Effect]? {
    switch action {
    case .acceptSuggestion:
      guard let id = themes.contribution, let theme = suggestedTheme?.theme else { return [] }
      return coding(id, theme)
    case .nextUncoded: goToNextUncoded()
    case .alsoTheme: goBackToLastCoded()
    case .sameAs:
      guard let chosen = chosenContribution else { return [] }
      ask(
        .sameAs(chosen.id), "\(chosen.number.spoken) stands, also for",
        "the numbers of those that say the same, such as 17 23")
    case .breakUp:
      guard let chosen = chosenContribution else { return [] }
      askForParts(of: chosen)
    case .family:
      guard let chosen = chosenContribution else { return [] }
      showFamily(of: chosen)
    default: return nil
    }
    return []
  }

  /// Codes a contribution to a theme, or takes the coding off.
  ///
  /// Only what was coded leads on: taking a coding off is a correction, after which one looks again.
  func coding(_ id: ContributionID, _ theme: ThemeID) -> [Effect] {
    let isCoded = session.contributions[id]?.themes.contains(theme) ?? false
    let leadsOn = screen == .themes && !isCoded
    return [.perform(.code(id, theme, !isCoded), leadsOn ? .collating(.coded(id)) : .plain)]
  }

  /// A contribution was coded: where one works through those not coded yet, on to the next.
  mutating func wasCoded(_ id: ContributionID) {
    collating.lastCoded = id
    themes.coded = session.contributions[id]?.themes.last
    guard screen == .themes, themes.filter == .uncoded, themes.contribution == id else { return }
    guard uncodedSlots.isEmpty else { return choose(uncodedAfter: id) }
    // With nothing left to code the next digit must not take the last coding off: nothing is chosen.
    refreshThemeRows(keeping: false)
    notice = .good([notice?.text, Self.allCoded].compactMap { $0 }.joined(separator: "; "))
  }

  static let allCoded = "everything is coded: t shows the rest"

  private mutating func goToNextUncoded() {
    if themes.filter != .uncoded {
      themes.filter = .uncoded
      refreshThemeRows(keeping: false)
    }
    themes.pane = .contributions
    guard !uncodedSlots.isEmpty else {
      notice = .good(Self.allCoded)
      return
    }
    choose(uncodedAfter: themes.contribution)
  }

  /// Chooses the next that is not coded, in the order of capture, and from the start after the last.
  private mutating func choose(uncodedAfter id: ContributionID?) {
    let slots = uncodedSlots
    let start = id.flatMap { session.contributions.index(of: $0) }.map { $0 + 1 } ?? 0
    guard let slot = slots.first(from: start) ?? slots.first(from: 0) else { return }
    themes.contribution = session.contributions.all[slot].id
  }

  private mutating func goBackToLastCoded() {
    guard let last = collating.lastCoded, let contribution = session.contributions[last],
      let slot = session.contributions.index(of: last), contribution.isKept
    else { return }
    if !themes.rows.contains(slot) {
      themes.staying.insert(last)
      themes.rows.set(slot, to: true)
    }
    themes.pane = .contributions
    themes.contribution = last
    let titles = contribution.themes.compactMap { session.theme($0)?.title }
    notice = .good(
      "and also: \(contribution.number.spoken) is coded to \(titles.joined(separator: ", "))")
  }

  /// After an undo or a redo of a coding, what it is about is looked at again.
  mutating func chooseTurnedPoint(by decision: Decision) {
    guard screen == .themes, decision.turn != nil,
      let coded = decision.events.lazy.compactMap({ ($0 as? ContributionCoded)?.contribution })
        .first,
      let slot = session.contributions.index(of: coded), themes.rows.contains(slot)
    else { return }
    themes.contribution = coded
  }

  // MARK: What says the same, and what says several things

  mutating func merge(_ text: String, into id: ContributionID) -> [Effect] {
    let words = text.split { " ,;".contains($0) }.map(String.init)
    var others: [ContributionID] = []
    for word in words {
      guard let number = ContributionNumber(word), let other = session.contributions[number] else {
        return askedAgain("there is no contribution ‘\(word)’: type numbers such as 17")
      }
      others.append(other.id)
    }
    guard !others.isEmpty else { return askedAgain("type the number of one that says the same") }
    return [.perform(.merge(others, into: id), .plain)]
  }

  /// Everybody who said it, in whose words, and what it is a part of; chosen, it stands by itself again.
  private mutating func showFamily(of contribution: Contribution) {
    var items: [Picker.Item] = []
    if let family = session.family(of: contribution.id) {
      items += family.voices.map { voice in
        let isStayer = voice.id == contribution.id
        return Picker.Item(
          lead: voice.number.spoken, title: String(voice.words.prefix(400)),
          detail: place(of: voice) + (isStayer ? ", stands for all" : ", merged"),
          choice: isStayer ? .nothing : .contribution(voice.id), isMarked: isStayer)
      }
    }
    items += session.originals(of: contribution.id).map { original in
      Picker.Item(
        lead: original.number.spoken,
        title: String((session.toldWords(of: original.id) ?? "").prefix(400)),
        detail: place(of: original) + ", split into parts", choice: .contribution(original.id))
    }
    items += session.sources(of: contribution.id).filter { source in
      session.toldWords(of: source.id).map { $0 != source.capturedWords } ?? false
    }.map {
      Picker.Item(
        lead: $0.number.spoken, title: String($0.capturedWords.prefix(400)),
        detail: "as captured", choice: .nothing)
    }
    // Its own wording alone is no list to choose from.
    guard items.count > 1 || items.contains(where: { $0.choice != .nothing }) else {
      notice = .good(
        "\(contribution.number.spoken) stands for itself: nothing is merged there, and it is no part of"
          + " anything")
      return
    }
    choose(
      .collating(.family(contribution.id)),
      "\(contribution.number.spoken): Enter lets one stand by itself again", items)
  }

  private func place(of contribution: Contribution) -> String {
    session.group(contribution.group)?.name ?? ""
  }

  func leaveFamily(_ id: ContributionID) -> [Effect] {
    switch session.contributions[id]?.standing {
    case .merged: [.perform(.separate(id), .plain)]
    case .split: [.perform(.rejoin(id), .plain)]
    default: []
    }
  }

  /// Said how often and by whom, and what it is a part of; empty where it stands for itself alone.
  func lineage(of contribution: Contribution) -> [String] {
    var parts: [String] = []
    if let family = session.family(of: contribution.id), family.count > 1 {
      let groups = family.groups.compactMap { session.group($0) }
      let names = groups.map { $0.number > 0 ? "\($0.number)" : $0.name }.joined(separator: ", ")
      parts.append(
        "said \(family.count) times, by \(groups.count == 1 ? "group" : "groups") \(names)")
    }
    if let original = session.lineage.originals[contribution.id] {
      parts.append("part of \(session.spoken(original))")
    }
    return parts
  }
}
