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
  private var order: MixOrder
  /// When to look for nothing better any more.
  private let end: ContinuousClock.Instant

  /// - Parameter session: a session with the groups that there are to be.
  init(session: Session, options: MixOptions) throws(Failure) {
    end = ContinuousClock.now + .seconds(options.seconds)
    self.session = session
    self.options = options
    let wishes = try options.wishes(for: session)
    self.wishes = wishes
    let priorities = MixOrder.priorities(of: session).count
    let planned = max(session.rounds.count, 1)
    let usual: MixMethod =
      switch session.plan.rotation {
      case .fixed: .fixed
      case .carousel: .carousel
      case .cafe: .cafe
      }
    // Without priorities, several rounds can only mean that people mix.
    method =
      options.method ?? (priorities > 0 ? usual : (options.rounds ?? 1) > 1 ? .cafe : .fixed)
    // Once rounds have begun, groups that stay together are for all that are left.
    rounds =
      options.rounds
      ?? (method == .fixed && session.roundsBegun == 0
        ? 1 : priorities > 0 || method == .fixed ? planned : session.tables.count)
    guard method != .fixed || options.visits == nil else {
      throw .usage(
        "--visits is for café and carousel; groups that keep their priority visit no other")
    }
    var met = PastMeetings.none
    for path in options.avoid { met.add(try Self.earlier(path)) }
    if !options.avoid.isEmpty {
      let rounds = counted(met.rounds, "round", "rounds")
      let list = Array(session.delegates.values)
      Output.note(
        "earlier sessions: read who sat together in \(rounds); \(met.known(on: list)) of "
          + counted(list.count, "person", "people") + " on the list were there")
    }
    order = try named { () throws(Refusal) in
      try MixOrder(session, wishes: wishes, met: met, toCome: true)
    }
    do throws(Refusal) {
      order.visit(places)
      // Where everybody is mixed, what contradicts itself shows below, in the smallest set.
      if order.people.count < session.delegates.count,
        let refusal = MixOrder.contradiction(
          in: wishes, session, until: { [end] in ContinuousClock.now >= end })
      {
        throw refusal
      }
      try order.checkIsToCome(rounds)
      if options.groups != nil { try order.checkGroupsFill() }
      if options.visits == .once, method == .carousel { try order.checkCarousel(places) }
    } catch {
      throw Failure(error.description)
    }
  }

  private static func earlier(_ path: String) throws(Failure) -> Session {
    let store = try Opening.open(path)
    defer { store.close() }
    return store.session
  }

  /// Looks for the best there is while the time lasts.
  func outcome() throws(Failure) -> MixOutcome {
    let isOver = { [end] in ContinuousClock.now >= end }
    if method == .cafe, rounds > 1 { return try cafe(until: isOver) }
    let mix: Mix
    do throws(MixRefusal) {
      mix = try Mixer.mix(
        order.problem, seed: options.seed, explainingUntil: isOver
      ) { _ in isOver() }
    } catch {
      throw Failure(order.refusal(error).description)
    }
    return MixOutcome(
      order: order, method: method, places: places,
      rounds: Array(repeating: mix.assignment, count: rounds - order.heldRounds),
      mix: mix, schedule: nil, session: session)
  }

  private func cafe(until isOver: @escaping () -> Bool) throws(Failure) -> MixOutcome {
    // A contradiction in one round is told in the smallest set of wishes that makes it.
    do throws(MixRefusal) {
      _ = try MixSearch(order.problem, seed: options.seed, until: isOver)
    } catch {
      throw Failure(order.refusal(error).description)
    }
    let visits: RoundsProblem.Visits =
      switch options.visits {
      case .once: .once
      case .free: .free
      case nil: order.usualVisits(places, seed: options.seed)
      }
    let schedule: RoundsSchedule
    do throws(RoundsRefusal) {
      schedule = try RoundsMixer.schedule(
        order.rounds(places: places, visits: visits), seed: options.seed, explainingUntil: isOver
      ) { _ in isOver() }
    } catch {
      throw Failure(order.refusal(error).description)
    }
    if options.visits == .once, order.heldRounds > 0, let refusal = order.comesBack(schedule) {
      throw Failure(refusal.description)
    }
    return MixOutcome(
      order: order, method: method, places: places, rounds: schedule.tables, mix: nil,
      schedule: schedule, session: session)
  }

  private var places: [[Int]] { order.places(method.rotation, rounds: rounds, in: session) }

  /// Sets the outcome in a session, as one act: the groups, the wishes, and who sits where.
  func set(_ outcome: MixOutcome, in store: SessionStore) throws(Failure) {
    var seating = outcome.seating(in: session)
    let before = store.session
    if before.tables != session.tables { seating.groups = session.tables.count }
    if before.plan.rotation != method.rotation { seating.rotation = method.rotation }
    if before.mixWishes != wishes { seating.wishes = wishes }
    try store.carryOut(.planSeating(seating))
  }
}

/// Who goes where, and how good that is.
struct MixOutcome {
  let order: MixOrder
  let method: MixMethod
  /// Each group's place in each of all rounds: `places[round][group]`.
  let places: [[Int]]
  /// Everyone's group in each round that has not begun: `rounds[round][person]`.
  let rounds: [[Int]]
  /// How the one mix is; `nil` where people mix anew in every round.
  let mix: Mix?
  /// The rounds and how they are; `nil` for one mix.
  let schedule: RoundsSchedule?
  /// What was mixed.
  let session: Session

  /// The number that a round bears, of those that have not begun.
  func number(ofRound round: Int) -> Int { order.heldRounds + round + 1 }

  /// Each group's place in each round that has not begun.
  var placesToCome: [[Int]] { Array(places.dropFirst(order.heldRounds)) }

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
