import GroupMixer

/// Several runs on one instance.
struct MdgpRuns {
  let instance: MdgpInstance
  let seconds: Double
  private(set) var objectives: [Double] = []
  /// What was reached after a second, where the runs took longer.
  private(set) var afterOneSecond: [Double] = []
  private(set) var firstAnswer: Nanoseconds = 0
  private(set) var bound = 0.0
  private(set) var proven = 0

  /// - Parameters:
  ///   - seconds: how long each run may take.
  ///   - clock: what time is measured by.
  init(
    _ instance: MdgpInstance, seconds: Double, runs: Int, clock: () -> Nanoseconds
  ) throws {
    self.instance = instance
    self.seconds = seconds
    for seed in 0..<runs {
      let start = clock()
      var first: Nanoseconds?
      var early = 0.0
      let mix = try Mixer.mix(instance.problem, seed: UInt64(seed)) { progress in
        let taken = clock() - start
        if first == nil { first = taken }
        if taken < 1_000_000_000 { early = progress.score.objective }
        return Double(taken) >= seconds * 1e9
      }
      // What is said of an answer is worked out anew before it counts.
      guard try instance.problem.broken(by: mix.assignment).isEmpty,
        try instance.problem.objective(of: mix.assignment) == mix.score.objective
      else { throw Broken("\(instance.name): the answer is not what it says it is") }
      objectives.append(mix.score.objective)
      afterOneSecond.append(early)
      firstAnswer = max(firstAnswer, first ?? 0)
      bound = mix.score.bound
      proven += mix.isOptimal ? 1 : 0
    }
  }

  var best: Double { objectives.max() ?? 0 }
  var worst: Double { objectives.min() ?? 0 }
  var mean: Double { Self.mean(objectives) }
  var meanAfterOneSecond: Double { Self.mean(afterOneSecond) }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}

/// `Benchmarks mixing --mdgplib FILE… [--seconds S] [--runs R]`: what the solver reaches on instances of
/// MDGPLIB, by the clock on the wall.
enum MixingCommand {
  static func run(_ arguments: [String]) throws {
    var files: [String] = []
    var seconds = 3.0
    var runs = 10
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Broken("\(name) needs a value") }
      switch name {
      case "--mdgplib": files.append(value)
      case "--seconds":
        guard let number = Double(value), number > 0, number.isFinite else {
          throw Broken("--seconds needs a number above 0, not \(value)")
        }
        seconds = number
      case "--runs":
        guard let number = Int(value), number > 0 else {
          throw Broken("--runs needs a number from 1, not \(value)")
        }
        runs = number
      default:
        throw Broken("\(name) is not known; there are --mdgplib FILE, --seconds S and --runs R")
      }
    }
    guard !files.isEmpty else { throw Broken("--mdgplib FILE names an instance to run") }
    for file in files { try run(MdgpInstance(path: file), seconds, runs) }
  }

  private static func run(_ instance: MdgpInstance, _ seconds: Double, _ runs: Int) throws {
    let result = try MdgpRuns(instance, seconds: seconds, runs: runs, clock: now)
    let problem = instance.problem
    print(
      "\(instance.name): \(problem.itemCount) elements, \(problem.sizes.count) groups, "
        + "\(runs) runs of \(decimal(seconds, 1)) s")
    print(
      "  best \(decimal(result.best)), mean \(decimal(result.mean)), worst \(decimal(result.worst))"
        + ", no answer is above \(decimal(result.bound))")
    var more = "  first answer within \(text(result.firstAnswer))"
    if seconds > 1 { more += ", mean after 1 s \(decimal(result.meanAfterOneSecond))" }
    if result.proven > 0 { more += ", proven to be optimal in \(result.proven) of \(runs) runs" }
    print(more)
    if let known = MdgpPublished.instances[instance.name] {
      print(
        "  in \(decimal(known.seconds, 0)) s others: iterated maxima search "
          + "\(decimal(known.iteratedMaxima)), three-phase search \(decimal(known.threePhase)); "
          + "best known \(decimal(known.best))")
    }
  }
}
