import GroupMixer

/// Rosters made up for measuring, the same for the same seed.
struct MixingRosters {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }

  /// An attribute of which a few values are common and many are rare, as organisations are, or all alike.
  private mutating func attribute(_ people: Int, kinds: Int, isFlat: Bool) -> Attribute {
    var shares = (0..<kinds).map { kind in
      isFlat ? 1 : kinds > 10 ? 1 / Double(kind + 1) : 0.2 + Double(below(1000)) / 1000
    }
    let sum = shares.reduce(0, +)
    for kind in shares.indices { shares[kind] /= sum }
    let values = (0..<people).map { _ in
      var left = Double(random.next() >> 11) / Double(1 << 53)
      for (kind, share) in shares.enumerated() {
        if left < share { return kind }
        left -= share
      }
      return kinds - 1
    }
    return Attribute(.categories(values))
  }

  /// So many people for so many tables, with attributes of so many values each.
  mutating func room(
    _ people: Int, _ tables: Int, kinds: [Int], slack: Int = 0, isFlat: Bool = false
  ) -> MixProblem {
    MixProblem(
      itemCount: people, sizes: GroupSizes.even(items: people, groups: tables, slack: slack),
      measure: .attributes(kinds.map { attribute(people, kinds: $0, isFlat: isFlat) }))
  }

  /// A roster as a spreadsheet saves it.
  mutating func file(_ people: Int, kinds: [Int], isFlat: Bool) -> String {
    let columns = ["Organisation", "Sector", "Role", "Seniority"]
    var lines = ["Name," + columns.prefix(kinds.count).joined(separator: ",")]
    let attributes = kinds.map { attribute(people, kinds: $0, isFlat: isFlat) }
    for person in 0..<people {
      let cells = attributes.map { attribute in
        if case .categories(let values) = attribute.values { "v\(values[person])" } else { "" }
      }
      lines.append((["Person \(person)"] + cells).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Wishes of every kind for 120 people at ten tables, none of which contradict one another.
  mutating func wishes() -> Wishes {
    var wishes = Wishes(
      together: [[0, 1], [2, 3], [4, 5, 6], [7, 8], [9, 10]],
      apart: [[0, 2], [4, 7, 9], Array(11..<20)],
      covers: [Cover(20..<30), Cover(30..<45)])
    for table in 0..<10 { wishes.pins[110 + table] = table }
    return wishes
  }
}
