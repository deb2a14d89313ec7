/// The best that pairs could do if every item chose its partners by itself.
enum PartnerBound {
  /// The largest sum of gains within groups: every item has as many partners as its group has others,
  /// and at best those with whom it gains most; each pair is counted from both ends.
  ///
  /// - Parameters:
  ///   - partners: the fewest and the most others an item can have.
  ///   - pairs: the fewest and the most pairs within groups.
  ///   - gains: of every two items, row after row.
  static func most(
    _ items: Int, partners: ClosedRange<Int>, pairs: ClosedRange<Int>, gains: [Int32]
  ) -> Int {
    var sum = 0
    var chosen = 0
    var others: [Int32] = []
    for item in 0..<items {
      var row = Array(gains[(item * items)..<((item + 1) * items)])
      row.remove(at: item)
      row.sort(by: >)
      sum += row.prefix(partners.lowerBound).reduce(0) { $0 + Int($1) }
      chosen += min(partners.lowerBound, row.count)
      others += row.prefix(partners.upperBound).dropFirst(partners.lowerBound)
    }
    others.sort(by: >)
    for gain in others {
      guard chosen < 2 * pairs.lowerBound || chosen < 2 * pairs.upperBound && gain > 0 else {
        break
      }
      sum += Int(gain)
      chosen += 1
    }
    // Half of it, rounded down, below 0 too.
    return sum >> 1
  }
}
