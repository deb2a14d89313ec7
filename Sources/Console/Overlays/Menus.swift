import SessionEngine
import Terminal

// The help of a place, and the palette of every command.
extension ConsoleState {
  mutating func openMenu(_ purpose: Picker.Purpose) {
    var items = KeyTable.bindings(in: context).compactMap { menuItem($0) }
    if purpose == .help, context == .typing || context == .browsing {
      items += KeyTable.inline.map {
        Picker.Item(lead: $0.typed, title: "in the line", detail: $0.becomes, choice: .nothing)
      }
    }
    if purpose == .palette { items += commandsElsewhere }
    let title = purpose == .help ? "Keys: \(context.title)" : "Commands"
    var picker = Picker(purpose: purpose, title: title, items: items)
    picker.selection = items.firstIndex { $0.unavailable == nil } ?? 0
    overlays.append(.picker(picker))
  }

  private func menuItem(_ binding: Binding) -> Picker.Item? {
    var explanation = binding.explanation
    if let index = binding.action.codeIndex {
      // Of the digits only those that there are themes for.
      guard session.themes.indices.contains(index) else { return nil }
      explanation = "Code it to ‘\(session.themes[index].title)’, or take the coding off."
    }
    return Picker.Item(
      lead: binding.keys.map(\.short).joined(separator: " "), title: binding.name,
      detail: explanation, choice: .action(binding.action),
      unavailable: unavailable(binding.action), keywords: keywords(binding))
  }

  private func keywords(_ binding: Binding) -> String {
    (binding.keys.map(\.notation) + [KeyTable.synonyms[binding.action] ?? ""])
      .joined(separator: " ")
  }

  /// The commands of the other places, each once, with where it holds.
  private var commandsElsewhere: [Picker.Item] {
    var seen = Set(KeyTable.bindings(in: context).map(\.action)).union(KeyTable.moving)
    var items: [Picker.Item] = []
    for place in Context.allCases where place != context {
      for binding in KeyTable.bindings(in: place) where seen.insert(binding.action).inserted {
        guard binding.action.codeIndex == nil, binding.action.points == nil else { continue }
        items.append(
          Picker.Item(
            lead: binding.keys.map(\.short).joined(separator: " "), title: binding.name,
            detail: "\(place.title): \(binding.explanation)",
            choice: .elsewhere(binding.action, place), keywords: keywords(binding)))
      }
    }
    return items
  }

  /// Goes where a command holds. What only opens something is done at once; anything else would be done
  /// to what nobody has looked at, so its key is said.
  mutating func perform(_ action: Action, in place: Context) -> [Effect] {
    let effects = perform(place.screenAction)
    lead(to: place)
    guard context == place else {
      notice = .warning("\(place.title): \(place.wayThere)")
      return effects
    }
    if KeyTable.opening.contains(action) { return effects + perform(action) }
    guard let binding = KeyTable.bindings(in: place).first(where: { $0.action == action }) else {
      return effects
    }
    let key = binding.keys.first?.short ?? ""
    let said = binding.explanation.prefix(1).lowercased() + binding.explanation.dropFirst()
    notice = .good("\(key.isEmpty ? binding.name : key): \(said)")
    return effects
  }

  /// Opens what is one key away from a screen.
  private mutating func lead(to place: Context) {
    switch place {
    case .browsing: if context == .typing { _ = perform(.browse) }
    case .decide, .trials: if context != place { _ = perform(.goBack) }
    case .evaluation: _ = perform(.showSummary)
    case .formTicks: _ = perform(.enterForms)
    case .formItems: _ = perform(.showForm)
    case .themes: if context != place { _ = perform(.leaveView) }
    case .shape: _ = perform(.showShape)
    case .duplicates: _ = perform(.showDuplicates)
    case .topics: _ = perform(.showTopics)
    case .highlights: _ = perform(.showHighlights)
    case .typing, .arrivals, .groups, .mixing, .balloting, .result, .card, .splitting, .formWords:
      break
    }
  }
}

extension Context {
  /// What shows the screen that the place belongs to.
  fileprivate var screenAction: Action {
    switch self {
    case .typing, .browsing: .capture
    case .arrivals: .arrivals
    case .groups, .mixing: .groups
    case .themes, .shape, .duplicates, .topics, .highlights, .splitting: .themes
    case .decide, .balloting, .result: .decide
    case .trials, .card: .trials
    case .evaluation, .formTicks, .formWords, .formItems: .evaluation
    }
  }

  /// How one comes there from its screen, where it takes a choice.
  fileprivate var wayThere: String {
    switch self {
    case .balloting: "open a vote with Enter, or ask the room with a"
    case .result: "open a vote with Enter, then Tab"
    case .card: "open an opportunity with Enter"
    case .splitting: "choose a theme, then s"
    case .mixing: "d begins a mix"
    case .formWords: "Tab leads from the ticks to the words"
    default: "not open just now"
    }
  }
}

extension KeyTable {
  /// What moves within a list or leaves a place: of no use from elsewhere.
  static let moving: Set<Action> = [
    .up, .down, .pageUp, .pageDown, .top, .bottom, .nextMatch, .previousMatch, .endSearch,
    .stepBack,
    .goBack, .leaveView, .leaveMix, .historyBack, .historyOn, .typeAgain, .browse, .keep,
    .enterMark, .leaveOut,
    .nextTable, .previousTable, .markBefore, .markAfter, .nextWords, .previousWords, .toTicks,
    .toWords, .tableBefore, .tableAfter, .stageBefore, .stageAfter,
  ]

  /// What only opens something to be looked at or filled in.
  static let opening: Set<Action> = [
    .newVote, .mix, .addTheme, .showShape, .showDuplicates, .showTopics, .showHighlights,
    .enterForms, .showSummary, .showForm, .walkIn, .wishes, .search, .groupCount, .nextUncoded,
    .chooseGroup, .choosePriority, .restore,
  ]
}
