extension Mix {
  /// Works out everything there is to say about an answer.
  ///
  /// - Parameters:
  ///   - bound: for sizes like these.
  ///   - isExhausted: whether every answer was looked at, so that this one is the best.
  init(_ problem: MixProblem, _ assignment: [Int], bound: MixBound, isExhausted: Bool) {
    self.assignment = assignment
    let members = problem.members(assignment)
    sizes = members.map(\.count)
    let objective = problem.objective(assignment)
    score = Score(
      problem, objective: objective, bound: bound.objective, sizes: sizes, isExhausted: isExhausted)
    avoided = problem.avoidedWeight(assignment)
    guard case .attributes(let attributes) = problem.measure else {
      differences = nil
      spreads = []
      return
    }
    let pairs = Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    let weights = attributes.reduce(0) { $0 + $1.weight }
    differences = Differences(
      reached: pairs * weights - (objective - avoided),
      bound: pairs * weights - (isExhausted && problem.avoid.isEmpty ? objective : bound.common))
    spreads = zip(attributes, bound.ofAttributes).map { attribute, bound in
      switch attribute.values {
      case .categories(let values):
        .categories(CategorySpread(values, members, bound: Int(bound)))
      case .numbers(let values):
        .numbers(NumberSpread(values, members, bound: bound))
      }
    }
  }
}

extension Score {
  init(
    _ problem: MixProblem, objective: Double, bound: Double, sizes: [Int], isExhausted: Bool
  ) {
    goal = problem.goal
    self.objective = objective
    self.bound = isExhausted ? objective : bound
    // Sums of numbers that are not whole are not exact to the last digit.
    let tolerance = 1e-9 * max(1, bound.magnitude)
    switch goal {
    case .least:
      let even = GroupSizes.mostEven(items: problem.itemCount, within: problem.sizes) ?? []
      let isEven = GroupSizes.unevenness(even) == GroupSizes.unevenness(sizes)
      isOptimal = isExhausted || isEven && objective <= bound + tolerance
    case .most:
      isOptimal = isExhausted || objective >= bound - tolerance
    }
  }
}

extension CategorySpread {
  fileprivate init(_ values: [Int], _ members: [[Int]], bound: Int) {
    let kinds = (values.max() ?? -1) + 1
    var counts = members.map { _ in Array(repeating: 0, count: kinds) }
    var totals = Array(repeating: 0, count: kinds)
    for (group, items) in members.enumerated() {
      for item in items {
        counts[group][values[item]] += 1
        totals[values[item]] += 1
      }
    }
    let sizes = members.map(\.count)
    let shares = totals.map { CountingBound.even($0, room: sizes) }
    self.counts = counts
    even = sizes.indices.map { group in shares.map { $0[group] } }
    shared = counts.joined().reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    sharedBound = bound
  }
}

extension NumberSpread {
  fileprivate init(_ values: [Double], _ members: [[Int]], bound: Double) {
    func mean(_ numbers: [Double]) -> Double? {
      numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
    }
    let groups = members.map { $0.map { values[$0] } }
    means = groups.map(mean)
    self.mean = mean(values) ?? 0
    apart = groups.reduce(0) { $0 + Attribute.apart($1) }
    apartBound = bound
  }
}
