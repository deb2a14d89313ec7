import SessionEngine
import Terminal

// What the form asks in words, besides its items.
extension ConsoleState {
  mutating func chooseQuestion() {
    let form = session.plan.evaluation
    let items = formTexts.enumerated().map { index, text in
      Picker.Item(
        lead: "\(index + 1)", title: form.label(of: text), detail: text.subject,
        choice: .formText(text))
    }
    overlays.append(
      .picker(
        Picker(
          purpose: .formQuestions, title: "Put which question into other words?", items: items)))
  }

  mutating func askForQuestion(_ text: FormText) {
    let asked = session.plan.evaluation.questions.filter { FormText(question: $0) == text }
    overlays.append(
      .prompt(
        Prompt(
          purpose: .formQuestion(text), title: text.subject,
          hint: "what the form asks; empty asks ‘\(text.name)’",
          editor: LineEditor(text: asked.joined(separator: " ")))))
  }

  /// Takes the words of a question, in the place of those that asked for the same.
  mutating func answeredQuestion(_ kind: FormText, _ text: String) -> [Effect] {
    let text = text.trimmed
    guard text.isEmpty || FormText(question: text) == kind else {
      return askedAgain(
        "that would ask for \(FormText(question: text).subject): a question for \(kind.subject) "
          + kind.sign)
    }
    var form = session.plan.evaluation
    let place = form.questions.firstIndex { FormText(question: $0) == kind }
    form.questions.removeAll { FormText(question: $0) == kind }
    if !text.isEmpty { form.questions.insert(text, at: place ?? form.questions.count) }
    guard form != session.plan.evaluation else {
      onItsWay = nil
      return []
    }
    return [revision(form)]
  }
}

extension FormText {
  /// What it is about, in a word or two.
  var subject: String {
    switch self {
    case .takeaway: "what is taken away"
    case .comments: "comments"
    case .futurePriorities: "future priorities"
    }
  }

  /// How a question that asks for it is told from the others.
  var sign: String {
    switch self {
    case .takeaway: "says ‘take away’ or ‘most useful’"
    case .comments: "names neither what is taken away nor what a next workshop should take up"
    case .futurePriorities: "says ‘priorities’ or ‘future’"
    }
  }
}
