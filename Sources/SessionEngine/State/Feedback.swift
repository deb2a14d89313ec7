/// One filled-in evaluation form. Nothing in it says whose it is.
public struct FeedbackForm: Hashable, Sendable {
  /// By the item's identifier: 1 (strongly disagree) to 5 (strongly agree), or `notApplicable`. An
  /// item that was left open is not named.
  public var answers: [String: Int]
  /// What was written under comments; may be empty.
  public var comments: String
  /// What the person takes away; may be empty.
  public var takeaway: String
  /// What a future workshop should take up.
  public var futurePriorities: [String]

  /// The answer to an item that did not apply.
  public static let notApplicable = 0
  /// From strongly disagree to strongly agree.
  public static let scale = 1...5

  /// Makes a form.
  public init(
    answers: [String: Int] = [:], comments: String = "", takeaway: String = "",
    futurePriorities: [String] = []
  ) {
    self.answers = answers
    self.comments = comments
    self.takeaway = takeaway
    self.futurePriorities = futurePriorities
  }

  /// What is written on it: the comment, what is taken away, then what comes next; may be empty texts.
  public var texts: [String] { [comments, takeaway] + futurePriorities }

  /// Whether nobody wrote anything on it.
  public var isEmpty: Bool {
    answers.isEmpty && comments.isEmpty && takeaway.isEmpty && futurePriorities.isEmpty
  }

  /// The form without white space around what was written, and without empty wishes.
  public var tidied: FeedbackForm {
    FeedbackForm(
      answers: answers, comments: comments.trimmed, takeaway: takeaway.trimmed,
      futurePriorities: futurePriorities.map(\.trimmed).filter { !$0.isEmpty })
  }
}

extension FeedbackForm {
  /// The form without what is written on it in just these words.
  func without(_ words: String) -> FeedbackForm {
    var rest = self
    if rest.comments == words { rest.comments = "" }
    if rest.takeaway == words { rest.takeaway = "" }
    rest.futurePriorities.removeAll { $0 == words }
    return rest
  }
}

extension FeedbackForm: Comparable {
  /// Orders forms by their content alone, so that no order says which came first.
  public static func < (a: FeedbackForm, b: FeedbackForm) -> Bool { Content(a) < Content(b) }

  /// What a form is ordered by; made once for each form that is sorted.
  fileprivate struct Content: Comparable {
    let form: FeedbackForm
    private let answers: [(item: String, points: Int)]
    private let texts: [String]

    init(_ form: FeedbackForm) {
      self.form = form
      answers = form.answers.sorted { $0 < $1 }.map { (item: $0.key, points: $0.value) }
      texts = form.texts
    }

    static func == (a: Content, b: Content) -> Bool { a.form == b.form }

    static func < (a: Content, b: Content) -> Bool {
      for (one, other) in zip(a.answers, b.answers) where one != other { return one < other }
      if a.answers.count != b.answers.count { return a.answers.count < b.answers.count }
      for (one, other) in zip(a.texts, b.texts) where !one.utf8.elementsEqual(other.utf8) {
        return one.utf8.lexicographicallyPrecedes(other.utf8)
      }
      return a.texts.count < b.texts.count
    }
  }
}

extension FeedbackForm: Codable {
  private enum CodingKeys: String, CodingKey { case answers, comments, takeaway, futurePriorities }

  /// Reads a form; whatever is empty may be left out.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      answers: try fields.decodeIfPresent([String: Int].self, forKey: .answers) ?? [:],
      comments: try fields.decodeIfPresent(String.self, forKey: .comments) ?? "",
      takeaway: try fields.decodeIfPresent(String.self, forKey: .takeaway) ?? "",
      futurePriorities: try fields.decodeIfPresent([String].self, forKey: .futurePriorities) ?? [])
  }

  /// Writes what is not empty.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    if !answers.isEmpty { try fields.encode(answers, forKey: .answers) }
    if !comments.isEmpty { try fields.encode(comments, forKey: .comments) }
    if !takeaway.isEmpty { try fields.encode(takeaway, forKey: .takeaway) }
    if !futurePriorities.isEmpty {
      try fields.encode(futurePriorities, forKey: .futurePriorities)
    }
  }
}

/// The forms that the room handed in: how many of each content, and neither order nor time.
public struct Feedback: Sendable, Equatable {
  private var counts: [FeedbackForm: Int] = [:]
  /// How many forms there are.
  public private(set) var count = 0

  /// No form yet.
  public init() {}

  /// Every form, equal ones as often as they came, in the order of their content.
  public var forms: [FeedbackForm] {
    counts.map { (content: FeedbackForm.Content($0.key), count: $0.value) }
      .sorted { $0.content < $1.content }
      .flatMap { Array(repeating: $0.content.form, count: $0.count) }
  }

  /// Whether such a form is here.
  public func contains(_ form: FeedbackForm) -> Bool { counts[form] != nil }

  /// How many forms answer an item, with or without a score.
  public func answers(to item: String) -> Int {
    counts.reduce(0) { $1.key.answers[item] == nil ? $0 : $0 + $1.value }
  }

  mutating func add(_ form: FeedbackForm) {
    counts[form, default: 0] += 1
    count += 1
  }

  /// Takes one such form out; says whether there was one.
  mutating func remove(_ form: FeedbackForm) -> Bool {
    guard let number = counts[form] else { return false }
    counts[form] = number > 1 ? number - 1 : nil
    count -= 1
    return true
  }
}
