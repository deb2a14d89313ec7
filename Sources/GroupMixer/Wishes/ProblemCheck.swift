extension MixProblem {
  /// Whether the problem means something at all; whether its wishes can be kept is another question.
  ///
  /// - Throws: `MixRefusal.malformed` with the first flaw.
  public func check() throws(MixRefusal) {
    if let flaw = flaw { throw .malformed(flaw) }
  }

  private var flaw: Flaw? {
    if itemCount < 0 || itemCount > 0 && sizes.isEmpty { return .noGroups }
    if let group = sizes.firstIndex(where: { $0.lowerBound < 0 }) { return .size(group: group) }
    return flawOfMeasure ?? flawOfWishes ?? flawOfAvoid
  }

  private var flawOfMeasure: Flaw? {
    switch measure {
    case .attributes(let attributes):
      attributes.firstIndex { !isSound($0) }.map(Flaw.attribute)
    case .distances(let matrix):
      matrix.count == itemCount && matrix.values.allSatisfy(Self.isUsable) ? nil : .distances
    }
  }

  private func isSound(_ attribute: Attribute) -> Bool {
    guard Self.isUsable(attribute.weight), attribute.weight > 0 else { return false }
    switch attribute.values {
    case .categories(let values):
      return values.count == itemCount && values.allSatisfy { (0..<10_000).contains($0) }
    case .numbers(let values):
      return values.count == itemCount && values.allSatisfy(Self.isUsable)
    }
  }

  /// Finite, and so far from the largest number that sums are finite too.
  private static func isUsable(_ number: Double) -> Bool { number.magnitude <= 1e100 }

  private var flawOfWishes: Flaw? {
    let items = 0..<itemCount
    func foreign(_ sets: [[Int]]) -> Int? {
      sets.firstIndex { !$0.allSatisfy(items.contains) }
    }
    if let index = foreign(wishes.together) { return .wish(.together(index)) }
    if let index = foreign(wishes.apart) { return .wish(.apart(index)) }
    let foreignCover = wishes.covers.firstIndex { cover in
      !cover.items.allSatisfy(items.contains)
        || cover.groups?.isSubset(of: sizes.indices) == false
    }
    if let foreignCover { return .wish(.cover(foreignCover)) }
    let foreignPins = wishes.pins.filter { item, group in
      !items.contains(item) || !sizes.indices.contains(group)
    }
    return foreignPins.keys.min().map { .wish(.pin(item: $0)) }
  }

  private var flawOfAvoid: Flaw? {
    let items = 0..<itemCount
    return avoid.firstIndex { pair in
      !items.contains(pair.first) || !items.contains(pair.second) || pair.first == pair.second
        || !Self.isUsable(pair.weight) || pair.weight < 0
    }.map(Flaw.avoid)
  }

  /// Whether the assignment is one of this problem, whatever it does to the wishes.
  func fits(_ assignment: [Int]) -> Bool {
    assignment.count == itemCount && assignment.allSatisfy(sizes.indices.contains)
  }

  /// The wishes that this assignment breaks, in the order of `Conflict.wishes`; none for an answer.
  /// Worked out from the problem alone, independently of any search.
  ///
  /// - Throws: `MixRefusal.malformed` if the problem or the assignment means nothing.
  public func broken(by assignment: [Int]) throws(MixRefusal) -> [WishName] {
    try check()
    guard fits(assignment) else { throw .malformed(.assignment) }
    return brokenWishes(assignment)
  }

  /// As ``broken(by:)`` for what is known to fit.
  func brokenWishes(_ assignment: [Int]) -> [WishName] {
    var broken: [WishName] = []
    func groups(_ set: [Int]) -> Int { Set(set.map { assignment[$0] }).count }
    for (index, set) in wishes.together.enumerated() where groups(set) > 1 {
      broken.append(.together(index))
    }
    for (index, set) in wishes.apart.enumerated() where groups(set) < Set(set).count {
      broken.append(.apart(index))
    }
    for item in wishes.pins.keys.sorted() where assignment[item] != wishes.pins[item] {
      broken.append(.pin(item: item))
    }
    for (index, cover) in wishes.covers.enumerated() {
      let wanted = Set(cover.groups(of: sizes.count))
      let reached = wanted.intersection(cover.items.map { assignment[$0] }).count
      if reached < min(Set(cover.items).count, wanted.count) { broken.append(.cover(index)) }
    }
    var count = Array(repeating: 0, count: sizes.count)
    for group in assignment { count[group] += 1 }
    for group in sizes.indices where !sizes[group].contains(count[group]) {
      broken.append(.size(group: group))
    }
    return broken
  }
}
