import SessionEngine
import Terminal

extension ConsoleState {
  mutating func performInGroups(_ action: Action) -> [Effect]? {
    let chosen = groups.selection.flatMap { session.delegates[$0] }
    switch action {
    case .seatNext, .seatPrevious:
      guard let chosen, !session.tables.isEmpty else { return [] }
      let tables = session.tables.map(\.id)
      let now = session.seats[chosen.id].flatMap { tables.firstIndex(of: $0) }
      let step = action == .seatNext ? 1 : -1
      let target = now.map { ($0 + step + tables.count) % tables.count } ?? 0
      return [.perform(.seat([.init(delegate: chosen.id, group: tables[target])]), .plain)]
    case .tableBefore, .tableAfter:
      stepTable(action == .tableAfter ? 1 : -1)
    case .seatAt:
      guard let chosen else { return [] }
      choose(
        .seat(chosen.id), "Seat \(chosen.name) in which group?",
        tableItems(marked: session.seats[chosen.id]))
    case .groupCount:
      overlays.append(
        .prompt(
          Prompt(
            purpose: .groupCount, title: "how many groups",
            hint: "now \(session.tables.count)")))
    case .assignPriority:
      if let table = tableInView { chooseWork(of: table) } else { chooseTable(to: .assignPriority) }
    case .renameGroup:
      if let table = tableInView { askName(of: table) } else { chooseTable(to: .renameGroup) }
    default: return nil
    }
    return []
  }

  /// Where nobody sits there is no chosen delegate to tell the group by, so it is asked for.
  private mutating func chooseTable(to action: Action) {
    choose(.table(action), "Which group?", tableItems(marked: nil))
  }

  mutating func chooseWork(of table: Group) {
    choose(
      .assign(table.id, round: session.round ?? 1),
      "\(table.name) works on which priority in round \(session.round ?? 1)?",
      priorityItems(of: table.id, inRound: session.round ?? 1))
  }

  mutating func askName(of table: Group) {
    overlays.append(
      .prompt(
        Prompt(
          purpose: .renameGroup(table.id), title: "rename \(table.name)", hint: "",
          editor: LineEditor(text: table.name))))
  }

  private func tableItems(marked: GroupID?) -> [Picker.Item] {
    groupItems.filter { $0.choice != .group(Group.wholeRoom.id) }.map { item in
      var item = item
      item.isMarked = marked.map { item.choice == .group($0) } ?? false
      return item
    }
  }

  /// The priorities, and behind them what the room before wanted to become one.
  private func priorityItems(of table: GroupID, inRound round: Int) -> [Picker.Item] {
    let priorities = session.plan.priorities
    let wanted = session.wantedBefore.enumerated().map { index, wish in
      Picker.Item(
        lead: "\(priorities.count + index + 1)", title: wish.text,
        detail: "new: the room before wanted it", choice: .wanted(index))
    }
    let items = priorities.enumerated().map { index, priority in
      let others = session.tables.filter {
        $0.id != table && session.priority(of: $0.id, inRound: round) == priority.id
      }
      return Picker.Item(
        lead: "\(index + 1)", title: priority.title,
        detail: others.map(\.name).joined(separator: ", "), choice: .priority(priority.id),
        isMarked: session.priority(of: table, inRound: round) == priority.id)
    }
    return items + wanted
  }

  /// Makes what the room before wanted a priority, and gives it to a group.
  func takeUp(_ index: Int, for group: GroupID, inRound round: Int) -> [Effect] {
    let wanted = session.wantedBefore
    guard wanted.indices.contains(index) else { return [] }
    var plan = session.plan
    let id = plan.takeUp(wanted[index])
    return [
      .perform(.revisePlan(PlanRevised(priorities: plan.priorities)), .plain),
      .perform(.assign(group, id, round: round), .plain),
    ]
  }

  /// Goes to the delegate in the same place in another group, or the last one there.
  private mutating func stepTable(_ by: Int) {
    var lists = session.tables.map { session.members(of: $0.id).map(\.id) }
    lists.append(session.delegates.keys.filter { session.seats[$0] == nil })
    lists = lists.filter { !$0.isEmpty }
    guard let chosen = groups.selection,
      let table = lists.firstIndex(where: { $0.contains(chosen) }),
      let place = lists[table].firstIndex(of: chosen)
    else { return }
    let target = lists[(table + by + lists.count) % lists.count]
    groups.selection = target[Swift.min(place, target.count - 1)]
  }

  /// Every delegate in the order of the tables, those without a seat last.
  var seatRows: [DelegateID] {
    let place = Dictionary(
      session.tables.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return session.delegates.values.enumerated().sorted { a, b in
      let ranks = [a, b].map { session.seats[$0.element.id].flatMap { place[$0] } ?? Int.max }
      return (ranks[0], a.offset) < (ranks[1], b.offset)
    }.map(\.element.id)
  }
}
