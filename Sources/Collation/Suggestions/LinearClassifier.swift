/// Linear support vector machines, one theme against the rest, trained by dual coordinate descent with
/// the squared hinge loss (Hsieh, Chang, Lin, Keerthi and Sundararajan, 2008): what LIBLINEAR, and
/// scikit-learn's LinearSVC with it, do, but for the order of the steps, which is fixed here.
struct LinearClassifier {
  /// A vector in the numbers of this classifier; what it never saw left out.
  typealias Local = [(feature: Int, value: Double, source: Int)]

  /// One theme's hyperplane.
  struct Class {
    fileprivate(set) var weights: [Double]
    fileprivate(set) var bias = 0.0

    func score(of text: Local) -> Double {
      text.reduce(bias) { $0 + weights[$1.feature] * $1.value }
    }

    /// What some of a text's features say, by their numbers outside.
    func score(of text: Local, only sources: [Int]) -> Double {
      text.reduce(0) { $0 + (sources.contains($1.source) ? weights[$1.feature] * $1.value : 0) }
    }
  }

  /// How often every example is looked at. More changes no answer that could be measured.
  private static let rounds = 12
  /// What an error costs beside the length of the weights; LIBLINEAR's C.
  private static let cost = 1.0

  private var numbers: [Int: Int] = [:]
  /// The examples one after the other.
  private var starts: [Int] = [0]
  private var features: [Int32] = []
  private var values: [Double] = []
  private var lengths: [Double] = []

  /// The examples scattered, since those of one theme may follow each other: descent in that order
  /// runs after each theme in turn.
  private let order: [Int]

  /// How many features the coded examples have.
  private var known = 0

  /// - Parameters:
  ///   - vectors: the examples, coded ones first.
  ///   - coded: how many of them a person coded.
  init(vectors: [TextVectors.Vector], coded: Int) {
    order = vectors.indices.sorted {
      ($0 &* 0x9E37_79B9) & 0xFFFF_FFFF < ($1 &* 0x9E37_79B9) & 0xFFFF_FFFF
    }
    for vector in vectors {
      for (feature, value) in vector {
        let number = numbers[feature] ?? numbers.count
        numbers[feature] = number
        features.append(Int32(number))
        values.append(value)
      }
      starts.append(features.count)
      if starts.count == coded + 1 { known = numbers.count }
      // The last 1 is the bias, a feature that every text has.
      lengths.append(vector.reduce(0) { $0 + $1.value * $1.value } + 1)
    }
  }

  func local(_ vector: TextVectors.Vector) -> Local {
    vector.compactMap { feature, value in numbers[feature].map { ($0, value, feature) } }
  }

  /// How much of a text's weight lies on features that some coded example has, 0 to 1.
  func known(of vector: TextVectors.Vector) -> Double {
    vector.reduce(0) { share, feature in
      guard let number = numbers[feature.feature], number < known else { return share }
      return share + feature.value * feature.value
    }
  }

  /// - Parameters:
  ///   - positive: whether each example belongs to the theme.
  ///   - cost: what an error in each example costs, 1 being the usual.
  func train(positive: [Bool], cost: [Double]) -> Class {
    var trained = Class(weights: Array(repeating: 0, count: numbers.count))
    var multipliers = Array(repeating: 0.0, count: positive.count)
    for _ in 0..<Self.rounds {
      for example in order {
        let sign = positive[example] ? 1.0 : -1.0
        let range = starts[example]..<starts[example + 1]
        var margin = trained.bias
        for place in range { margin += trained.weights[Int(features[place])] * values[place] }
        let slack = 1 / (2 * Self.cost * cost[example])
        let gradient = sign * margin - 1 + slack * multipliers[example]
        let before = multipliers[example]
        let after = max(0, before - gradient / (lengths[example] + slack))
        guard after != before else { continue }
        multipliers[example] = after
        let step = (after - before) * sign
        trained.bias += step
        for place in range { trained.weights[Int(features[place])] += step * values[place] }
      }
    }
    return trained
  }
}

/// Turns the scores of themes into something like the probability that a person agrees.
enum Confidence {
  /// How fast probability grows with the score: fitted on the labelled texts in Tests (docs/collating.md).
  private static let steepness = 4.0

  /// How much of a confidence is left where words stand so often in the examples of a theme, and so often
  /// in those of the next: what was coded once is chance as soon as a sign.
  static func share(support: Int, others: Int) -> Double {
    guard support > 1 else { return 0 }
    return (support == 2 ? 2.0 / 3 : 1) * (support > others ? 1 : 0.5)
  }

  /// - Parameter known: how much of the text was seen in examples, 0 to 1.
  static func of(_ scores: [Double], known: Double) -> [Double] {
    let best = scores.max() ?? 0
    let odds = scores.map { Steady.exp(steepness * ($0 - best)) }
    // "None of these" competes: it scores what an undecided example does.
    let none = Steady.exp(steepness * (-0.5 - best))
    let sum = odds.reduce(none, +)
    return odds.map { $0 / sum * min(1, known * 3) }
  }
}
