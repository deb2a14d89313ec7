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
    var rounds: Int
    /// Whether people may come back to a place; `nil` for not, as far as the places allow.
    var visitsFreely: Bool?
    var seed: UInt64 = 1
  }

  /// One mix for all rounds, or another in every round.
  enum Search: Sendable {
    case once(MixSearch, best: Mix)
    case rounds(RoundsSearch, best: RoundsSchedule)
  }

  var basis: Basis
  let order: MixOrder
  let places: [[Int]]
  var search: Search
  /// Whether the search rests although something better may exist.
  var isResting = false
  /// Which of the tables is in view.
  var picture = 0
  /// Which round is in view.
  var round = 0

  /// How much is looked at between two keys: about a millisecond.
  static let slice = 20_000
  static let roundsSlice = 1_000

  /// - Throws: `Refusal` where the wishes cannot be kept, naming the smallest set that contradicts
  ///   itself.
  init(_ basis: Basis, session: Session) throws(Refusal) {
    self.basis = basis
    order = try MixOrder(session, wishes: basis.wishes, people: basis.people)
    places = order.places(basis.rotation, rounds: basis.rounds, in: session)
    let once: MixSearch
    do throws(MixRefusal) { once = try MixSearch(order.problem, seed: basis.seed) } catch {
      throw order.refusal(error)
    }
    guard basis.rotation == .cafe, basis.rounds > 1 else {
      search = .once(once, best: once.best)
      return
    }
    do throws(RoundsRefusal) {
      let visits: RoundsProblem.Visits? = basis.visitsFreely.map { $0 ? .free : .once }
      let rounds = try RoundsSearch(
        order.rounds(places: places, visits: visits), seed: basis.seed)
      search = .rounds(rounds, best: rounds.best)
    } catch {
      throw order.refusal(error)
    }
  }

  /// Whether there is nothing left to look for.
  var isFinished: Bool {
    switch search {
    case .once(let search, _): search.isFinished
    case .rounds(let search, _): search.isFinished
    }
  }

  /// Looks for something better for about a millisecond.
  mutating func advance() {
    switch search {
    case .once(var once, let best):
      // Let go first, so that the search is not copied when it changes.
      search = .once(once, best: best)
      let isBetter = once.advance(steps: Self.slice)
      search = .once(once, best: isBetter || once.isFinished ? once.best : best)
    case .rounds(var rounds, let best):
      let before = rounds.bestCost
      rounds.advance(steps: Self.roundsSlice)
      let isBetter = rounds.bestCost < before || rounds.isFinished
      search = .rounds(rounds, best: isBetter ? rounds.best : best)
    }
  }

  /// Everyone's group in each round of the best answer.
  var assignments: [[Int]] {
    switch search {
    case .once(_, let mix): [mix.assignment]
    case .rounds(_, let schedule): schedule.tables
    }
  }

  /// The command that takes the best answer.
  func seating(in session: Session) -> NewSeating {
    order.seating(assignments, places: places, in: session)
  }
}
