import GroupMixer
import Mixing
import SessionEngine
import Terminal

// What is wished of single people: who shares a group, who hosts, who stays.
extension ConsoleState {
  mutating func performOnWishes(_ action: Action) -> [Effect]? {
    switch action {
    case .together, .apart: askWithWhom(action)
    case .host, .pin: return togglePin(isHost: action == .host)
    case .wishes: showWishes()
    case .swap: askSwap()
    case .repair: askRepair()
    default: return nil
    }
    return []
  }

  private mutating func askWithWhom(_ action: Action) {
    guard let chosen = groups.selection.flatMap({ session.delegates[$0] }) else { return }
    let items = session.delegates.values.filter { $0.id != chosen.id }.map { person in
      Picker.Item(
        title: person.name, detail: person.profile.organisation, choice: .delegate(person.id))
    }
    let question = action == .together ? "shares a group with whom?" : "is apart from whom?"
    choose(.wish(action, chosen.id), "\(chosen.name) \(question)", items)
  }

  /// Two people who are to share a group, or not to.
  mutating func wish(_ action: Action, _ one: DelegateID, _ other: DelegateID) -> [Effect] {
    var wishes = session.mixWishes
    if action == .together {
      wishes.together.append([one, other])
    } else {
      wishes.apart.append([one, other])
    }
    return wish(wishes)
  }

  /// Sets wishes, unless those there are can be kept and these cannot: that is said at once, in names.
  private mutating func wish(_ wishes: MixWishes) -> [Effect] {
    if let refusal = contradiction(in: wishes), contradiction(in: session.mixWishes) == nil {
      notice = .error(refusal.description)
      return []
    }
    return [.perform(.wish(wishes), .plain)]
  }

  /// Says of what was just wished that it cannot be had, or is not kept by those who sit already.
  mutating func noteWishes(_ decision: Decision) {
    guard decision.turn == nil, decision.events.contains(where: { $0 is MixingWished }) else {
      return
    }
    if mixing?.refusal != nil {
      notice = .warning(decision.account + ": it cannot be had")
    } else if mixing == nil, !session.seatedAgainstWishes.isEmpty {
      notice = .warning(decision.account + "; not kept now: R repairs")
    }
  }

  private func contradiction(in wishes: MixWishes) -> Refusal? {
    if let refusal = MixOrder.contradiction(in: wishes, session) { return refusal }
    guard let order = try? MixOrder(session, wishes: wishes) else { return nil }
    do throws(MixRefusal) { _ = try MixSearch(order.problem, seed: 1) } catch {
      return order.refusal(error)
    }
    return nil
  }

  private mutating func togglePin(isHost: Bool) -> [Effect] {
    guard let id = groups.selection else { return [] }
    guard let group = session.seats[id] else {
      notice = .warning("\(session.delegates[id]?.name ?? "nobody") has no seat yet: m gives one")
      return []
    }
    var wishes = session.mixWishes
    let list = isHost ? \MixWishes.hosts : \MixWishes.pins
    let stays = wishes[keyPath: list].contains { $0.delegate == id && $0.group == group }
    wishes.hosts.removeAll { $0.delegate == id }
    wishes.pins.removeAll { $0.delegate == id }
    if !stays { wishes[keyPath: list].append(.init(id, at: group)) }
    return wish(wishes)
  }

  /// Every wish in a sentence, with the wishes that are left without it.
  var wishList: [(text: String, without: MixWishes)] {
    let wishes = session.mixWishes
    func names(_ people: [DelegateID]) -> String {
      people.map { session.delegates[$0]?.name ?? "somebody who is gone" }
        .joined(separator: ", ")
    }
    func place(_ pin: MixWishes.Pin) -> String {
      session.group(pin.group)?.name ?? "a group that is gone"
    }
    func without(_ change: (inout MixWishes) -> Void) -> MixWishes {
      var rest = wishes
      change(&rest)
      return rest
    }
    var list: [(String, MixWishes)] = []
    for (index, set) in wishes.together.enumerated() {
      list.append(("together: " + names(set), without { $0.together.remove(at: index) }))
    }
    for (index, set) in wishes.apart.enumerated() {
      list.append(("apart: " + names(set), without { $0.apart.remove(at: index) }))
    }
    for (index, pin) in wishes.hosts.enumerated() {
      list.append(
        ("\(names([pin.delegate])) hosts \(place(pin))", without { $0.hosts.remove(at: index) }))
    }
    for (index, pin) in wishes.pins.enumerated() {
      list.append(
        ("\(names([pin.delegate])) stays at \(place(pin))", without { $0.pins.remove(at: index) }))
    }
    for (index, text) in wishes.cover.enumerated() {
      list.append(
        (
          MixWishes.coverWords(text, in: session.plan),
          without { $0.cover.remove(at: index) }
        ))
    }
    if let sizes = wishes.sizes {
      list.append(("\(sizes.least) to \(sizes.most) people a group", without { $0.sizes = nil }))
    }
    if !wishes.balance.isEmpty {
      list.append(("balance only: " + wishes.balanceWords, without { $0.balance = [] }))
    }
    return list
  }

  private mutating func showWishes() {
    let list = wishList
    guard !list.isEmpty else {
      notice = .good("nothing is wished yet: t together, a apart, h host, P stays")
      return
    }
    let items = list.enumerated().map { index, wish in
      Picker.Item(lead: "\(index + 1)", title: wish.text, choice: .wish(index))
    }
    choose(.wishes, "What is wished: Enter drops one", items)
  }
}
