/// A search for the best mix that goes on as long as its caller likes: a first answer at once, better
/// ones later, in slices between other work.
///
/// A value: a copy goes on by itself, and equal searches advanced by the same steps are equal. It knows
/// no clock; the caller owns that.
public struct MixSearch: Sendable {
  /// What is mixed.
  public let problem: MixProblem
  /// Exchanges looked at so far.
  public private(set) var steps = 0
  /// Whether there is nothing left to look for: the best is proven, or nothing can be exchanged.
  public private(set) var isFinished = false

  private let model: MixModel
  private var engine: Engine
  private var bound: MixBound
  private var boundSizes: [Int]
  private var assignment: [Int]
  private var objective: Double
  private var isExhausted = false
  private var isTight = false

  /// Finds a first answer that keeps every wish.
  ///
  /// - Parameter seed: what the search draws its numbers from. The same seed gives the same answers
  ///   after the same steps, on every machine.
  /// - Parameter isEnough: asked while the smallest set of wishes that contradict one another is looked
  ///   for: `true` gives the smallest known by then. It ends by itself after about half a second.
  /// - Throws: `MixRefusal.malformed` if the problem means nothing; `MixRefusal.contradiction` if no
  ///   answer can keep the wishes; `MixRefusal.undecided` if neither was found.
  public init(
    _ problem: MixProblem, seed: UInt64, until isEnough: @escaping () -> Bool = { false }
  ) throws(MixRefusal) {
    try problem.check()
    self.problem = problem
    let (rules, first) = try FirstAnswer.find(problem, until: isEnough)
    model = MixModel(problem, rules)
    engine = Engine(model, first, seed: seed)
    assignment = first
    objective = problem.objective(first)
    boundSizes = Self.sizes(problem, first)
    bound = MixBound(counting: problem, sizes: boundSizes)
    engine.target = Self.target(model, bound)
    settle()
  }

  /// The best answer so far, with all there is to say about it. Worked out when it is asked for.
  public var best: Mix { Mix(problem, assignment, bound: bound, isExhausted: isExhausted) }

  /// Where the search stands.
  public var progress: Progress {
    Progress(steps: steps, score: score, assignment: assignment, isFinished: isFinished)
  }

  private var score: Score {
    Score(
      problem, objective: objective, bound: bound.objective, sizes: boundSizes,
      isExhausted: isExhausted)
  }

  /// Looks at so many exchanges, or a few more to come to a good place to stop; fewer when it is
  /// finished. A thousand take about 10 µs for 120 items.
  ///
  /// - Returns: whether a better answer was found.
  @discardableResult
  public mutating func advance(steps count: Int) -> Bool {
    let end = steps + max(0, count)
    var isBetter = false
    while steps < end && !isFinished {
      let report = engine.advance(model, atMost: end - steps)
      steps += max(1, report.looked)
      if report.hasBetter { isBetter = take(engine.best(model)) || isBetter }
      if report.endsFirstRun && !isTight && !isFinished { isBetter = tighten() || isBetter }
    }
    return isBetter
  }

  /// Takes an answer if it is better by the problem's own measure.
  private mutating func take(_ answer: [Int]) -> Bool {
    let objective = problem.objective(answer)
    let sizes = Self.sizes(problem, answer)
    let uneven = GroupSizes.unevenness(sizes)
    let unevenBefore = GroupSizes.unevenness(boundSizes)
    switch problem.goal {
    case .least: guard (uneven, objective) < (unevenBefore, self.objective) else { return false }
    case .most: guard objective > self.objective else { return false }
    }
    assignment = answer
    self.objective = objective
    if sizes.sorted() != boundSizes.sorted() {
      bound = MixBound(counting: problem, sizes: sizes)
      if isTight { bound.tighten(model, sizes: sizes) }
      engine.target = Self.target(model, bound)
    }
    boundSizes = sizes
    settle()
    return true
  }

  /// Looks harder at what could be reached, once it is clear that the quick bound is not met at once.
  ///
  /// - Returns: whether a better answer was found on the way.
  private mutating func tighten() -> Bool {
    isTight = true
    bound.tighten(model, sizes: boundSizes)
    var isBetter = false
    if let best = Exhaustion.best(model) {
      isBetter = take(best)
      // Where gains are rounded, two answers may be too close to tell apart.
      if model.scale.isExact {
        isExhausted = true
        isFinished = true
        return isBetter
      }
    }
    engine.target = Self.target(model, bound)
    settle()
    return isBetter
  }

  private mutating func settle() {
    if model.movable.count < 2 && !model.hasFreeSizes || model.movable.isEmpty || model.groups < 2 {
      isExhausted = true
    }
    isFinished = isExhausted || score.isOptimal
  }

  /// The gain at which the search may stop at once, where that is exact.
  private static func target(_ model: MixModel, _ bound: MixBound) -> Int {
    guard model.scale.isExact else { return .max }
    let whole = (bound.objective * model.scale.factor).rounded()
    guard whole.magnitude < 1e15 else { return .max }
    return model.problem.goal == .least ? -Int(whole) : Int(whole)
  }

  private static func sizes(_ problem: MixProblem, _ assignment: [Int]) -> [Int] {
    problem.members(assignment).map(\.count)
  }
}

/// Where a search stands.
public struct Progress: Sendable, Equatable {
  /// Exchanges looked at so far.
  public let steps: Int
  /// How good the best answer so far is.
  public let score: Score
  /// The best answer so far: the group of each item.
  public let assignment: [Int]
  /// Whether there is nothing left to look for.
  public let isFinished: Bool
}
