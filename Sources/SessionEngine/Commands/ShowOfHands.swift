// How many hands there can be. A rule of the moment: who is here changes, and what was counted stands.
extension Session {
  /// Why so many hands cannot have been raised; `nil` where they can.
  ///
  /// A voter raises a hand, or shows as many fingers as dots may go on one item; all counts together are no
  /// more than all dots there are.
  func excess(of hands: [Scoring.Hands], in scoring: Scoring) -> Refusal? {
    guard case .dots(let budget, let most) = scoring.method, let voters = handsInTheRoom else {
      return nil
    }
    let remedy = "count again, or say who is present first"
    let highest = voters.multiplied(saturating: most)
    if let high = hands.first(where: { ($0.hands ?? 0) > highest }) {
      return Refusal(
        "\(high.hands ?? 0) hands for \(name(of: high.item, scoring.kind)) are more than"
          + " \(voters) voters can give"
          + (most > 1 ? ", \(most) each at most" : ""), remedy: remedy)
    }
    var counts = scoring.hands
    for count in hands { counts[count.item] = count.hands }
    let total = counts.values.reduce(0) { $0.adding(saturating: $1) }
    let all = voters.multiplied(saturating: budget)
    // What puts a count right downwards stands, though others above it are still to be put right.
    guard total > all, total > scoring.hands.values.reduce(0, +) else { return nil }
    return Refusal(
      "that would be \(total) hands in all, and \(voters) voters have"
        + " \(all)\(budget > 1 ? ", \(budget) each" : "")", remedy: remedy)
  }

  /// How many may raise a hand: people do, also where tables vote; without a list anybody, and then `nil`.
  private var handsInTheRoom: Int? {
    let people = delegatesHere.count
    return people == 0 ? nil : max(people, tables.count)
  }
}
