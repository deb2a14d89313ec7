/// Where the contribution of each number stands.
///
/// Numbers without letters, which are nearly all, run from 1 upwards without gaps: an array finds
/// them quicker than a dictionary could, in a sixth of the space; in pages, since a session is copied
/// whenever a screen is to show it.
struct NumberIndex: Sendable {
  /// The slot of each number without letters, one place before its value; -1 for one not given.
  private var plain = PagedArray<Int32>()
  private var lettered: [ContributionNumber: Int32] = [:]

  /// A number beyond this is looked up like one with letters: no journal may ask for so large an
  /// array by one large number.
  private static let limit = 1 << 20

  subscript(number: ContributionNumber) -> Int? {
    guard Self.isPlain(number) else { return lettered[number].map(Int.init) }
    guard number.value <= plain.count else { return nil }
    let slot = plain[number.value - 1]
    return slot < 0 ? nil : Int(slot)
  }

  /// Notes where the contribution of a number stands; `false` where the number is given already.
  mutating func insert(_ number: ContributionNumber, at slot: Int) -> Bool {
    guard Self.isPlain(number) else {
      guard let before = lettered.updateValue(Int32(slot), forKey: number) else { return true }
      lettered[number] = before
      return false
    }
    while plain.count < number.value { plain.append(-1) }
    guard plain[number.value - 1] < 0 else { return false }
    plain[number.value - 1] = Int32(slot)
    return true
  }

  private static func isPlain(_ number: ContributionNumber) -> Bool {
    number.series.isEmpty && (1...limit).contains(number.value)
  }
}
