import SessionEngine

/// What a ballot or a show of hands says in a line of input.
struct BallotLine {
  let line: InputLine
  let scoring: Scoring
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
        guard let points = dots.whole else {
          throw wrong(dots, "number of dots", item, "write a whole number")
        }
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
      guard let number = count.whole else {
        throw wrong(count, "number of hands", item, "write a whole number")
      }
      hands.append(Scoring.Hands(item: item, hands: number))
    }
    return hands
  }

  /// Says what stands at an item that cannot stand there.
  func wrong(_ value: JSONValue, _ wanted: String, _ item: String, _ remedy: String) -> Refusal {
    Refusal(
      "\(value.word.map { "‘\($0)’" } ?? value.kind) is no \(wanted) for "
        + session.name(of: item, scoring.kind), remedy: remedy)
  }

  private func missing(_ name: String) -> Refusal {
    Refusal(
      "‘\(name)’ is missing", remedy: "write it by item, such as {\"#17\": …}, or as a list")
  }

  func marks(
    _ value: JSONValue, _ item: String, _ criteria: [String]
  ) throws(Refusal) -> [Scoring.Mark] {
    func mark(_ criterion: String, _ value: JSONValue) throws(Refusal) -> Scoring.Mark? {
      // As on the console: 0 leaves a place empty on purpose.
      if value == .null || value.whole == 0 { return nil }
      guard let points = value.whole else {
        throw wrong(
          value, "score", item, "write 1 to 5 by \(criterion), or 0 for none")
      }
      return Scoring.Mark(item: item, criterion: criterion, points: points)
    }
    var marks: [Scoring.Mark] = []
    switch Self.apart(value, criteria.count) {
    case .list(let scores):
      guard scores.count == criteria.count else {
        throw Refusal(
          "\(session.name(of: item, scoring.kind)) has \(scores.count) "
            + (scores.count == 1 ? "score" : "scores"),
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
      guard criteria.count == 1 else {
        throw wrong(
          value, "list of scores", item,
          "give \(criteria.count): " + criteria.joined(separator: ", "))
      }
      if let mark = try mark(criteria[0], value) { marks.append(mark) }
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
  func item(_ name: String) throws(Refusal) -> String {
    switch scoring.kind {
    case .contributions: try LineNames.contribution(name, in: session).id.text
    case .themes: try theme(name)
    case .opportunities: try names.opportunity(name, in: session).id.text
    }
  }

  /// The theme of the vote: what the room was asked about has its place and its title there, whatever became
  /// of it in the codebook since.
  private func theme(_ name: String) throws(Refusal) -> String {
    if let place = Int(name.trimmed), scoring.items.indices.contains(place - 1) {
      return scoring.items[place - 1].id
    }
    return try Naming.pick(name, of: scoring.items, "theme in ‘\(scoring.title)’") { item in
      [item.title ?? "", session.name(of: item.id, .themes)]
    }.id
  }

  /// The ballot as it is typed in the console, by the same rule: digits in the order of the items, spaces
  /// between them or none, 0 or - for none; a ranking may end early.
  ///
  /// Where numbers can have several digits, each stands by itself: a run that the console would take for
  /// several numbers is refused, since nobody sees here how it was read.
  private func marks(digits: String) throws(Refusal) -> [Scoring.Mark] {
    if let stranger = digits.first(where: {
      !$0.isWhitespace && !",;/|-".contains($0) && !$0.isDigit
    }) {
      throw Refusal(
        "‘\(stranger)’ is no digit of a ballot", remedy: "write digits, 0 or - for none")
    }
    var sheet = BallotSheet(scoring)
    for part in digits.split(whereSeparator: { $0.isWhitespace || ",;/|".contains($0) }) {
      for number in part.split(separator: "-", omittingEmptySubsequences: false).enumerated() {
        if number.offset > 0 { try demand(sheet.leaveOut(), sheet) }
        try enter(number.element, into: &sheet)
      }
    }
    guard isRanking || sheet.cursor == sheet.cells.count else {
      throw Refusal(
        "‘digits’ has \(sheet.cursor), and the ballot \(sheet.cells.count) places",
        remedy: "give one for each place, 0 or - for none")
    }
    return sheet.marks
  }

  /// Types the digits of one number, or where all numbers have one digit a run of them.
  private func enter(_ digits: Substring, into sheet: inout BallotSheet) throws(Refusal) {
    let before = sheet.cursor
    for digit in digits.compactMap(\.wholeNumberValue) {
      if greatest >= 10, sheet.cursor > before {
        throw Refusal(
          "‘\(digits)’ can be read in several ways",
          remedy: "numbers go up to \(greatest) here: write a space between them")
      }
      try demand(sheet.type(digit), sheet)
    }
    if let ended = sheet.settle() { try demand(ended, sheet) }
  }

  private func demand(_ typed: BallotSheet.Typed, _ sheet: BallotSheet) throws(Refusal) {
    switch typed {
    case .taken, .complete: return
    case .refused(let reason):
      throw Refusal(reason, remedy: "write digits, 0 or - for none, with spaces between or none")
    case .full:
      throw Refusal(
        "‘digits’ has more than the \(sheet.cells.count) places of the ballot",
        remedy: "give one for each place, 0 or - for none")
    }
  }

  var isRanking: Bool { if case .ranking = scoring.method { true } else { false } }

  /// The greatest number that a digit or several can stand for.
  private var greatest: Int {
    switch scoring.method {
    case .scores: Scoring.scale.upperBound
    case .dots(_, let most): most
    case .ranking: scoring.items.count
    }
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
