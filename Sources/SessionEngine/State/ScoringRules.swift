// What a ballot must be like. Decisions refuse what is not; the fold leaves it out.
extension Scoring {
  /// What is wrong with a ballot; `nil` where nothing is.
  ///
  /// - Parameter name: what people call an item, such as `#17`.
  public func fault(in marks: [Mark], name: (String) -> String) -> Refusal? {
    guard !marks.isEmpty else {
      return Refusal("the ballot is empty", remedy: "enter what was voted, or leave the voter out")
    }
    let known = Set(items.map(\.id))
    var seen: Set<Mark> = []
    for mark in marks {
      guard known.contains(mark.item) else {
        return Refusal(
          "\(name(mark.item)) is not voted on here", remedy: choice(name))
      }
      let place = Mark(item: mark.item, criterion: mark.criterion, points: 0)
      guard seen.insert(place).inserted else {
        let what = mark.criterion.map { " by \($0)" } ?? ""
        return Refusal("\(name(mark.item)) is voted on twice\(what)", remedy: "enter it once")
      }
    }
    switch method {
    case .scores(let criteria): return fault(inScores: marks, criteria, name)
    case .dots(let budget, let most): return fault(inDots: marks, budget, most, name)
    case .ranking(let places): return fault(inRanking: marks, places, name)
    }
  }

  private func choice(_ name: (String) -> String) -> String {
    "choose from " + items.prefix(9).map { name($0.id) }.joined(separator: ", ")
      + (items.count > 9 ? " …" : "")
  }

  private func fault(
    inScores marks: [Mark], _ criteria: [String], _ name: (String) -> String
  ) -> Refusal? {
    for mark in marks {
      guard let criterion = mark.criterion, criteria.contains(criterion) else {
        return Refusal(
          "\(name(mark.item)) is scored by \(mark.criterion.map { "‘\($0)’" } ?? "no criterion")",
          remedy: "score it by " + criteria.joined(separator: " or "))
      }
      guard Self.scale.contains(mark.points) else {
        return Refusal(
          "\(mark.points) is no score for \(name(mark.item))", remedy: "give 1, 2, 3, 4 or 5")
      }
    }
    return nil
  }

  private func fault(
    inDots marks: [Mark], _ budget: Int, _ most: Int, _ name: (String) -> String
  ) -> Refusal? {
    var spent = 0
    for mark in marks {
      guard mark.criterion == nil, mark.points >= 1 else {
        return Refusal(
          "\(mark.points) is no number of dots for \(name(mark.item))",
          remedy: "give 1 or more, or leave the item out")
      }
      guard mark.points <= most else {
        return Refusal(
          "\(name(mark.item)) has \(mark.points) dots, and one item takes \(most) at most",
          remedy: "take some off")
      }
      spent = spent.adding(saturating: mark.points)
    }
    guard spent <= budget else {
      return Refusal(
        "\(spent) dots are placed, and each voter has \(budget)",
        remedy: "take \(spent - budget) off")
    }
    return nil
  }

  private func fault(
    inRanking marks: [Mark], _ places: Int, _ name: (String) -> String
  ) -> Refusal? {
    guard marks.count <= places else {
      return Refusal(
        "\(marks.count) items are ranked, and each voter ranks \(places) at most",
        remedy: "leave the last ones out")
    }
    var taken: [Int: String] = [:]
    for mark in marks {
      guard mark.criterion == nil, (1...max(places, 1)).contains(mark.points) else {
        return Refusal(
          "\(mark.points) is no place for \(name(mark.item))", remedy: "choose from 1 to \(places)")
      }
      if let other = taken.updateValue(mark.item, forKey: mark.points) {
        return Refusal(
          "\(name(other)) and \(name(mark.item)) are both in place \(mark.points)",
          remedy: "give each a place of its own")
      }
    }
    // A ballot of n items has the places 1 to n: no gap can hide a slip of the pen.
    guard let gap = (1...marks.count).first(where: { taken[$0] == nil }) else { return nil }
    return Refusal("nothing is in place \(gap)", remedy: "begin at 1 and leave no place out")
  }

  /// What is wrong with a show of hands; `nil` where nothing is.
  public func fault(inHands hands: [Hands], name: (String) -> String) -> Refusal? {
    guard case .dots = method else {
      return Refusal(
        "hands can only be counted where dots are given", remedy: "enter ballots instead")
    }
    let known = Set(items.map(\.id))
    var seen: Set<String> = []
    for count in hands {
      guard known.contains(count.item) else {
        return Refusal(
          "\(name(count.item)) is not voted on here", remedy: choice(name))
      }
      guard seen.insert(count.item).inserted else {
        return Refusal("\(name(count.item)) is counted twice", remedy: "enter it once")
      }
      guard (0...9999).contains(count.hands ?? 0) else {
        return Refusal(
          "\(count.hands ?? 0) hands for \(name(count.item)) cannot be",
          remedy: "enter 0 to 9999")
      }
    }
    return hands.isEmpty
      ? Refusal("nothing was counted", remedy: "enter the hands for an item") : nil
  }

  /// The hands for one item.
  public struct Hands: Codable, Hashable, Sendable {
    /// Which item.
    public let item: String
    /// How many, 0 to 9999; `nil` for not counted.
    public let hands: Int?

    /// Makes a count.
    public init(item: String, hands: Int?) {
      self.item = item
      self.hands = hands
    }
  }

  /// A ballot's marks in the order of the items, then of the criteria, so that equal ballots are equal.
  func ordered(_ marks: [Mark]) -> [Mark] {
    let items = Dictionary(
      items.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    let criteria: [String] = if case .scores(let names) = method { names } else { [] }
    func key(_ mark: Mark) -> (Int, Int, Int) {
      (
        items[mark.item] ?? .max, mark.criterion.flatMap(criteria.firstIndex(of:)) ?? -1,
        mark.points
      )
    }
    if case .ranking = method { return marks.sorted { $0.points < $1.points } }
    return marks.sorted { key($0) < key($1) }
  }
}
