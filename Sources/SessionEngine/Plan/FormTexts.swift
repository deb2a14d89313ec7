/// What a form asks in words, besides its items.
public enum FormText: String, CaseIterable, Sendable {
  /// What people take away.
  case takeaway
  /// Anything else that they say of the day.
  case comments
  /// What a future workshop should take up; several on one form.
  case futurePriorities

  /// What it is called where the plan asks no question for it.
  public var name: String {
    switch self {
    case .takeaway: "What will you take away?"
    case .comments: "Comments"
    case .futurePriorities: "Priorities for a future workshop"
    }
  }

  /// Which of the three a question asks for, by its words: anything that is neither about what is taken
  /// away nor about what should come next is a comment.
  public init(question: String) {
    let question = question.lowercased()
    func speaks(of words: [String]) -> Bool { words.contains { question.contains($0) } }
    if speaks(of: ["priorit", "future"])
      || speaks(of: ["next"]) && speaks(of: ["about", "look at", "take up", "topic", "cover"])
    {
      self = .futurePriorities
    } else if speaks(of: ["take away", "takeaway", "take home", "take with", "most useful"]) {
      self = .takeaway
    } else {
      self = .comments
    }
  }
}

extension EvaluationForm {
  /// How the form asks for one of the texts: in the plan's words, or failing those in ours.
  public func label(of text: FormText) -> String {
    let asked = questions.filter { FormText(question: $0) == text }
    return asked.isEmpty ? text.name : asked.joined(separator: " ")
  }

  /// A name for a new item that no item had before: what it measures, and a number.
  ///
  /// - Parameter others: items that left the form.
  public func freshID(for dimension: String, besides others: [Item]) -> String {
    let taken = Set((items + others).map(\.id))
    let words = dimension.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let base = words.isEmpty ? "item" : words.joined(separator: "-")
    var number = 1
    while taken.contains("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }
}

extension EvaluationForm {
  /// What the form asks in words, in the order in which it asks for it; what it does not ask for comes
  /// last.
  public var textOrder: [FormText] {
    (questions.map { FormText(question: $0) } + FormText.allCases).withoutRepeats
  }
}
