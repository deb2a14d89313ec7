import GroupMixer
import SessionEngine

/// One trait as a table: groups down, values across, and what would be ideal beside what is.
public struct MixPicture: Sendable, Equatable {
  /// What the table is about, such as `Sector`.
  public let title: String
  /// Whether it is about one of several skills, or the like: then it is told in a sentence.
  let isOneOfSeveral: Bool
  /// What stands over each column, the commonest value first.
  public let values: [String]
  /// How many of each value a group has: `counts[group][value]`.
  public let counts: [[Int]]
  /// What each would be if this value alone were spread: `ideal[group][value]`.
  public let ideal: [[ClosedRange<Int>]]

  /// Whether a group has as many of a value as would be ideal.
  public func isIdeal(_ group: Int, _ value: Int) -> Bool {
    ideal[group][value].contains(counts[group][value])
  }

  /// What the star behind a count means.
  public static let legend = "* more or fewer than an even share"

  /// How many fields of the table are off an even share.
  public var fieldsOff: Int {
    counts.indices.reduce(0) { sum, group in
      sum + values.indices.count { !isIdeal(group, $0) }
    }
  }

  /// The table of a trait that has categories.
  init?(_ trait: Trait, _ spread: GroupMixer.Spread) {
    guard case .categories(let spread) = spread, !trait.values.isEmpty else { return nil }
    let totals = trait.values.indices.map { value in
      spread.counts.reduce(0) { $0 + ($1.indices.contains(value) ? $1[value] : 0) }
    }
    let order = trait.values.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
    title = trait.title
    isOneOfSeveral = trait.isOneOfSeveral
    values = order.map { trait.values[$0] }
    counts = spread.counts.map { row in order.map { row[$0] } }
    ideal = spread.even.map { row in order.map { row[$0] } }
  }
}

extension MixPicture {
  /// The tables of one round, one for each trait that has categories, skills left to the sentences.
  ///
  /// - Parameter assignment: everyone's group in that round.
  public static func pictures(_ order: MixOrder, _ assignment: [Int]) -> [MixPicture] {
    order.traits.compactMap { trait in
      guard case .categories(let values) = trait.attribute, !trait.isOneOfSeveral else {
        return nil
      }
      return MixPicture(trait, values, assignment, groups: order.groups.count)
    }
  }

  private init?(_ trait: Trait, _ kinds: [Int], _ assignment: [Int], groups: Int) {
    guard !trait.values.isEmpty, groups > 0 else { return nil }
    var rows = Array(repeating: Array(repeating: 0, count: trait.values.count), count: groups)
    for (item, group) in assignment.enumerated() { rows[group][kinds[item]] += 1 }
    let totals = trait.values.indices.map { value in rows.reduce(0) { $0 + $1[value] } }
    let order = trait.values.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
    title = trait.title
    isOneOfSeveral = trait.isOneOfSeveral
    values = order.map { trait.values[$0] }
    counts = rows.map { row in order.map { row[$0] } }
    let shares = order.map { (totals[$0] / groups)...((totals[$0] + groups - 1) / groups) }
    ideal = Array(repeating: shares, count: groups)
  }
}

/// How groups are mixed, in words and tables.
public struct MixAccount: Sendable {
  /// How good it is, and how much better anything could be.
  public let verdict: String
  /// What every group has, what some lack and why.
  public let sentences: [String]
  /// The tables, one for each trait that has categories, skills left to the sentences.
  public let pictures: [MixPicture]

  /// Explains an answer.
  ///
  /// - Parameter howToCover: how a column is had in every group, in a sentence of the front end; said of
  ///   what is not spread.
  public init(_ order: MixOrder, _ mix: Mix, howToCover: String = "") {
    let all = zip(order.traits, mix.spreads).compactMap { MixPicture($0, $1) }
    pictures = all.filter { !$0.isOneOfSeveral }
    verdict = Self.verdict(order, mix, all)
    var sentences = order.heldSentences(keepingSeats: true) + order.awaited.sentences
    sentences += all.compactMap { Self.sentence($0, order, mix) }
    sentences += order.traits.compactMap { Self.numbers($0, order, [mix.assignment]) }
    sentences += order.covers.indices.map { Self.cover($0, order, mix) }
    sentences += order.notSpread(howToCover)
    let empty = order.groups.indices.filter { mix.sizes[$0] == 0 }.map { order.groups[$0].name }
    if !empty.isEmpty {
      sentences.append("\(Self.listed(empty)) \(empty.count == 1 ? "stays" : "stay") empty.")
    }
    if let again = order.again([mix.assignment]) { sentences.append(again) }
    if let again = order.metAgain([mix.assignment]) { sentences.append(again) }
    self.sentences = sentences
  }

