/// The fewest pairs that share a value of one attribute, all its values at once.
///
/// Where sizes differ much, what is best for each value alone does not fit: every value wants as many
/// in the small group as in the large one. All values of one attribute together are a transportation
/// problem with convex costs, solved exactly by successive shortest paths (Ahuja, Magnanti, Orlin,
/// *Network Flows*, 1993, chapters 9 and 14).
struct TransportBound {
  private let room: [Int]
  private let values: Int
  /// How many items of each value are in each group: `flow[value][group]`.
  private var flow: [[Int]]
  private var load: [Int]

  /// The fewest pairs within groups of these sizes that share a value.
  ///
  /// - Parameters:
  ///   - counts: how many items have each value.
  ///   - sizes: of the groups; they have room for all.
  static func pairs(_ counts: [Int], sizes: [Int]) -> Int {
    var bound = TransportBound(counts, sizes)
    for value in counts.indices {
      for _ in 0..<counts[value] where !bound.send(value) { return 0 }
    }
    return bound.flow.joined().reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }

  private init(_ counts: [Int], _ sizes: [Int]) {
    room = sizes
    values = counts.count
    flow = Array(repeating: Array(repeating: 0, count: sizes.count), count: counts.count)
    load = Array(repeating: 0, count: sizes.count)
  }

  /// Sends one more item of the value where it and those that make way for it cost least.
  private mutating func send(_ value: Int) -> Bool {
    let far = Int.max / 2
    var toValue = Array(repeating: far, count: values)
    var toGroup = Array(repeating: far, count: room.count)
    var valueBefore = Array(repeating: -1, count: room.count)
    var groupBefore = Array(repeating: -1, count: values)
    toValue[value] = 0
    var changed = [value]
    // Bellman and Ford's relaxation: there is no negative cycle, as every flow so far is the cheapest.
    while !changed.isEmpty {
      var reached: [Int] = []
      for from in changed {
        for group in room.indices where toValue[from] + flow[from][group] < toGroup[group] {
          toGroup[group] = toValue[from] + flow[from][group]
          valueBefore[group] = from
          if !reached.contains(group) { reached.append(group) }
        }
      }
      changed = []
      for group in reached {
        for other in 0..<values where flow[other][group] > 0 {
          let cost = toGroup[group] - (flow[other][group] - 1)
          guard cost < toValue[other] else { continue }
          toValue[other] = cost
          groupBefore[other] = group
          if !changed.contains(other) { changed.append(other) }
        }
      }
    }
    let open = room.indices.filter { load[$0] < room[$0] }
    guard var group = open.min(by: { toGroup[$0] < toGroup[$1] }) else { return false }
    load[group] += 1
    while true {
      let sender = valueBefore[group]
      flow[sender][group] += 1
      guard sender != value else { return true }
      group = groupBefore[sender]
      flow[sender][group] -= 1
    }
  }
}
