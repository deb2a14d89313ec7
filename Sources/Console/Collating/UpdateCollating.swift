import Collating
import SessionEngine
import Terminal

// The views of Themes: opening, leaving, moving in them, and what their keys do.
extension ConsoleState {
  mutating func performInCollating(_ action: Action) -> [Effect]? {
    switch action {
    case .showShape: open(.shape)
    case .showDuplicates: open(.duplicates)
    case .showTopics: open(.topics)
    case .showHighlights: open(.highlights)
    case .leaveView: collating.view = .coding
    default:
      return performInCoding(action) ?? performOnCodebook(action) ?? performInSplitting(action)
        ?? performOnPairs(action) ?? performOnTopics(action) ?? performOnHighlights(action)
        ?? performOnShape(action)
    }
    return []
  }

  private mutating func open(_ view: CollatingState.View) {
    collating.view = view
    if view == .shape { count() }
    keepCollatingChosen()
  }

  /// Moves in the view that is open; `false` where it is the two lists of coding.
  mutating func moveInCollating(_ by: Int) -> Bool {
    func stepped(_ place: Int, _ count: Int) -> Int {
      max(0, min(count - 1, by > count ? count - 1 : by < -count ? 0 : place + by))
    }
    switch collating.view {
    case .coding: return false
    case .shape:
      collating.shape.top = stepped(collating.shape.top, shapeTable.rows.count)
    case .duplicates:
      let keys = standingPairs.map(\.key)
      let place = keys.firstIndex { $0 == collating.pairs.chosen } ?? 0
      if !keys.isEmpty { collating.pairs.chosen = keys[stepped(place, keys.count)] }
    case .topics:
      collating.topics.chosen = stepped(collating.topics.chosen, collating.topics.list.count)
    case .highlights:
      let rows = chosenHighlights.map(\.id)
      let place = rows.firstIndex { $0 == collating.highlight } ?? 0
      if !rows.isEmpty { collating.highlight = rows[stepped(place, rows.count)] }
    case .splitting:
      let rows = splitRows
      let place = rows.firstIndex { $0 == collating.split.chosen } ?? 0
      if !rows.isEmpty { collating.split.chosen = rows[stepped(place, rows.count)] }
    }
    return true
  }

  // MARK: Pairs

  private mutating func performOnPairs(_ action: Action) -> [Effect]? {
    switch action {
    case .keepFirst, .keepSecond:
      guard let pair = chosenPair else { return [] }
      let (stayer, other) =
        action == .keepFirst ? (pair.first, pair.second) : (pair.second, pair.first)
      stepToNextPair()
      return [.perform(.merge([other], into: stayer), .plain)]
    case .dismissPair:
      guard let pair = chosenPair else { return [] }
      stepToNextPair()
      return [.perform(.distinguish(pair.first, pair.second, true), .plain)]
    case .reinstatePair:
      guard let last = session.putAside.pairs.last else { return [] }
      collating.pairs.wanted = last
      return [.perform(.distinguish(last.first, last.second, false), .plain)]
    default: return nil
    }
  }

  private mutating func stepToNextPair() {
    let keys = standingPairs.map(\.key)
    guard let place = keys.firstIndex(where: { $0 == collating.pairs.chosen }) else { return }
    let next = place + 1 < keys.count ? place + 1 : place - 1
    collating.pairs.chosen = keys.indices.contains(next) ? keys[next] : nil
  }

  // MARK: Topics

  private mutating func performOnTopics(_ action: Action) -> [Effect]? {
    switch action {
    case .acceptTopic:
      guard let topic = chosenTopic else { return [] }
      return accept(topic.members, as: topic.title)
    case .renameTopic:
      guard let topic = chosenTopic else { return [] }
      ask(
        .topic(topic.members), "new theme", "its title; takes \(topic.members.count)",
        topic.title)
      return []
    case .ignoreTopic:
      guard let topic = chosenTopic else { return [] }
      return [.perform(.ignoreTopic(kept(topic.members), true), .plain)]
    case .reinstateTopic:
      guard let last = session.putAside.topics.last else { return [] }
      return [.perform(.ignoreTopic(last.sorted(), false), .plain)]
    default: return nil
    }
  }