  private static func verdict(_ order: MixOrder, _ mix: Mix, _ pictures: [MixPicture]) -> String {
    guard !order.traits.isEmpty else { return order.nothingToBalance }
    if mix.isOptimal { return "No better mix exists." }
    let off = pictures.reduce(0) { $0 + $1.fieldsOff }
    let shares =
      off == 0
      ? "Every group has its even share of everything."
      : "In \(off) \(off == 1 ? "place" : "places") a group has more or fewer than its even share."
    // Pairs to avoid are told of by themselves.
    let common = mix.score.objective - mix.avoided
    let better = mix.differences.map { max(0, $0.bound - $0.reached) } ?? 0
    if better < 0.005 {
      return order.avoid.isEmpty
        ? "A better mix may exist, with more even sizes. \(shares)"
        : order.hasFewestAgain(mix.assignment)
          ? "No mix is more even, and in none fewer sit together again. \(shares)"
          : "No mix is more even; fewer who sat together before may be possible. \(shares)"
    }
    guard order.countsPairs else {
      return "A better mix may exist, by at most \(MixOrder.share(better, of: common)). \(shares)"
    }
    let fewer = better == 1 ? "likeness" : "likenesses"
    return "A better mix may exist, with at most \(number(better)) \(fewer) fewer of the "
      + "\(number(common)) within groups"
      + (order.traits.count > 1 ? " (a pair alike in two columns counts twice)" : "")
      + ". \(shares)"
  }

  /// What every group has of a trait, and what some lack.
  private static func sentence(_ picture: MixPicture, _ order: MixOrder, _ mix: Mix) -> String? {
    let tables = picture.counts.count
    var everywhere: [String] = []
    var scarce: [String] = []
    var lacking: [String] = []
    // The least sum of all columns can need that one value is in fewer groups.
    let reason =
      order.wishes == Wishes()
      ? mix.isOptimal ? "would cost the mix elsewhere" : "may be possible"
      : "would cost a wish or the mix elsewhere"
    for (value, name) in picture.values.enumerated() {
      let column = picture.counts.map { $0[value] }
      let total = column.reduce(0, +)
      let reached = column.count { $0 > 0 }
      if reached == tables, name != Trait.notGiven {
        everywhere.append(name)
      } else if name == Trait.notGiven {
        // Nobody wants somebody of whom nothing is known in every group.
        continue
      } else if reached == min(total, tables) {
        scarce.append("\(name) (\(total))")
      } else {
        lacking.append(
          "\(name) is in \(reached) of \(tables) groups, \(min(total, tables)) \(reason)")
      }
    }
    var parts: [String] = []
    if !everywhere.isEmpty { parts.append("every group has " + listed(everywhere)) }
    if !scarce.isEmpty { parts.append("too few for every group: " + listed(scarce)) }
    parts += lacking.prefix(3)
    if lacking.count > 3 { parts.append("and \(lacking.count - 3) more like that") }
    return parts.isEmpty ? nil : "\(picture.title): \(parts.joined(separator: "; "))."
  }

  /// Between what the groups’ means of a trait of numbers lie.
  static func numbers(_ trait: Trait, _ order: MixOrder, _ rounds: [[Int]]) -> String? {
    guard case .numbers(let values) = trait.attribute, !values.isEmpty else { return nil }
    var means: [Double] = []
    for round in rounds {
      for group in order.groups.indices {
        let members = round.indices.filter { round[$0] == group }
        guard !members.isEmpty else { continue }
        means.append(members.reduce(0) { $0 + values[$1] } / Double(members.count))
      }
    }
    guard let least = means.min(), let most = means.max() else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let everywhere = rounds.count == 1 ? "" : " in all rounds"
    return "\(trait.title): the groups’ means lie between \(number(least)) and \(number(most))"
      + "\(everywhere); over all it is \(number(mean))\(trait.unknownWords)."
  }

  private static func cover(_ index: Int, _ order: MixOrder, _ mix: Mix) -> String {
    let cover = order.covers[index]
    let (title, people) = (cover.words, cover.people)
    if people.isEmpty { return "\(title): nobody who is here has it." }
    let wanting = order.groups(wanting: index)
    if wanting.isEmpty { return "\(title): no group comes there." }
    let without = wanting.subtracting(people.map { mix.assignment[$0] }).count
    if without == 0 {
      guard wanting.count < order.groups.count else { return "\(title): in every group." }
      return "\(title): in \(listed(wanting.sorted().map { order.groups[$0].name }))."
    }
    let are = without == 1 ? "1 group has" : "\(without) groups have"
    return people.count < wanting.count
      ? "\(title): \(are) nobody, because there \(people.count == 1 ? "is" : "are") only \(people.count)."
      : "\(title): \(are) nobody."
  }

  /// Names as a sentence has them, the first eight.
  static func listed(_ names: [String]) -> String {
    Wording.list(names, most: 8)
  }

  /// A number with as many digits as it needs, two after the point at most.
  public static func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    guard hundredths.magnitude < 1e15 else { return "\(value)" }
    let whole = Int(hundredths)
    let sign = whole < 0 ? "-" : ""
    let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return sign + "\(units)" }
    return sign + "\(units)."
      + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
