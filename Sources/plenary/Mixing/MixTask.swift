import GroupMixer
import Mixing
import SessionEngine
import SessionStore

/// Mixing as the command asks for it.
struct MixTask {
  let session: Session
  let options: MixOptions
  let wishes: MixWishes
  let method: MixMethod
  let rounds: Int
  private let order: MixOrder

  /// - Parameter session: a session with the groups that there are to be.
  init(session: Session, options: MixOptions) throws(Failure) {
    self.session = session
    self.options = options
    let wishes = try options.wishes(for: session)
    self.wishes = wishes
    let places = MixOrder.priorities(of: session).count
    let planned = max(session.rounds.count, 1)
    let usual: MixMethod =
      switch session.plan.rotation {
      case .fixed: .fixed
      case .carousel: .carousel
      case .cafe: .cafe
      }
    // Without priorities, several rounds can only mean that people mix.
    method =
      options.method ?? (places > 0 ? usual : (options.rounds ?? 1) > 1 ? .cafe : .fixed)
    rounds =
      options.rounds
      ?? (method == .fixed ? 1 : places > 0 ? planned : session.tables.count)
    var met = PastMeetings.none
    for path in options.avoid { met.add(try Self.earlier(path)) }
    if !options.avoid.isEmpty {
      let rounds = counted(met.rounds, "round", "rounds")
      Output.note("earlier sessions: read who sat together in \(rounds)")
    }
    order = try named { () throws(Refusal) in
      try MixOrder(session, wishes: wishes, met: met)
    }
  }

  private static func earlier(_ path: String) throws(Failure) -> Session {
    let store = try Opening.open(path)
    defer { store.close() }
    return store.session
  }

  /// Looks for the best there is while the time lasts.
  func outcome() throws(Failure) -> MixOutcome {
    let end = ContinuousClock.now + .seconds(options.seconds)
    let isOver = { ContinuousClock.now >= end }
    if method == .cafe && rounds > 1 { return try cafe(until: isOver) }
    let mix: Mix
    do throws(MixRefusal) {
      mix = try Mixer.mix(order.problem, seed: options.seed) { _ in isOver() }
    } catch {
      throw Failure(order.refusal(error).description)
    }
    return MixOutcome(
      order: order, method: method, places: places,
      rounds: Array(repeating: mix.assignment, count: rounds),
      mix: mix, schedule: nil, session: session)
  }

  private func cafe(until isOver: () -> Bool) throws(Failure) -> MixOutcome {
    // A contradiction in one round is told in the smallest set of wishes that makes it.
    do throws(MixRefusal) { _ = try MixSearch(order.problem, seed: options.seed) } catch {
      throw Failure(order.refusal(error).description)
    }
    let visits: RoundsProblem.Visits =
      switch options.visits {
      case .once: .once
      case .free: .free
      case nil: MixOrder.usualVisits(places)
      }
    do throws(RoundsRefusal) {
      let schedule = try RoundsMixer.schedule(
        order.rounds(places: places, visits: visits), seed: options.seed
      ) { _ in isOver() }
      return MixOutcome(
        order: order, method: method, places: places, rounds: schedule.tables, mix: nil,
        schedule: schedule, session: session)
    } catch {
      throw Failure(order.refusal(error).description)
    }
  }

  private var places: [[Int]] { order.places(method.rotation, rounds: rounds, in: session) }

  /// Sets the outcome in a session: the groups, the wishes, and who sits where.
  func set(_ outcome: MixOutcome, in store: SessionStore) throws(Failure) {
    if store.session.tables.count != session.tables.count {
      try store.carryOut(.formGroups(count: session.tables.count))
    }
    if store.session.plan.rotation != method.rotation {
      var revision = PlanRevised()
      revision.rotation = method.rotation
      try store.carryOut(.revisePlan(revision))
    }
    if wishes != store.session.mixWishes { try store.carryOut(.wish(wishes)) }
    try store.carryOut(.planSeating(outcome.seating(in: session)))
  }
}

/// Who goes where, and how good that is.
struct MixOutcome {
  let order: MixOrder
  let method: MixMethod
  /// Each group's place in each round: `places[round][group]`.
  let places: [[Int]]
  /// Everyone's group in each round: `rounds[round][person]`.
  let rounds: [[Int]]
  /// How the one mix is; `nil` where people mix anew in every round.
  let mix: Mix?
  /// The rounds and how they are; `nil` for one mix.
  let schedule: RoundsSchedule?
  /// What was mixed.
  let session: Session

  /// What a place is called: the priority, or where there are none its number.
  func placeName(_ place: Int) -> String {
    let priorities = MixOrder.priorities(of: session)
    return priorities.indices.contains(place) ? priorities[place].title : "\(place + 1)"
  }

  /// Whether it is worth telling what groups work on in each round.
  var tellsPlaces: Bool {
    rounds.count > 1 && (method == .carousel || !MixOrder.priorities(of: session).isEmpty)
  }

  /// The command that sets it.
  func seating(in session: Session) -> NewSeating {
    order.seating(
      method == .cafe ? rounds : Array(rounds.prefix(1)), places: places, in: session)
  }
}
