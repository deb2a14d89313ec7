/// A problem without the items that are not there.
struct Present {
  let problem: MixProblem
  /// The number in the whole problem of each item of `problem`.
  let items: [Int]

  init(_ whole: MixProblem, without absent: Set<Int>) {
    let items = (0..<whole.itemCount).filter { !absent.contains($0) }
    var number: [Int: Int] = [:]
    for (index, item) in items.enumerated() { number[item] = index }
    func present(_ sets: [[Int]]) -> [[Int]] { sets.map { $0.compactMap { number[$0] } } }
    var wishes = Wishes(
      together: present(whole.wishes.together), apart: present(whole.wishes.apart),
      covers: whole.wishes.covers.map { cover in
        Cover(cover.items.compactMap { number[$0] }, in: cover.groups)
      })
    for (item, group) in whole.wishes.pins {
      if let index = number[item] { wishes.pins[index] = group }
    }
    let avoid = whole.avoid.compactMap { pair -> WeightedPair? in
      guard let first = number[pair.first], let second = number[pair.second] else { return nil }
      return WeightedPair(first, second, weight: pair.weight)
    }
    self.items = items
    problem = MixProblem(
      itemCount: items.count, sizes: whole.sizes, measure: whole.measure.of(items),
      wishes: wishes, avoid: avoid)
  }

  /// The wish in the numbers of the whole problem.
  func original(_ name: WishName) -> WishName {
    if case .pin(let index) = name { .pin(item: items[index]) } else { name }
  }

  /// Does something, and has what it refuses speak in the numbers of the whole problem.
  func translating<Result>(
    _ body: () throws(MixRefusal) -> Result
  ) throws(MixRefusal) -> Result {
    do {
      return try body()
    } catch .contradiction(let conflict) {
      throw .contradiction(
        Conflict(wishes: conflict.wishes.map(original), isSmallest: conflict.isSmallest))
    }
  }
}

extension Measure {
  /// The same measure of some of the items.
  fileprivate func of(_ items: [Int]) -> Measure {
    switch self {
    case .attributes(let attributes):
      return .attributes(
        attributes.map { attribute in
          switch attribute.values {
          case .categories(let values):
            Attribute(.categories(items.map { values[$0] }), weight: attribute.weight)
          case .numbers(let values):
            Attribute(.numbers(items.map { values[$0] }), weight: attribute.weight)
          }
        })
    case .distances(let matrix):
      var fewer = DistanceMatrix(count: items.count)
      for (index, item) in items.enumerated() {
        for (other, second) in items[..<index].enumerated() {
          fewer[index, other] = matrix[item, second]
        }
      }
      return .distances(fewer)
    }
  }
}
