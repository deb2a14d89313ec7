/// What a step of the walk may cost: simulated annealing, in cycles that become longer, each from
/// warm to cold.
struct RoundsAnnealing: Sendable {
  private var length: Int
  private var left: Int
  private var cycle = 0
  private var untilCooler: Int
  private var temperature: Double
  private let factor: Double

  /// Whether only whole rows are swapped: what a construction gave is kept, and dealt to the items so
  /// that the rounds are mixed.
  private(set) var isOfRows = false

  private static let blocks = 256
  /// From and to what temperature, in pairs meeting a second time; found by trial.
  private let hottest: Double

  init(_ model: RoundsModel) {
    length = max(20_000, model.unitCount * model.rounds * 200)
    left = length
    untilCooler = length / Self.blocks
    // Where a change takes several rounds at once it costs more, up and down.
    let softer = Double(model.meetingsFirst)
    let coldest = (model.hasLongChains ? 0.2 : 0.1) / softer
    hottest = (model.hasLongChains ? 1.0 : 0.38) / softer
    temperature = hottest * Double(RoundsModel.one)
    factor = Self.cooling(from: hottest, to: coldest, steps: Self.blocks)
  }

  /// A first cycle in which only whole rows are swapped.
  mutating func beginWithRows() {
    isOfRows = true
    left = length
    temperature = hottest * Double(RoundsModel.one)
  }

  /// The ratio of two temperatures in so many equal ratios; a root by bisection, for there is no
  /// library here that computes the same on every machine.
  static func cooling(from hottest: Double, to coldest: Double, steps: Int) -> Double {
    var (low, high) = (0.5, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      var power = hottest
      for _ in 0..<steps { power *= middle }
      if power < coldest { low = middle } else { high = middle }
    }
    return high
  }

  /// What the next step may cost at most.
  mutating func next(_ walk: inout RoundsWalk) -> Int {
    left -= 1
    untilCooler -= 1
    if untilCooler <= 0 {
      untilCooler = length / Self.blocks
      temperature *= factor
    }
    if left <= 0 {
      cycle += 1
      isOfRows = false
      length *= 2
      left = length
      untilCooler = length / Self.blocks
      temperature = hottest * Double(RoundsModel.one)
      if cycle % 2 == 1 { walk.restart(from: walk.best) }
    }
    return Int(temperature * Self.patience(&walk.random))
  }

  /// How many temperatures a step may cost, drawn at random: −ln of a number between 0 and 1.
  static func patience(_ random: inout Random) -> Double {
    patiences[Int(truncatingIfNeeded: random.next() >> 52)]
  }

  /// −ln((k + ½) / 4096): how many temperatures a step may cost, for a number drawn evenly. Summed
  /// up from series, for the same digits on every machine.
  private static let patiences: [Double] = {
    let count = 4096
    var values = Array(repeating: 0.0, count: count)
    // ln(1 + x) from the top down: ln(a / b) = 2 artanh((a − b) / (a + b)).
    func logarithm(_ a: Double, over b: Double) -> Double {
      let z = (a - b) / (a + b)
      var (power, sum) = (z, 0.0)
      for k in 0..<60 {
        sum += power / Double(2 * k + 1)
        power *= z * z
      }
      return 2 * sum
    }
    var sum = logarithm(Double(count), over: Double(count) - 0.5)
    for k in stride(from: count - 1, through: 0, by: -1) {
      values[k] = sum
      if k > 0 { sum += logarithm(Double(k) + 0.5, over: Double(k) - 0.5) }
    }
    return values
  }()
}
