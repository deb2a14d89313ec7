import SessionEngine

/// What a ballot or a show of hands says in a line of input.
struct BallotLine {
  private let line: InputLine
  private let scoring: Scoring
  private let session: Session
  private let names: LineNames

  init(_ line: InputLine, _ scoring: Scoring, _ session: Session, _ names: LineNames) {
    self.line = line
    self.scoring = scoring
    self.session = session
    self.names = names
  }

  /// The marks, in whichever of the forms they are written.
  func marks() throws(Refusal) -> [Scoring.Mark] {
    if let digits = try line.word("digits") { return try marks(digits: digits) }
    switch scoring.method {
    case .scores(let criteria):
      guard let value = line.fields["scores"] else { throw missing("scores") }
      var marks: [Scoring.Mark] = []
      for (item, scores) in try entries(value, "scores") {
        marks += try self.marks(scores, item, criteria)
      }
      return marks
    case .dots:
      guard let value = line.fields["dots"] else { throw missing("dots") }
      var marks: [Scoring.Mark] = []
      for (item, dots) in try entries(value, "dots") {
        guard let points = dots.whole else { throw line.wrong("dots", dots, "a number of dots") }
        if points != 0 { marks.append(Scoring.Mark(item: item, points: points)) }
      }
      return marks
    case .ranking:
      guard let order = try line.words("ranking") else { throw missing("ranking") }
      var marks: [Scoring.Mark] = []
      for (place, name) in order.enumerated() {
        marks.append(Scoring.Mark(item: try item(name), points: place + 1))
      }
      return marks
    }
  }

  /// The hands for each item that is named, or for all of them in their order.
  func hands() throws(Refusal) -> [Scoring.Hands] {
    guard let value = line.fields["hands"] else { throw missing("hands") }
    var hands: [Scoring.Hands] = []
    for (item, count) in try entries(value, "hands") {
      guard let number = count.whole else { throw line.wrong("hands", count, "a number") }
      hands.append(Scoring.Hands(item: item, hands: number))
    }
    return hands
  }

  private func missing(_ name: String) -> Refusal {
    Refusal(
      "‘\(name)’ is missing", remedy: "write it by item, such as {\"#17\": …}, or as a list")
  }

  private func marks(
    _ value: JSONValue, _ item: String, _ criteria: [String]
  ) throws(Refusal) -> [Scoring.Mark] {
    func mark(_ criterion: String, _ value: JSONValue) throws(Refusal) -> Scoring.Mark? {
      // As on the console: 0 leaves a place empty on purpose.
      if value == .null || value.whole == 0 { return nil }
      guard let points = value.whole else {
        throw line.wrong("scores", value, "1 to 5, or 0 for none")
      }
      return Scoring.Mark(item: item, criterion: criterion, points: points)
    }
    var marks: [Scoring.Mark] = []
    switch value {
    case .list(let scores):
      guard scores.count == criteria.count else {
        throw Refusal(
          "an item has \(scores.count) scores",
          remedy: "give \(criteria.count): " + criteria.joined(separator: ", "))
      }
      for (criterion, score) in zip(criteria, scores) {
        if let mark = try mark(criterion, score) { marks.append(mark) }
      }
    case .object(let scores):
      for (criterion, score) in scores.sorted(by: { $0.key < $1.key }) {
        if let mark = try mark(criterion, score) { marks.append(mark) }
      }
    default:
      guard criteria.count == 1, let mark = try mark(criteria[0], value) else {
        throw line.wrong("scores", value, "a list of scores for each item")
      }
      marks.append(mark)
    }
    return marks
  }

  /// What is said of each item: by name, or of all of them in their order.
  private func entries(
    _ value: JSONValue, _ name: String
  ) throws(Refusal) -> [(item: String, value: JSONValue)] {
    switch value {
    case .object(let byItem):
      var entries: [(String, JSONValue)] = []
      for (name, value) in byItem.sorted(by: { $0.key < $1.key }) {
        entries.append((try item(name), value))
      }
      return entries
    case .list(let values):
      guard values.count == scoring.items.count else {
        throw Refusal(
          "‘\(name)’ has \(values.count) entries for \(scoring.items.count) items",
          remedy: "give one for each, in their order, or name the items")
      }
      return zip(scoring.items, values).map { ($0.id, $1) }
    case .string(let text):
      // A table has a list in one cell.
      let parts = text.split { !$0.isNumber && $0 != "-" }.map { JSONValue.string(String($0)) }
      return try entries(.list(parts), name)
    default: throw line.wrong(name, value, "a list, or an object by item")
    }
  }

  /// The item that a text names: as what it is, or by its place in the vote where that is a theme.
  private func item(_ name: String) throws(Refusal) -> String {
    switch scoring.kind {
    case .contributions: try LineNames.contribution(name, in: session).id.text
    case .themes: try session.theme(named: name).id.text
    case .opportunities: try names.opportunity(name, in: session).id.text
    }
  }

  /// The ballot as it is typed in the console: a digit after the other in the order of the items, 0 or -
  /// for none; numbers of several digits are separated.
  private func marks(digits: String) throws(Refusal) -> [Scoring.Mark] {
    let digits = digits.replacing("-", with: greatest < 10 ? "0" : " 0 ")
    if let stranger = digits.first(where: {
      !$0.isWhitespace && !",;/|".contains($0) && !$0.isDigit
    }) {
      throw Refusal(
        "‘\(stranger)’ is no digit of a ballot", remedy: "write digits, 0 or - for none")
    }
    let parts = digits.split { !$0.isDigit }
    let isRun = greatest < 10 || parts.count == 1 && parts[0].count > 3
    let numbers = isRun ? digits.compactMap(\.wholeNumberValue) : parts.compactMap { Int($0) }
    switch scoring.method {
    case .scores(let criteria):
      try demand(numbers, scoring.items.count * criteria.count)
      return numbers.enumerated().filter { $0.element != 0 }.map { place, points in
        Scoring.Mark(
          item: scoring.items[place / criteria.count].id,
          criterion: criteria[place % criteria.count], points: points)
      }
    case .dots:
      try demand(numbers, scoring.items.count)
      return zip(scoring.items, numbers).filter { $0.1 != 0 }.map {
        Scoring.Mark(item: $0.id, points: $1)
      }
    case .ranking:
      var marks: [Scoring.Mark] = []
      for (place, number) in numbers.enumerated() {
        guard scoring.items.indices.contains(number - 1) else {
          throw Refusal(
            "there is no item \(number)", remedy: "choose from 1 to \(scoring.items.count)")
        }
        marks.append(Scoring.Mark(item: scoring.items[number - 1].id, points: place + 1))
      }
      return marks
    }
  }

  /// The greatest number that a digit or several can stand for.
  private var greatest: Int {
    switch scoring.method {
    case .scores: Scoring.scale.upperBound
    case .dots(_, let most): most
    case .ranking: scoring.items.count
    }
  }

  private func demand(_ numbers: [Int], _ count: Int) throws(Refusal) {
    guard numbers.count == count else {
      throw Refusal(
        "‘digits’ has \(numbers.count), and the ballot \(count) places",
        remedy: "give one for each place, 0 or - for none")
    }
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
