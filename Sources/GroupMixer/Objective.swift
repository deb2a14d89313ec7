extension MixProblem {
  /// Which way is better.
  public var goal: Score.Goal {
    switch measure {
    case .attributes: .least
    case .distances: .most
    }
  }

  /// What an assignment is worth, worked out from the problem alone: no search keeps a hand in it.
  ///
  /// For `.attributes`, to be small: over attributes, groups and pairs within groups, the weight times
  /// what the pair has in common (1 or 0 for categories; for numbers 1 less their difference over the
  /// attribute's range, as in J. C. Gower, *A general coefficient of similarity*, Biometrics 27, 1971),
  /// and the weights of the pairs to avoid that share a group. For `.distances`, to be large: the
  /// distances within groups less those weights.
  ///
  /// - Throws: `MixRefusal.malformed` if the problem or the assignment means nothing.
  public func objective(of assignment: [Int]) throws(MixRefusal) -> Double {
    try check()
    guard fits(assignment) else { throw .malformed(.assignment) }
    return objective(assignment)
  }

  /// As ``objective(of:)`` for what is known to fit.
  func objective(_ assignment: [Int]) -> Double {
    let avoided = avoidedWeight(assignment)
    switch measure {
    case .attributes(let attributes):
      return attributes.reduce(0) { $0 + $1.weight * common(in: $1, assignment) } + avoided
    case .distances(let matrix):
      return within(matrix, assignment) - avoided
    }
  }

  /// The weights of the pairs to avoid that share a group.
  func avoidedWeight(_ assignment: [Int]) -> Double {
    avoid.reduce(0) { $0 + (assignment[$1.first] == assignment[$1.second] ? $1.weight : 0) }
  }

  /// The items of each group, in ascending order.
  func members(_ assignment: [Int]) -> [[Int]] {
    var members: [[Int]] = Array(repeating: [], count: sizes.count)
    for (item, group) in assignment.enumerated() { members[group].append(item) }
    return members
  }

  private func within(_ matrix: DistanceMatrix, _ assignment: [Int]) -> Double {
    var sum = 0.0
    for members in members(assignment) {
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] { sum += matrix[first, second] }
      }
    }
    return sum
  }

  /// What the pairs within groups have in common in one attribute, not weighted.
  private func common(in attribute: Attribute, _ assignment: [Int]) -> Double {
    switch attribute.values {
    case .categories(let values):
      var shared = 0
      for members in members(assignment) {
        var counts: [Int: Int] = [:]
        for item in members {
          let before = counts[values[item], default: 0]
          shared += before
          counts[values[item]] = before + 1
        }
      }
      return Double(shared)
    case .numbers(let values):
      let range = Attribute.range(of: values)
      return members(assignment).reduce(0) { sum, members in
        let pairs = Double(members.count * (members.count - 1) / 2)
        let apart = Attribute.apart(members.map { values[$0] })
        return sum + pairs - (range > 0 ? apart / range : 0)
      }
    }
  }
}

extension Attribute {
  /// The greatest number less the least, 0 where there are none.
  static func range(of values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }

  /// The differences of all pairs, summed.
  static func apart(_ values: [Double]) -> Double {
    let last = values.count - 1
    return values.sorted().enumerated().reduce(0) { sum, entry in
      sum + Double(2 * entry.offset - last) * entry.element
    }
  }
}
