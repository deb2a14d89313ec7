import SessionEngine

// Ballots in a table with a column for each item, as they are counted on paper.
extension BallotLine {
  /// A name of the line that names an item of the vote.
  struct Column {
    /// The name as it stands there, such as `#5`, or `#5 impact`.
    var heading: String
    /// The item.
    var item: String
    /// The criterion, where the name ends with one.
    var criterion: String?
  }

  /// Those names of the line that name items of the vote, alone or with a criterion behind.
  func columns(besides known: [String]) -> [Column] {
    let criteria: [String] = if case .scores(let names) = scoring.method { names } else { [] }
    let items = Set(scoring.items.map(\.id))
    func named(_ text: String) -> String? {
      (try? item(text)).flatMap { items.contains($0) ? $0 : nil }
    }
    return line.fields.keys.sorted().filter { !known.contains($0) }.compactMap { heading in
      if let item = named(heading) { return Column(heading: heading, item: item) }
      let text = heading.trimmed.lowercased()
      guard let criterion = criteria.first(where: { text.hasSuffix(" " + $0.lowercased()) }),
        let item = named(String(heading.trimmed.dropLast(criterion.count)))
      else { return nil }
      return Column(heading: heading, item: item, criterion: criterion)
    }
  }

  /// What stands in the columns: scores, dots, or the place in a ranking; nothing where a cell is empty.
  func marks(in columns: [Column]) throws(Refusal) -> [Scoring.Mark] {
    let forms = ["scores", "dots", "ranking", "digits"]
    if let other = forms.first(where: { line.fields[$0] != nil }) {
      throw Refusal(
        "the ballot stands there twice, by item and under ‘\(other)’", remedy: "leave one out")
    }
    var marks: [Scoring.Mark] = []
    for column in columns {
      guard let value = line.fields[column.heading] else { continue }
      switch scoring.method {
      case .scores(let criteria):
        marks += try self.marks(value, column.item, column.criterion.map { [$0] } ?? criteria)
      case .dots, .ranking:
        guard let points = value.whole else {
          throw wrong(
            value, isRanking ? "place in the order" : "number of dots", column.item,
            "write a whole number")
        }
        if points != 0 { marks.append(Scoring.Mark(item: column.item, points: points)) }
      }
    }
    return marks
  }

  /// The hands in the columns.
  func hands(in columns: [Column]) throws(Refusal) -> [Scoring.Hands] {
    guard line.fields["hands"] == nil else {
      throw Refusal(
        "the hands stand there twice, by item and under ‘hands’", remedy: "leave one out")
    }
    var hands: [Scoring.Hands] = []
    for column in columns {
      guard let value = line.fields[column.heading] else { continue }
      guard let number = value.whole else {
        throw wrong(value, "number of hands", column.item, "write a whole number")
      }
      hands.append(Scoring.Hands(item: column.item, hands: number))
    }
    return hands
  }

  /// A cell with several scores, as `4 3`, `4;3` or `43`, as a list of them.
  static func apart(_ value: JSONValue, _ count: Int) -> JSONValue {
    guard case .string(let text) = value, count > 1 else { return value }
    let parts = text.split { !$0.isNumber && $0 != "-" }.map(String.init)
    let isRun = parts.count == 1 && parts[0].count == count
    let scores = isRun ? parts[0].map(String.init) : parts
    return .list(scores.map { $0 == "-" ? .null : .string($0) })
  }
}
