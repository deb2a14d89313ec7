import GroupMixer
import SessionEngine

/// What the groups have in each round, over all rounds in one sentence a column.
struct RoundsSpread {
  private(set) var sentences: [String] = []
  private let order: MixOrder
  private let tables: [[Int]]

  init(_ order: MixOrder, _ schedule: RoundsSchedule) {
    self.order = order
    tables = schedule.tables
    guard !tables.isEmpty, !order.groups.isEmpty else { return }
    sentences = order.traits.compactMap { trait in
      switch trait.attribute {
      case .categories(let values): categories(trait, values)
      case .numbers: MixAccount.numbers(trait, order, tables)
      }
    }
    sentences += order.covers.indices.map(cover)
    if !order.traits.isEmpty, schedule.measures.totalExcess == 0 {
      sentences.append("Every round is as mixed as can be.")
    }
  }

  /// How many of each value each group has in a round: `counts[group][value]`.
  private func counts(_ values: [Int], _ kinds: Int, _ round: [Int]) -> [[Int]] {
    var counts = Array(
      repeating: Array(repeating: 0, count: kinds), count: order.groups.count)
    for (item, group) in round.enumerated() { counts[group][values[item]] += 1 }
    return counts
  }

  private func categories(_ trait: Trait, _ values: [Int]) -> String? {
    let kinds = trait.values.count
    guard kinds > 0 else { return nil }
    let groups = order.groups.count
    let totals = (0..<kinds).map { kind in values.count { $0 == kind } }
    let rounds = tables.map { counts(values, kinds, $0) }
    let reached = (0..<kinds).map { kind in
      rounds.map { counts in counts.count { $0[kind] > 0 } }
    }
    let order = (0..<kinds).sorted { (totals[$1], $0) < (totals[$0], $1) }
    var everywhere: [String] = []
    var scarce: [String] = []
    var lacking: [String] = []
    for kind in order where totals[kind] > 0 && trait.values[kind] != Trait.notGiven {
      let name = trait.values[kind]
      let least = reached[kind].min() ?? 0
      if least == groups {
        everywhere.append(name)
      } else if least == min(groups, totals[kind]) {
        scarce.append("\(name) (\(totals[kind]))")
      } else {
        let most = reached[kind].max() ?? 0
        lacking.append(
          "\(name) is in \(least == most ? "\(least)" : "\(least) to \(most)") of \(groups) groups")
      }
    }
    var parts: [String] = []
    if !everywhere.isEmpty {
      parts.append("in every round every group has " + MixAccount.listed(everywhere))
    }
    if !scarce.isEmpty { parts.append("too few for every group: " + MixAccount.listed(scarce)) }
    parts += lacking.prefix(3)
    if lacking.count > 3 { parts.append("and \(lacking.count - 3) more like that") }
    parts.append(share(rounds, totals))
    return "\(trait.title): \(parts.joined(separator: "; "))."
  }

  /// How far any group is off an even share of any value in any round.
  private func share(_ rounds: [[[Int]]], _ totals: [Int]) -> String {
    let groups = order.groups.count
    var most = 0
    for counts in rounds {
      for row in counts {
        for (kind, count) in row.enumerated() {
          let low = totals[kind] / groups
          let high = (totals[kind] + groups - 1) / groups
          most = max(most, low - count, count - high)
        }
      }
    }
    return most == 0
      ? "even shares in every round" : "no group is ever more than \(most) off an even share"
  }

  private func cover(_ index: Int) -> String {
    let cover = order.covers[index]
    let (title, people) = (cover.words, cover.people)
    if people.isEmpty { return "\(title): nobody who is here has it." }
    let wanting = order.groups(wanting: index)
    if wanting.isEmpty { return "\(title): no group comes there." }
    let least = tables.map { round in wanting.intersection(people.map { round[$0] }).count }.min()
    if least == wanting.count {
      let names = wanting.sorted().map { order.groups[$0].name }
      return wanting.count == order.groups.count
        ? "\(title): in every group in every round."
        : "\(title): in \(MixAccount.listed(names)) in every round."
    }
    return "\(title): in \(least ?? 0) of \(wanting.count) groups in every round, because there "
      + "\(people.count == 1 ? "is" : "are") only \(people.count)."
  }
}
