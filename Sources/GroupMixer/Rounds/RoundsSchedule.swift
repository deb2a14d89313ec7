/// Who sits at which table in which round, and what came of it.
public struct RoundsSchedule: Sendable, Equatable {
  /// The table of each item in each round: `[round][item]`.
  public let tables: [[Int]]
  /// The place of each table in each round: `[round][table]`, as the problem has it.
  public let places: [[Int]]
  /// What came of it, in numbers a person understands.
  public let measures: RoundsMeasures

  /// Whether nothing can be better: every measure that counts is at its bound.
  public var isOptimal: Bool { measures.isOptimal }

  /// The items at a table in a round, in their order.
  public func items(at table: Int, in round: Int) -> [Int] {
    tables[round].indices.filter { tables[round][$0] == table }
  }

  /// The place of an item in a round.
  public func place(of item: Int, in round: Int) -> Int { places[round][tables[round][item]] }
}

/// A number, and what it cannot be better than.
public struct Bounded: Sendable, Equatable {
  /// The number itself.
  public let value: Int
  /// The value cannot be below this, whatever the schedule. It may be that it cannot be reached
  /// either.
  public let bound: Int

  /// Whether nothing better is possible.
  public var isOptimal: Bool { value <= bound }

  /// - Parameter bound: what the value cannot be below.
  public init(_ value: Int, bound: Int) {
    self.value = value
    self.bound = bound
  }
}

/// What came of a schedule.
public struct RoundsMeasures: Sendable, Equatable {
  /// Σ (times met − 1) over the pairs that meet: meetings that made nobody known to anybody.
  public let repeats: Bounded
  /// Σ C(times met, 2) over all pairs: like the repeats, but the third meeting of a pair counts two
  /// more, the fourth three more.
  public let repeatedPairs: Bounded
  /// How many pairs meet more than once.
  public let pairsMeetingAgain: Int
  /// How often the pair meets that meets most often; the bound is that of schedules with as few repeated
  /// pairs.
  public let mostTimesMet: Bounded
  /// How many others each item meets.
  public let met: [Int]
  /// How many others an item can meet at most, in so many rounds at tables of these sizes.
  public let metPossible: Int
  /// Visits of a place by an item that has been there before, beside those that stay.
  public let visitsRepeated: Bounded
  /// For each round, Σ over attributes, values and tables of the pairs alike, above the fewest that
  /// can be; weights are left out.
  public let excess: [Int]
  /// Meetings of pairs that had better not meet, each by its weight.
  public let avoided: Double
  /// Whether no schedule has fewer repeated pairs, less excess or fewer avoided meetings.
  public let isOptimal: Bool

  /// The excess of all rounds together.
  public var totalExcess: Int { excess.reduce(0, +) }
  /// The item that meets fewest others; 0 for no items.
  public var fewestMet: Int { met.min() ?? 0 }
  /// The item that meets most others; 0 for no items.
  public var mostMet: Int { met.max() ?? 0 }
  /// How many others an item meets on average; 0 for no items.
  public var meanMet: Double {
    met.isEmpty ? 0 : Double(met.reduce(0, +)) / Double(met.count)
  }
}
