import SessionEngine
import Terminal

// Browsing: what is done to a contribution that stands.
extension ConsoleState {
  mutating func performOnContribution(_ action: Action) -> [Effect]? {
    switch action {
    case .typeAgain:
      typeAgain()
      return []
    case .stepBack:
      if search.query.isEmpty { typeAgain() } else { endSearch() }
      return []
    case .restore:
      overlays.append(
        .prompt(
          Prompt(
            purpose: .restore, title: "restore which number", hint: "as it was said, such as 17")))
      return []
    default: break
    }
    guard let contribution = chosenContribution else { return nil }
    let id = contribution.id
    switch action {
    case .reword:
      capture.mode = .rewording(id, LineEditor(text: contribution.words))
    case .withdraw: return [.perform(.withdraw(id), .plain)]
    case .highlight: return [.perform(.highlight(id, !contribution.isHighlighted), .plain)]
    case .cycleLens: return [.perform(.setLens(id, nextLens(after: contribution.lens)), .plain)]
    case .moveGroup:
      choose(.moveToGroup(id), "Move \(said(contribution)) to which group?", groupItems)
    case .movePriority:
      choose(
        .moveToPriority(id), "Move \(said(contribution)) to which priority?", priorityItems)
    case .code: chooseThemes(for: contribution)
    case .speaker:
      let nobody = Picker.Item(
        title: "nobody in particular", choice: .delegate(nil),
        isMarked: contribution.speaker == nil)
      let people = session.delegates.values.map {
        Picker.Item(
          title: $0.name, detail: $0.profile.organisation, choice: .delegate($0.id),
          isMarked: contribution.speaker == $0.id)
      }
      choose(.speaker(id), "Who said \(said(contribution))?", [nobody] + people)
    default:
      guard let index = action.codeIndex, session.themes.indices.contains(index) else { return nil }
      return coding(id, session.themes[index].id)
    }
    return []
  }

  /// The number with the beginning of the words, so that nobody has to look for them.
  private func said(_ contribution: Contribution) -> String {
    let words = TextWidth.truncated(
      String(contribution.words.prefix(80)), to: max(10, min(60, size.width - 44)))
    return "\(contribution.number.spoken) ‘\(words)’"
  }

  /// Back to the line.
  mutating func typeAgain() {
    capture.mode = .typing
    capture.selection = nil
    endSearch()
  }

  func chooseThemesItems(_ contribution: Contribution) -> [Picker.Item] {
    session.themes.enumerated().map { index, theme in
      themeItem(theme, at: index, isMarked: contribution.themes.contains(theme.id))
    }
  }

  /// A theme to choose, by the key that codes to it or by its number.
  func themeItem(_ theme: Theme, at index: Int, isMarked: Bool = false) -> Picker.Item {
    let hasKey = KeyTable.themeKeys.indices.contains(index)
    return Picker.Item(
      lead: hasKey ? KeyTable.themeKey(index) : "\(index + 1)", title: theme.title,
      detail: theme.definition, choice: .theme(theme.id), isMarked: isMarked,
      keywords: "\(index + 1)")
  }

  private mutating func chooseThemes(for contribution: Contribution) {
    overlays.append(
      .picker(
        Picker(
          purpose: .code(contribution.id), title: "Code \(said(contribution)) to",
          items: chooseThemesItems(contribution), offersNew: "new theme")))
  }

  mutating func choose(_ purpose: Picker.Purpose, _ title: String, _ items: [Picker.Item]) {
    overlays.append(.picker(Picker(purpose: purpose, title: title, items: items)))
  }

  var groupItems: [Picker.Item] {
    session.groups.map { group in
      Picker.Item(
        lead: group.number > 0 ? "\(group.number)" : "", title: group.name,
        detail: session.priority(session.currentPriority(of: group.id))?.title ?? "",
        choice: .group(group.id), isMarked: group.id == capture.group)
    }
  }

  var priorityItems: [Picker.Item] {
    session.plan.priorities.enumerated().map { index, priority in
      let place = Contributions.Place(group: capture.group, priority: priority.id)
      let count = session.contributions.count(at: place)
      let isOwn = priority.id == session.currentPriority(of: capture.group)
      let parts = [count > 0 ? "\(count) kept" : "", isOwn ? "this round’s" : ""]
      return Picker.Item(
        lead: "\(index + 1)", title: priority.title,
        detail: parts.filter { !$0.isEmpty }.joined(separator: ", "),
        choice: .priority(priority.id), isMarked: priority.id == capture.priority(in: session))
    }
  }

  mutating func pressWhileRewording(
    _ key: Key, _ id: ContributionID, _ editor: LineEditor
  ) -> [Effect] {
    var editor = editor
    switch key {
    case .enter:
      return [.perform(.reword(id, editor.text), .rewording)]
    case .escape:
      capture.mode = .browsing
      notice = .good("left as it was")
      return []
    case .alt("e"):
      return [.edit(editor.text)]
    default:
      if editor.handle(key) {
        capture.mode = .rewording(id, editor)
      }
      return []
    }
  }
}

// Moving among the contributions of the list in view.
extension ConsoleState {
  /// The slots of the list in view, those withdrawn included.
  var slots: [Int] { session.contributions.slots(at: capture.place(in: session)) }

  /// The newest contribution of the list in view.
  var lastKept: ContributionID? {
    slots.last { session.contributions.all[$0].isKept }.map { session.contributions.all[$0].id }
  }

  /// The contribution that takes the place of one that is gone: the next, or else the one before.
  func neighbour(of id: ContributionID) -> ContributionID? {
    guard let slot = session.contributions.index(of: id) else { return lastKept }
    let all = session.contributions.all
    let position = slots.partition(above: slot)
    return
      (slots[position...].first { all[$0].isKept } ?? slots[..<position].last { all[$0].isKept })
      .map { all[$0].id }
  }

  mutating func moveInCapture(_ by: Int) {
    let all = session.contributions.all
    let slots = slots
    guard let id = capture.selection, let slot = session.contributions.index(of: id) else {
      capture.selection = lastKept
      return
    }
    var position = slots.partition(above: slot) - 1
    var left = abs(by)
    let step = by < 0 ? -1 : 1
    while left > 0, slots.indices.contains(position + step) {
      position += step
      guard all[slots[position]].isKept else { continue }
      left -= 1
      capture.selection = all[slots[position]].id
    }
  }

  mutating func moveToEnd(first: Bool) {
    let all = session.contributions.all
    capture.selection =
      first ? slots.first { all[$0].isKept }.map { all[$0].id } : lastKept
  }
}

extension [Int] {
  /// How many elements of a sorted array are no larger than a value.
  func partition(above value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
