/// A ballot while it is typed: a row of places that digits fill, one after the other.
///
/// Scores fill one place for each item and criterion, dots one for each item, a ranking one for each
/// place in the order. Whatever a digit cannot mean is refused at once, so that a slip of the hand is
/// heard while the paper is still at hand. The console and a line of digits fill it by the same rule: a
/// number that cannot go on stands at once, a space ends one that can and leaves nothing out, and `0` or
/// `-` leaves a place empty.
public struct BallotSheet: Sendable, Equatable {
  /// What became of a digit.
  public enum Typed: Equatable, Sendable {
    /// It stands; more is wanted.
    case taken
    /// It stands, and it was the last.
    case complete
    /// It does not stand, and why.
    case refused(String)
    /// It does not stand: every place was passed.
    case full
  }

  /// How the room answers.
  public let method: Scoring.Method
  /// What is voted on, by identifier.
  public let items: [String]
  /// What stands in each place: a score, a number of dots, or the number of an item, from 1.
  public private(set) var cells: [Int?]
  /// The places that somebody left empty on purpose.
  private var blanks: Set<Int> = []
  /// The place that the next digit fills, from 0; the number of places when all were passed.
  public private(set) var cursor = 0
  /// The digits of a number that may go on.
  public private(set) var pending = ""

  /// An empty ballot, or one that says what another said.
  public init(_ scoring: Scoring, marks: [Scoring.Mark] = []) {
    method = scoring.method
    items = scoring.items.map(\.id)
    cells = Array(repeating: nil, count: Self.places(method, items.count))
    let indices = Dictionary(
      items.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
    for mark in marks {
      guard let item = indices[mark.item] else { continue }
      switch method {
      case .scores(let criteria):
        guard let criterion = mark.criterion.flatMap(criteria.firstIndex(of:)) else { continue }
        cells[item * criteria.count + criterion] = mark.points
      case .dots: cells[item] = mark.points
      case .ranking:
        if cells.indices.contains(mark.points - 1) { cells[mark.points - 1] = item + 1 }
      }
    }
    if !marks.isEmpty { blanks = Set(cells.indices.filter { cells[$0] == nil }) }
  }

  private static func places(_ method: Scoring.Method, _ items: Int) -> Int {
    switch method {
    case .scores(let criteria): items * criteria.count
    case .dots: items
    case .ranking(let places): min(places, items)
    }
  }

  /// How many places belong to one item; 1 in a ranking, whose places belong to none.
  public var placesAnItem: Int {
    if case .scores(let criteria) = method { criteria.count } else { 1 }
  }

  /// Whether nothing stands in it.
  public var isEmpty: Bool { pending.isEmpty && cells.allSatisfy { $0 == nil } }

  /// How many places are filled.
  public var filled: Int { cells.count { $0 != nil } }

  /// How many places nobody has spoken of: neither filled nor left empty on purpose. None for dots, where
  /// an item without a number simply has none.
  public var unsaid: Int {
    if case .dots = method { return 0 }
    return cells.indices.count { cells[$0] == nil && !blanks.contains($0) }
  }

  /// All dots placed so far.
  public var spent: Int { cells.reduce(0) { $0 + ($1 ?? 0) } }

  /// What the ballot says, as the engine takes it.
  public var marks: [Scoring.Mark] {
    cells.enumerated().compactMap { place, value in
      guard let value else { return nil }
      switch method {
      case .scores(let criteria):
        return Scoring.Mark(
          item: items[place / criteria.count], criterion: criteria[place % criteria.count],
          points: value)
      case .dots: return value > 0 ? Scoring.Mark(item: items[place], points: value) : nil
      case .ranking: return Scoring.Mark(item: items[value - 1], points: place + 1)
      }
    }
  }

  /// Takes a digit, 0 to 9.
  public mutating func type(_ digit: Int) -> Typed {
    guard cursor < cells.count else { return .full }
    switch method {
    case .scores:
      guard digit == 0 || Scoring.scale.contains(digit) else {
        return .refused("\(digit) is no score; give 1 to 5, or 0 for none")
      }
      return fill(digit == 0 ? nil : digit)
    case .dots(_, let most): return go(on: digit, upTo: most)
    case .ranking: return go(on: digit, upTo: items.count)
    }
  }

  /// Leaves the next place empty on purpose; a number that could go on is ended first.
  ///
  /// A ranking has no gaps: it may end early, but leaves nothing out in between.
  public mutating func leaveOut() -> Typed {
    if let ended = settle(), ended != .taken { return ended }
    guard cursor < cells.count else { return .full }
    switch method {
    case .scores: return fill(nil)
    case .dots: return fill(0)
    case .ranking: return .refused("a ranking leaves no place out; it may end before the last one")
    }
  }

  /// Ends a number that could go on; says what became of it, `nil` where there is none.
  public mutating func settle() -> Typed? {
    guard let value = Int(pending) else { return nil }
    pending = ""
    return fill(value)
  }

  /// Takes the last digit back, or empties the place before; whether there was anything to go back to.
  public mutating func goBack() -> Bool {
    if !pending.isEmpty {
      pending.removeLast()
      return true
    }
    guard cursor > 0 else { return false }
    cursor -= 1
    cells[cursor] = nil
    blanks.remove(cursor)
    return true
  }

  /// Goes on or back without a change.
  public mutating func move(_ by: Int) {
    pending = ""
    cursor = min(max(0, cursor + by), cells.count)
  }

  /// Goes behind the last place.
  public mutating func moveToEnd() { cursor = cells.count }

  /// A number that cannot go on stands at once; one that can waits for the next digit or its end.
  private mutating func go(on digit: Int, upTo greatest: Int) -> Typed {
    let value = (Int(pending) ?? 0) * 10 + digit
    let isRanking = if case .ranking = method { true } else { false }
    guard value <= greatest else {
      pending = ""
      return .refused(
        isRanking
          ? "there is no item \(value); they go from 1 to \(greatest)"
          : "\(value) dots are more than one item takes, which is \(greatest)")
    }
    let isShort = pending.utf8.count + 1 < String(greatest).utf8.count
    if isShort, value * 10 <= greatest, value > 0 || isRanking && pending.isEmpty {
      pending += String(digit)
      return .taken
    }
    pending = ""
    return fill(value)
  }

  private mutating func fill(_ value: Int?) -> Typed {
    guard cursor < cells.count else { return .full }
    if let reason = value.flatMap(objection) { return .refused(reason) }
    if case .ranking = method, let value {
      // Who puts a ballot right may name now what stood further down before.
      for place in cells.indices where place > cursor && cells[place] == value {
        cells[place] = nil
      }
    }
    cells[cursor] = value
    if value == nil { blanks.insert(cursor) } else { blanks.remove(cursor) }
    cursor += 1
    return cursor == cells.count ? .complete : .taken
  }

  private func objection(to value: Int) -> String? {
    switch method {
    case .scores: return nil
    case .dots(let budget, _):
      let spent = cells[..<cursor].reduce(0) { $0 + ($1 ?? 0) } + value
      return spent <= budget
        ? nil : "that would be \(spent) dots, and each voter has \(budget)"
    case .ranking:
      guard value > 0 else { return "the items are numbered from 1" }
      return cells[..<cursor].firstIndex(of: value).map {
        "item \(value) is in place \($0 + 1) already"
      }
    }
  }
}
