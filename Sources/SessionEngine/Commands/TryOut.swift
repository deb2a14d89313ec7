// Trying in memory what is to be done, before anything is.
extension Session {
  /// Carries a command out in memory only, with the numbers that would be given next where nobody else
  /// writes.
  ///
  /// - Parameter series: the letters before the numbers that this place gives.
  /// - Throws: `Refusal` as the command itself would be.
  @discardableResult
  public mutating func tryOut(
    _ command: Command, series: String = ""
  ) throws(Refusal) -> Decision {
    let contribution =
      command.numbersNeeded == 0 ? 0 : Self.highest(contributions.all.lazy.map(\.number), series)
    let opportunity =
      command.opportunityNumbersNeeded == 0
      ? 0 : Self.highest(opportunities.all.lazy.map(\.number.number), series)
    let moment = Moment(
      now: Instant(milliseconds: 0), device: "trial", token: "t\(eventCount)",
      numbers: (0..<command.numbersNeeded).map {
        ContributionNumber(series: series, contribution.adding(saturating: 1 + $0))
      },
      opportunityNumbers: (0..<command.opportunityNumbersNeeded).map {
        OpportunityNumber(series: series, opportunity.adding(saturating: 1 + $0))
      })
    let decision = try decide(command, at: moment)
    for event in decision.events {
      apply(
        Record(
          device: "trial", seq: eventCount + 1,
          time: HybridTime(milliseconds: lastTime.milliseconds, counter: lastTime.counter + 1),
          at: moment.now, scribe: "", act: 1, event: event))
    }
    return decision
  }

  private static func highest(
    _ numbers: some Sequence<ContributionNumber>, _ series: String
  ) -> Int {
    numbers.reduce(0) { $1.series == series ? max($0, $1.value) : $0 }
  }

  /// Tries lines one after the other on a copy, and says which cannot be carried out and why.
  ///
  /// What a line is refused for only because one before it was, namely for want of what that one would
  /// have made, is not told again.
  ///
  /// - Parameters:
  ///   - most: how many are told at most.
  ///   - outcome: what a line would have made.
  ///   - carryOut: carries a line out on the copy.
  public func faults<Line>(
    in lines: [Line], most: Int = 20, outcome: (Line) -> LineOutcome,
    carryOut: (Line, inout Session) throws(Refusal) -> Void
  ) -> Faults<Line> {
    var trial = self
    var faults = Faults<Line>()
    var names: Set<String> = []
    var lacksContributions = false
    for line in lines {
      do throws(Refusal) { try carryOut(line, &trial) } catch {
        let isFollowing =
          switch error.absent {
          case .named(let name): names.contains(name.squeezed)
          // Without its contributions whatever comes by a number that nobody has is not there.
          case .contribution: lacksContributions
          case nil: false
          }
        let made = outcome(line)
        names.formUnion(made.names.map(\.squeezed))
        if made.hasContributions { lacksContributions = true }
        if isFollowing { continue }
        if faults.told.count < most {
          faults.told.append((line, error))
        } else {
          faults.more += 1
        }
      }
    }
    return faults
  }
}

/// The lines that cannot be carried out.
public struct Faults<Line> {
  /// The first of them, and why.
  public var told: [(line: Line, refusal: Refusal)] = []
  /// How many there are besides.
  public var more = 0

  /// Whether every line can be.
  public var isEmpty: Bool { told.isEmpty }

  /// None.
  public init() {}
}

/// What a line of input makes, by which later lines may name it.
public struct LineOutcome: Sendable {
  /// Names and titles.
  public let names: [String]
  /// Whether there are contributions after it that were not there before.
  public let hasContributions: Bool

  /// Makes an outcome.
  public init(names: [String] = [], hasContributions: Bool = false) {
    self.names = names
    self.hasContributions = hasContributions
  }
}
