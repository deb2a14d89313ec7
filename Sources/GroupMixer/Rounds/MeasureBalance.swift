/// Of schedules that cost the same, the one whose two measures are equally good: people who meet again, and
/// people alike at one table.
///
/// In a small room one is had for the other over a wide range, and the sum alone leaves it to chance which of
/// them suffers. Each is measured by how much is left of what chance would give.
struct MeasureBalance: Sendable {
  /// The fewest meetings again that any schedule has, and what chance has more, as they cost.
  private let fewest: Int
  private let again: Int
  /// What people alike at one table cost by chance, beyond what cannot be avoided.
  private let alike: Int

  /// - Parameter fewest: a bound of the pairs that meet again, each as often as it does.
  /// - Returns: `nil` where one of the two is no matter, or comes first.
  init?(_ model: RoundsModel, fewest: Int) {
    guard !model.categories.isEmpty, model.meetingsFirst == 1, model.itemCount > 1 else {
      return nil
    }
    func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
    let all = pairs(model.itemCount)
    let seated = model.evenLoads.reduce(0) { $0 + pairs($1) }
    let chance = Double(seated) / Double(all)
    self.fewest = fewest * RoundsModel.one
    again =
      Int(Double(all * pairs(model.rounds)) * chance * chance) * RoundsModel.one - self.fewest
    alike = model.categories.reduce(0) { sum, category in
      var counts = Array(repeating: 0, count: category.valueCount)
      for value in category.values { counts[value] += 1 }
      let usual = Int(Double(counts.reduce(0) { $0 + pairs($1) }) * chance)
      return sum + category.weight * (usual - category.unavoidable) * model.rounds
    }
    guard again > 0, alike > 0 else { return nil }
  }

  /// How far the two lie apart, in thousandths of what chance has.
  func imbalance(of state: RoundsState) -> Int {
    let alike = state.alikeCost
    return abs((state.cost - alike - fewest) * 1000 / again - alike * 1000 / self.alike)
  }
}

extension RoundsState {
  /// What people alike at one table cost, beyond what cannot be avoided.
  fileprivate var alikeCost: Int {
    var cost = -model.categories.reduce(0) { $0 + $1.weight * $1.unavoidable } * model.rounds
    for cell in 0..<(model.rounds * model.tables) {
      for (k, category) in model.categories.enumerated() {
        let start = cell * valueCount + offsets[k]
        for count in tally[start..<(start + category.valueCount)] {
          cost += Int(count) * (Int(count) - 1) / 2 * category.weight
        }
      }
    }
    return cost
  }
}
