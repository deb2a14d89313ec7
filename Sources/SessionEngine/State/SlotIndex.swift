/// Where the contribution of each identifier stands.
///
/// A dictionary would do but for two things. A session is copied whenever a screen is to show it, and
/// the next change would then copy the whole dictionary; here it copies one part in 256. And it would
/// hold every identifier a second time, with room to spare; here only slots and parts of hashes are
/// held, and the identifiers are looked up in the list.
struct SlotIndex: Sendable {
  /// Open addressing: the hash's upper half and the slot, or `free`. Slots only ever come in.
  private typealias Part = [UInt64]

  private static let free = UInt64.max
  private static let partBits = 8
  private var parts: [Part] = []
  private var counts: [Int32] = []

  /// The slot of an identifier; `list` has the identifier that stands in a slot.
  func slot(
    of id: ContributionID, in list: PagedArray<Contribution>
  ) -> Int? {
    guard !parts.isEmpty else { return nil }
    let hash = Self.hash(id)
    let part = parts[Self.part(of: hash)]
    guard !part.isEmpty else { return nil }
    var place = Int(truncatingIfNeeded: hash >> 32) & (part.count - 1)
    while part[place] != Self.free {
      if part[place] >> 32 == hash >> 32 {
        let slot = Int(part[place] & 0xFFFF_FFFF)
        if list[slot].id == id { return slot }
      }
      place = (place + 1) & (part.count - 1)
    }
    return nil
  }

  /// Notes the slot of an identifier that is about to be appended to the list.
  ///
  /// - Returns: false where the identifier is in the list already; then nothing changes.
  mutating func insert(
    _ id: ContributionID, at slot: Int, in list: PagedArray<Contribution>
  ) -> Bool {
    if parts.isEmpty {
      parts = Array(repeating: [], count: 1 << Self.partBits)
      counts = Array(repeating: 0, count: 1 << Self.partBits)
    }
    let hash = Self.hash(id)
    let number = Self.part(of: hash)
    if Int(counts[number]) * 4 >= parts[number].count * 3 { Self.grow(&parts[number]) }
    let mask = parts[number].count - 1
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while parts[number][place] != Self.free {
      let entry = parts[number][place]
      if entry >> 32 == hash >> 32, list[Int(entry & 0xFFFF_FFFF)].id == id { return false }
      place = (place + 1) & mask
    }
    parts[number][place] = hash & ~0xFFFF_FFFF | UInt64(slot)
    counts[number] += 1
    return true
  }

  /// Twice the room. Where an entry goes is told by the half of the hash that it holds, so that no
  /// identifier is hashed again.
  private static func grow(_ part: inout Part) {
    let old = part
    let count = max(4, old.count * 2)
    part = Array(repeating: free, count: count)
    for entry in old where entry != free {
      var place = Int(truncatingIfNeeded: entry >> 32) & (count - 1)
      while part[place] != free { place = (place + 1) & (count - 1) }
      part[place] = entry
    }
  }

  /// Seeded anew in every process, so that nobody can choose identifiers that all go to one place.
  private static func hash(_ id: ContributionID) -> UInt64 {
    UInt64(bitPattern: Int64(id.text.hashValue))
  }

  private static func part(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (1 << partBits - 1)
  }
}
