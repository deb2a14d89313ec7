import GroupMixer
import SessionEngine

@testable import Mixing

/// A session in memory with people of some sectors, organisations and skills.
struct Crowd {
  var session = Session()

  /// - Parameter skills: what the three priorities want.
  init(groups: Int, _ people: [Delegate.Profile], skills: [[String]] = [[], [], []]) throws {
    let priorities = (1...3).map { number in
      Priority(
        id: PriorityID("p\(number)"), title: "Priority \(number)", skills: skills[number - 1])
    }
    var plan = Plan(title: "Day", tables: groups, priorities: priorities)
    plan.rotation = .fixed
    try perform(.open("s", plan))
    try perform(.addDelegates(people.map { NewDelegate($0) }))
  }

  /// As many people of each sector as said, each from an organisation of its own.
  static func sectors(_ counts: [(String, Int)], groups: Int) throws -> Crowd {
    var people: [Delegate.Profile] = []
    for (sector, count) in counts {
      for number in 1...count { people.append(.init(name: "\(sector) \(number)", sector: sector)) }
    }
    return try Crowd(groups: groups, people)
  }

  @discardableResult
  mutating func perform(_ command: Command) throws -> Decision {
    let moment = Moment(
      now: Instant(milliseconds: Int64(session.eventCount)), device: "laptop",
      token: "t\(session.eventCount)")
    let decision = try session.decide(command, at: moment)
    let act = session.eventCount + 1
    for event in decision.events {
      session.apply(
        Record(
          device: "laptop", seq: session.eventCount + 1,
          time: HybridTime(milliseconds: 0, counter: session.eventCount), at: moment.now,
          scribe: "", act: act, turn: decision.turn, event: event))
    }
    return decision
  }

  func id(_ name: String) throws -> DelegateID { try session.delegate(named: name).id }

  /// The best mix there is.
  func mixed(_ wishes: MixWishes = MixWishes()) throws -> (MixOrder, Mix) {
    let order = try MixOrder(session, wishes: wishes)
    return (order, try Mixer.mix(order.problem, seed: 1) { $0.steps > 2_000_000 })
  }
}