  /// Makes a theme of a topic, or takes the theme that is called so already.
  func accept(_ members: [ContributionID], as title: String) -> [Effect] {
    let title = title.trimmed
    let standing = kept(members)
    let same = session.themes.first { $0.title.lowercased() == title.lowercased() }
    if let same { return [.perform(.codeAll(standing, same.id), .plain)] }
    return [.perform(.makeTheme(title: title, of: standing), .newTheme(coding: nil))]
  }

  private func kept(_ members: [ContributionID]) -> [ContributionID] {
    members.filter { session.contributions[$0]?.isKept == true }
  }

  // MARK: Highlights

  /// The highlights of the chosen theme, in the order in which they are quoted.
  var chosenHighlights: [Contribution] { themes.theme.map { session.highlights(of: $0) } ?? [] }

  private mutating func performOnHighlights(_ action: Action) -> [Effect]? {
    switch action {
    case .highlightEarlier: return moveHighlight(-1)
    case .highlightLater: return moveHighlight(1)
    case .dropHighlight:
      return collating.highlight.map { [.perform(.highlight($0, false), .plain)] } ?? []
    case .nextTheme, .previousTheme:
      let ids = session.themes.map(\.id)
      guard !ids.isEmpty else { return [] }
      let place = themes.theme.flatMap { ids.firstIndex(of: $0) } ?? 0
      themes.theme = ids[(place + (action == .nextTheme ? 1 : ids.count - 1)) % ids.count]
      collating.highlight = nil
      keepCollatingChosen()
    default: return nil
    }
    return []
  }

  private mutating func moveHighlight(_ by: Int) -> [Effect] {
    var order = chosenHighlights.map(\.id)
    guard let theme = themes.theme, let chosen = collating.highlight,
      let place = order.firstIndex(of: chosen)
    else { return [] }
    guard order.indices.contains(place + by) else {
      notice = .good("it is \(by < 0 ? "first" : "last") already")
      return []
    }
    order.swapAt(place, place + by)
    return [.perform(.orderHighlights(theme, order), .plain)]
  }

  // MARK: Shape

  private mutating func performOnShape(_ action: Action) -> [Effect]? {
    guard action == .nextTable || action == .previousTable else { return nil }
    let all = ShapeState.Table.allCases
    let by = action == .nextTable ? 1 : all.count - 1
    collating.shape.table = all[(collating.shape.table.rawValue + by) % all.count]
    collating.shape.top = 0
    return []
  }
}

// What comes back to Themes from overlays and from the session.
extension ConsoleState {
  mutating func ask(
    _ purpose: CollatingPrompt, _ title: String, _ hint: String, _ text: String = ""
  ) {
    overlays.append(
      .prompt(
        Prompt(
          purpose: .collating(purpose), title: title, hint: hint, editor: LineEditor(text: text))))
  }

  mutating func answered(_ purpose: CollatingPrompt, _ text: String) -> [Effect] {
    switch purpose {
    case .keyPoint(let theme, let index): setKeyPoint(theme, index, text)
    case .splitTheme(let theme, let going):
      [.perform(.splitTheme(theme, title: text, contributions: going), .collating(.split))]
    case .sameAs(let id): merge(text, into: id)
    case .breakUp(let id): breakUp(id, text)
    case .topic(let members): accept(members, as: text)
    }
  }

  mutating func chosen(_ choice: Picker.Choice, for purpose: CollatingPicker) -> [Effect] {
    switch (purpose, choice) {
    case (.keyPoints(let theme), .point(let index)): changeKeyPoint(theme, index)
    case (.keyPoints(let theme), .new(let text)): return setKeyPoint(theme, nil, text)
    case (.mergeTheme(let theme), .theme(let other)):
      return [.perform(.mergeTheme(theme, into: other), .plain)]
    case (.family, .contribution(let id)): return leaveFamily(id)
    default: break
    }
    return []
  }

  mutating func performed(_ purpose: CollatingPurpose, _ decision: Decision) -> [Effect] {
    switch purpose {
    case .coded(let id): wasCoded(id)
    case .themeInLine: break
    case .keyPoints(let theme, let isAdded): keyPointsWereSet(theme, added: isAdded)
    case .split: collating.view = .coding
    }
    return []
  }
}
