import SessionEngine
import Terminal

// Arrivals and Groups, and what all lists share.
extension ConsoleState {
  mutating func performInLists(_ action: Action) -> [Effect]? {
    switch action {
    case .up: move(-1)
    case .down: move(1)
    case .pageUp: move(-pageRows)
    case .pageDown: move(pageRows)
    case .top: moveToEdge(first: true)
    case .bottom: moveToEdge(first: false)
    case .search: beginSearch()
    case .endSearch: endSearch()
    case .nextMatch: findMatch(forward: true)
    case .previousMatch: findMatch(forward: false)
    default:
      return performInArrivals(action) ?? performInGroups(action) ?? performInMixing(action)
        ?? performOnWishes(action) ?? performInThemes(action) ?? performInCollating(action)
        ?? performInDecide(action) ?? performInTrials(action)
    }
    return []
  }

  private mutating func performInArrivals(_ action: Action) -> [Effect]? {
    let chosen = arrivals.selection.flatMap { session.delegates[$0] }
    switch action {
    case .togglePresence:
      return chosen.map { [.perform(.markPresent($0.id, !$0.isPresent), .presence($0.id))] }
    case .markMissing:
      return chosen.map { [.perform(.markPresent($0.id, false), .presence($0.id))] }
    case .markEverybody:
      return [.perform(.markEverybodyPresent, .plain)]
    case .remove:
      return chosen.map { [.perform(.removeDelegate($0.id), .plain)] }
    case .onlyMissing:
      arrivals.isFiltered.toggle()
      if !(arrivals.selection.map { arrivalRows.contains($0) } ?? false) {
        arrivals.selection = arrivalRows.first
      }
      notice = .good(arrivals.isFiltered ? "only those who are missing" : "everybody")
      return []
    case .walkIn:
      overlays.append(
        .prompt(Prompt(purpose: .walkIn, title: "walk-in", hint: ProfileLine.hint)))
      return []
    case .correct:
      guard let chosen else { return [] }
      overlays.append(
        .prompt(
          Prompt(
            purpose: .correctDelegate(chosen.id), title: "correct", hint: ProfileLine.hint,
            editor: LineEditor(text: ProfileLine.text(chosen.profile)))))
      return []
    default: return nil
    }
  }

  /// How many rows a page moves: about half of those in view.
  private var pageRows: Int { max(3, size.height / 2 - 2) }

  /// The delegates that Arrivals shows, in the order of their names.
  var arrivalRows: [DelegateID] {
    session.delegates.values
      .filter { !arrivals.isFiltered || !$0.isPresent }
      .sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
      .map(\.id)
  }

  mutating func move(_ by: Int) {
    switch screen {
    case .capture: moveInCapture(by)
    case .arrivals: arrivals.selection = arrivalRows.stepped(from: arrivals.selection, by)
    case .groups: groups.selection = seatRows.stepped(from: groups.selection, by)
    case .themes: moveInThemes(by)
    case .decide: moveInDecide(by)
    case .trials: moveInTrials(by)
    case .evaluation: moveInEvaluation(by)
    }
  }

  private mutating func moveToEdge(first: Bool) {
    switch screen {
    case .capture: moveToEnd(first: first)
    case .arrivals: arrivals.selection = first ? arrivalRows.first : arrivalRows.last
    case .groups: groups.selection = first ? seatRows.first : seatRows.last
    case .themes: moveInThemes(first ? -Int.max / 2 : Int.max / 2)
    case .decide: moveInDecide(first ? -Int.max / 2 : Int.max / 2)
    case .trials: moveInTrials(first ? -Int.max / 2 : Int.max / 2)
    case .evaluation: moveInEvaluation(first ? -Int.max / 2 : Int.max / 2)
    }
  }
}

extension Array where Element: Equatable {
  /// The element some steps from another, held at the ends; the first where there is no other.
  func stepped(from element: Element?, _ by: Int) -> Element? {
    guard let element, let index = firstIndex(of: element) else { return first }
    return self[Swift.min(Swift.max(0, index + by), count - 1)]
  }
}

extension ConsoleState {
  /// Says of somebody who was just added that nobody else is of the sector: more often a slip, such as a sector and
  /// an organisation the wrong way round, than somebody new, and the groups are mixed by it.
  mutating func noteNewSector(_ decision: Decision) {
    guard let id = arrivals.selection, let sector = session.delegates[id]?.profile.sector,
      !sector.isEmpty
    else { return }
    let others = session.delegates.values.filter { $0.id != id && !$0.profile.sector.isEmpty }
    guard !others.isEmpty,
      !others.contains(where: { $0.profile.sector.lowercased() == sector.lowercased() })
    else { return }
    notice = .warning(
      "\(decision.account); nobody else is of the sector ‘\(sector)’: e puts it right")
  }
}
