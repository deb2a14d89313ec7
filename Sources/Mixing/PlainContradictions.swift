import GroupMixer
import SessionEngine

extension MixOrder {
  /// What can never be kept, whoever is here and however many groups there are: the same people together
  /// and apart, people together who each have another group, people apart who have the same.
  ///
  /// A mix is of those who are here, so a contradiction between others would show only when they come.
  ///
  /// - Parameter isLate: asked while the smallest set is looked for: `true` gives the smallest known by then.
  /// - Returns: the smallest set of wishes that contradicts itself, in names; `nil` where there is none.
  public static func contradiction(
    in wishes: MixWishes, _ session: Session, until isLate: @escaping () -> Bool = { false }
  ) -> Refusal? {
    let named = Set(
      (wishes.together + wishes.apart).joined()
        + (wishes.pins + wishes.hosts).map(\.delegate))
    let people = session.delegates.values.filter { named.contains($0.id) }
    let plain = MixWishes(
      balance: [.nothing], together: wishes.together, apart: wishes.apart, pins: wishes.pins,
      hosts: wishes.hosts)
    guard let order = try? MixOrder(session, wishes: plain, people: people) else { return nil }
    // With a further group for each there is room for whatever is no contradiction.
    let room = Array(repeating: 0...people.count, count: order.groups.count + people.count)
    let problem = MixProblem(
      itemCount: people.count, sizes: room, measure: .attributes([]), wishes: order.wishes)
    do throws(MixRefusal) { _ = try MixSearch(problem, seed: 1, until: isLate) } catch {
      if case .contradiction = error { return order.refusal(error) }
    }
    return nil
  }
}
