import SessionEngine

/// What people call the parts of an evaluation form, and how they write an answer.
struct FeedbackNames {
  /// A part of the form.
  enum Field: Hashable {
    /// An item, by its id.
    case item(String)
    /// Something in words.
    case text(FormText)
  }

  private let form: EvaluationForm
  private var fields: [String: Field] = [:]

  init(_ form: EvaluationForm) {
    self.form = form
    // What is said first holds: an id before a number, a number before a statement.
    func name(_ text: String, _ field: Field) {
      let key = Self.key(text)
      if !key.isEmpty, fields[key] == nil { fields[key] = field }
    }
    for item in form.items { name(item.id, .item(item.id)) }
    for (index, item) in form.items.enumerated() {
      for number in ["\(index + 1)", "q\(index + 1)", "item \(index + 1)"] {
        name(number, .item(item.id))
      }
    }
    for item in form.items { name(item.statement, .item(item.id)) }
    for text in FormText.allCases {
      name(text.rawValue, .text(text))
      name(form.label(of: text), .text(text))
    }
    for question in form.questions { name(question, .text(FormText(question: question))) }
    for (text, others) in Self.otherNames { for other in others { name(other, .text(text)) } }
  }

  private static let otherNames: [(FormText, [String])] = [
    (.comments, ["comment", "comments", "other comments", "any other comments"]),
    (.takeaway, ["take away", "take-away", "takeaways", "what will you take away"]),
    (
      .futurePriorities,
      ["future priorities", "future priority", "future", "priorities for a future workshop"]
    ),
  ]

  /// The part that a heading or a member's name means; `nil` where it means none.
  func field(_ heading: String) -> Field? {
    let key = Self.key(heading)
    if let field = fields[key] { return field }
    // `3. The statement`, as a numbered list has it.
    guard let end = key.firstIndex(where: { !$0.isNumber }), end > key.startIndex,
      ".):".contains(key[end])
    else { return nil }
    let rest = Self.key(String(key[key.index(after: end)...]))
    return rest.isEmpty ? fields[String(key[..<end])] : fields[rest]
  }

  /// A part as it is said.
  func name(of field: Field) -> String {
    switch field {
    case .item(let id): form.items.first { $0.id == id }.map { "‘\($0.statement)’" } ?? "‘\(id)’"
    case .text(let text): "‘\(form.label(of: text))’"
    }
  }

  /// The statements of the items that are not among some parts.
  func items(besides fields: [Field]) -> [String] {
    form.items.filter { !fields.contains(.item($0.id)) }.map(\.statement)
  }

  /// What to do about headings that mean nothing.
  var remedy: String {
    guard !form.items.isEmpty else {
      return "give the plan an evaluation form first, on the screen Evaluation"
    }
    return "head each column with the item’s id (\(form.items.map(\.id).joined(separator: ", "))), "
      + "its number or its words"
  }

  /// Writes down what somebody answered.
  ///
  /// - Throws: `Refusal` where it is no answer to the item, or longer than a text may be.
  func put(_ text: String, in field: Field, of form: inout FeedbackForm) throws(Refusal) {
    if let fault = WordsLimit.fault(in: text) {
      throw Refusal("\(name(of: field)): \(fault.reason)", remedy: fault.remedy)
    }
    switch field {
    case .item(let id):
      guard !text.trimmed.isEmpty else { return }
      guard let points = Self.points(text) else {
        throw Refusal(
          "‘\(text.onOneLine)’ is no answer to \(name(of: field))",
          remedy: "write 1 (strongly disagree) to 5 (strongly agree), 0 for not applicable, or "
            + "nothing")
      }
      form.answers[id] = points
    case .text(.comments): form.comments = text
    case .text(.takeaway): form.takeaway = text
    case .text(.futurePriorities):
      form.futurePriorities = text.split { $0 == ";" || $0.isNewline }.map { String($0) }
    }
  }

  /// The points of an answer: a digit, what it stands for, or both (`4 - agree`); `nil` for none.
  static func points(_ text: String) -> Int? {
    let key = text.folded
    if let points = words[key] { return points }
    guard let first = key.first, let digit = first.wholeNumberValue, first.isASCII, digit <= 5
    else {
      return nil
    }
    let rest = key.dropFirst()
    if rest.isEmpty || rest == "/5" { return digit }
    // As a spreadsheet writes a whole number, 4.0 or 4,0.
    if let mark = rest.first, ".,".contains(mark), rest.dropFirst().allSatisfy({ $0 == "0" }) {
      return rest.count > 1 ? digit : nil
    }
    let word = rest.trimmingWords
    return words[word] == digit ? digit : nil
  }

  private static let words: [String: Int] = [
    "strongly disagree": 1, "disagree": 2, "neither agree nor disagree": 3, "neither": 3,
    "neutral": 3, "undecided": 3, "agree": 4, "strongly agree": 5, "n/a": 0, "na": 0, "n.a.": 0,
    "n.a": 0, "-": 0, "–": 0, "—": 0, "not applicable": 0, "does not apply": 0,
  ]

  /// For comparing: whatever the case, the white space, curly quotes and a mark at the end.
  private static func key(_ text: String) -> String {
    var key = text.folded.replacing("’", with: "'").replacing("‘", with: "'")
    while key.count > 1, let last = key.last, ".?!:*".contains(last) { key.removeLast() }
    return key.folded
  }
}

extension Substring {
  /// Without the dashes, brackets and spaces around a word.
  fileprivate var trimmingWords: String {
    let marks: Set<Character> = [" ", "-", "–", "—", "=", ":", ".", "(", ")"]
    var words = self
    while let first = words.first, marks.contains(first) { words.removeFirst() }
    while let last = words.last, marks.contains(last) { words.removeLast() }
    return String(words)
  }
}
