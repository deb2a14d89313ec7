import GroupMixer
import SessionEngine

/// What it would do to change places with somebody.
public struct Swap: Sendable {
  /// The other.
  public let other: Delegate
  /// By how much the mix gets better: common traits within groups that there would be fewer of, by
  /// weight; below 0 where it gets worse.
  public let gain: Double
  /// The wishes that this would break, in words; empty where it may be done.
  public let broken: [String]
}

extension MixOrder {
  /// What swapping a person with each of those in other groups would do, the best first.
  ///
  /// - Parameter seats: who sits where; the order must be of those who have a seat.
  public func swaps(of person: DelegateID, _ seats: [DelegateID: GroupID]) -> [Swap] {
    let places = Dictionary(
      groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let assignment = people.map { seats[$0.id].flatMap { places[$0] } ?? 0 }
    guard let item = people.firstIndex(where: { $0.id == person }),
      let alternatives = try? problem.alternatives(to: assignment, for: item)
    else { return [] }
    let swaps = alternatives.swaps.compactMap { swap in
      swap.partner.map {
        Swap(other: people[$0], gain: swap.improvement, broken: swap.breaks.map(words))
      }
    }
    return swaps.enumerated().sorted { a, b in
      let ranks = [a, b].map { ($0.element.broken.isEmpty ? 0 : 1, -$0.element.gain, $0.offset) }
      return ranks[0] < ranks[1]
    }.map(\.element)
  }
}
