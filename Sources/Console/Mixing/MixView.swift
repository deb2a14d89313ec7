import GroupMixer
import Mixing
import SessionEngine

/// A mix in the making: what was asked for, the search for the best answer, and what is looked at.
struct MixView: Sendable {
  /// What a mix depends on; when it changes the search begins anew.
  struct Basis: Equatable, Sendable {
    var wishes: MixWishes
    var people: [Delegate]
    var groups: [Group]
    var rotation: Rotation
    /// How many rounds there are to be, with those that have begun.
    var rounds: Int
    /// How many have begun.
    var begun: Int
    /// Whether people may come back to a place; `nil` for as seldom as can be.
    var visitsFreely: Bool?
    var seed: UInt64 = 1
  }

  /// The best so far: one mix for all rounds, or another in every round.
  enum Answer: Sendable {
    case once(Mix)
    case rounds(RoundsSchedule)
  }

  /// What came of what was asked for.
  enum State: Sendable {
    case answered(Answer)
    /// The wishes cannot be kept, and why: the smallest set of them that contradicts itself.
    case contradictory(Refusal)
    /// It cannot be mixed for another reason.
    case refused(Refusal)
  }

  var basis: Basis
  let order: MixOrder
  let places: [[Int]]
  private(set) var state: State
  // One of the two.
  private var mixSearch: MixSearch?
  private var roundsSearch: RoundsSearch?
  /// Whether the search rests although something better may exist.
  var isResting = false {
    didSet { inVain = 0 }
  }
  /// How often it was looked for something better without finding it.
  private var inVain = 0
  /// Which of the tables is in view.
  var picture = 0
  /// Which round is in view.
  var round = 0
  /// How many rows of the page are above the screen.
  var scroll = 0

  /// How much is looked at between two keys: about a millisecond.
  static let slice = 20_000
  static let roundsSlice = 1_000
  /// After so many slices in vain, some half a minute, the search rests: a laptop on the table has
  /// other uses for its battery.
  static let patience = 30_000

  /// - Throws: `Refusal` where there is nobody or no group; wishes that cannot be kept are the state of a
  ///   view, so that they can be mended there.
  init(_ basis: Basis, session: Session) throws(Refusal) {
    self.basis = basis
    var order = try MixOrder(session, wishes: basis.wishes, people: basis.people, toCome: true)
    places = order.places(basis.rotation, rounds: basis.rounds, in: session)
    order.visit(places)
    self.order = order
    if order.people.count < session.delegates.count,
      let refusal = MixOrder.contradiction(in: basis.wishes, session)
    {
      state = .contradictory(refusal)
      return
    }
    do throws(Refusal) { try Self.check(basis, order, places) } catch {
      state = .refused(error)
      return
    }
    let once: MixSearch
    do throws(MixRefusal) { once = try MixSearch(order.problem, seed: basis.seed) } catch {
      let refusal = order.refusal(error)
      if case .contradiction = error {
        state = .contradictory(refusal)
      } else {
        state = .refused(refusal)
      }
      return
    }
    guard basis.rotation == .cafe, basis.rounds > 1 else {
      state = .answered(.once(once.best))
      mixSearch = once
      return
    }
    do throws(RoundsRefusal) {
      let asked = basis.visitsFreely.map { $0 ? RoundsProblem.Visits.free : .once }
      let visits = asked ?? order.usualVisits(places, seed: basis.seed)
      let rounds = try RoundsSearch(
        order.rounds(places: places, visits: visits), seed: basis.seed)
      state = .answered(.rounds(rounds.best))
      roundsSearch = rounds
    } catch {
      state = .refused(order.refusal(error))
    }
  }

  /// Whether there are rounds to come, and what was asked of visits can be had.
  private static func check(
    _ basis: Basis, _ order: MixOrder, _ places: [[Int]]
  ) throws(Refusal) {
    try order.checkIsToCome(basis.rounds)
    guard let isFree = basis.visitsFreely else { return }
    if basis.rotation == .carousel, !isFree { try order.checkCarousel(places) }
    guard basis.rotation != .fixed else {
      throw Refusal(
        "groups that keep their priority visit no other", remedy: "leave once and free out")
    }
  }

  /// The best so far; `nil` where the wishes cannot be kept.
  var answer: Answer? {
    if case .answered(let answer) = state { answer } else { nil }
  }

  /// Why there is no answer.
  var refusal: Refusal? {
    switch state {
    case .contradictory(let refusal), .refused(let refusal): refusal
    case .answered: nil
    }
  }

  /// The rounds that are mixed.
  var roundsToCome: ClosedRange<Int> { min(basis.begun + 1, basis.rounds)...basis.rounds }

  /// Why the answer is not to be taken yet, where nobody was to come to a place twice.
  var returnRefusal: Refusal? {
    guard basis.visitsFreely == false, case .rounds(let schedule) = answer else { return nil }
    return order.comesBack(schedule)
  }

  /// Whether there is nothing left to look for.
  var isFinished: Bool { mixSearch?.isFinished ?? roundsSearch?.isFinished ?? true }

  /// Looks for something better for about a millisecond.
  mutating func advance() {
    let isBetter = looked()
    inVain = isBetter ? 0 : inVain + 1
    if inVain >= Self.patience { isResting = true }
  }

  private mutating func looked() -> Bool {
    if let isBetter = mixSearch?.advance(steps: Self.slice) {
      if isBetter || isFinished, let best = mixSearch?.best { state = .answered(.once(best)) }
      return isBetter
    }
    let before = roundsSearch?.timesBetter
    roundsSearch?.advance(steps: Self.roundsSlice)
    let isBetter = roundsSearch?.timesBetter != before
    if isBetter || isFinished, let best = roundsSearch?.best { state = .answered(.rounds(best)) }
    return isBetter
  }

  /// The command that takes the best answer; `nil` where there is none.
  func seating(in session: Session) -> NewSeating? {
    let assignments: [[Int]]
    switch answer {
    case .once(let mix): assignments = [mix.assignment]
    case .rounds(let schedule): assignments = schedule.tables
    case nil: return nil
    }
    var seating = order.seating(assignments, places: places, in: session)
    if session.plan.rotation != basis.rotation { seating.rotation = basis.rotation }
    return seating
  }
}
