import SessionEngine
import Terminal

extension ConsoleState {
  mutating func performInEvaluation(_ action: Action) -> [Effect]? {
    let before = evaluation.entry
    defer { formChanged(from: before) }
    if let points = action.points {
      tick(points)
      return []
    }
    switch action {
    case .showSummary: showPart(.summary)
    case .enterForms: showPart(.entry)
    case .showForm: showPart(.items)
    case .openAnswer: evaluation.entry.place = min(evaluation.entry.place + 1, lastPlace)
    case .clearAnswer: untick()
    case .toWords: evaluation.entry.place = formItems.count
    case .nextWords: evaluation.entry.place = min(evaluation.entry.place + 1, lastPlace)
    case .previousWords: evaluation.entry.place = max(0, evaluation.entry.place - 1)
    case .toTicks: evaluation.entry.place = 0
    case .keepForm:
      guard let doubt = formDoubt else { return keepForm() }
      overlays.append(
        .question(
          Question(
            title: "Keep the form so?", lines: [doubt],
            answers: [.init(key: .character("y"), title: "keep it", outcome: .keepForm)])))
    default: return performOnItems(action)
    }
    return []
  }

  /// The last place on a form: the last of what is written.
  private var lastPlace: Int { formItems.count + formTexts.count - 1 }

  private mutating func showPart(_ part: EvaluationState.Part) {
    evaluation.part = part
    evaluation.scroll = 0
    // What was coded since counts for the comments too.
    if part == .summary { evaluation.account = nil }
    if part == .items { evaluation.item = evaluation.item ?? formItems.first?.id }
    refreshEvaluation()
  }

  /// Makes the account of what the room said anew, where it is in view and something changed.
  mutating func refreshEvaluation() {
    guard screen == .evaluation else { return }
    let last = max(0, lastPlace)
    if evaluation.entry.place > last { evaluation.entry.place = last }
    guard evaluation.part == .summary else { return }
    if evaluation.account?.holds(for: session) != true {
      evaluation.account = EvaluationState.Account(session)
      evaluation.page = nil
    }
    if evaluation.page?.size != size {
      evaluation.page = EvaluationState.Page(size: size, lines: summaryLines(to: size.width))
    }
  }

  // MARK: A form

  private mutating func tick(_ points: Int) {
    guard let item = tickedItem else { return }
    evaluation.entry.answers[item.id] = points
    evaluation.entry.place += 1
  }

  /// Takes the tick off the item under the hand, or off the one before.
  private mutating func untick() {
    if let item = tickedItem, evaluation.entry.answers.removeValue(forKey: item.id) != nil {
      return
    }
    evaluation.entry.place = max(0, evaluation.entry.place - 1)
    if let item = tickedItem { evaluation.entry.answers[item.id] = nil }
  }

  mutating func writeOnForm(_ key: Key) {
    guard let text = writtenText else { return }
    let before = evaluation.entry
    defer { formChanged(from: before) }
    var editor = evaluation.entry.words[text] ?? LineEditor()
    // From an empty line one goes back, as from one item to the one before.
    if key == .backspace, editor.isEmpty {
      evaluation.entry.place -= 1
      untick()
    } else if editor.handle(key) {
      evaluation.entry.words[text] = editor
    }
  }

  mutating func pasteOnForm(_ text: String) {
    guard let kind = writtenText else { return }
    let glue = kind == .futurePriorities ? "; " : " "
    let line = text.split(whereSeparator: \.isNewline).joined(separator: glue)
    evaluation.entry.words[kind, default: LineEditor()].insert(line)
    capture.drafted(at: now)
  }

  /// Puts a form that was just taken back on the blank one, so that it can be put right and kept again.
  mutating func bringFormBack(by decision: Decision) {
    guard decision.turn != nil, screen == .evaluation, evaluation.part == .entry else { return }
    let taken = decision.events.compactMap { ($0 as? FeedbackWithdrawn)?.form }
    let entered = decision.events.compactMap { ($0 as? FeedbackEntered)?.form }
    let before = evaluation.entry
    let now = before.form(asking: formItems)
    if taken.count == 1, now.isEmpty {
      evaluation.entry = FormEntry(taken[0])
    } else if entered.count == 1, now == entered[0] {
      evaluation.entry = FormEntry()
    }
    formChanged(from: before)
  }

  mutating func moveInEvaluation(_ by: Int) {
    switch evaluation.part {
    case .entry: evaluation.entry.place = min(max(0, evaluation.entry.place + by), lastPlace)
    case .items:
      guard let chosen = chosenItem else { return }
      evaluation.item = formItems[min(max(0, chosen + by), formItems.count - 1)].id
    case .summary:
      let most = max(0, summaryPage.count - summaryRows)
      evaluation.scroll = min(max(0, min(evaluation.scroll, most) + by), most)
    }
  }

  // MARK: The items of the form

  private mutating func performOnItems(_ action: Action) -> [Effect]? {
    switch action {
    case .addItem:
      let dimension = chosenItem.map { formItems[$0].dimension } ?? "relevance"
      ask(.addItem, "new item", dimension + ": ")
      return []
    case .rewordItem:
      guard let index = chosenItem else { return [] }
      let item = formItems[index]
      ask(.rewordItem(item.id), "reword", item.dimension + ": " + item.statement)
      return []
    case .removeItem:
      guard let index = chosenItem else { return [] }
      var form = session.plan.evaluation
      form.items.remove(at: index)
      let next = min(index, form.items.count - 1)
      evaluation.item = next < 0 ? nil : form.items[next].id
      return [revision(form)]
    case .itemUp, .itemDown:
      guard let index = chosenItem else { return [] }
      var form = session.plan.evaluation
      evaluation.item = form.items[index].id
      form.items.swapAt(index, index + (action == .itemUp ? -1 : 1))
      return [revision(form)]
    case .formQuestions:
      chooseQuestion()
      return []
    default: return nil
    }
  }

  func revision(_ form: EvaluationForm) -> Effect {
    var revision = PlanRevised()
    revision.evaluation = form
    return .perform(.revisePlan(revision), .plain)
  }

  private mutating func ask(_ purpose: Prompt.Purpose, _ title: String, _ text: String) {
    overlays.append(
      .prompt(
        Prompt(
          purpose: purpose, title: title,
          hint: "what it measures, a colon, and the statement to agree or disagree with",
          editor: LineEditor(text: text))))
  }

  /// Takes the words of an item.
  mutating func answeredOfForm(_ purpose: Prompt.Purpose, _ text: String) -> [Effect] {
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      return askedAgain("type what the item measures, a colon, and its statement")
    }
    var form = session.plan.evaluation
    let fresh = form.freshID(for: parts[0], besides: session.retiredItems)
    var item = EvaluationForm.Item(id: fresh, dimension: parts[0], statement: parts[1])
    if case .rewordItem(let id) = purpose, let index = form.items.firstIndex(where: { $0.id == id })
    {
      // What was answered keeps the words that it answers: other words are another item then.
      if session.feedback.answers(to: id) == 0 || form.items[index].statement == parts[1] {
        item = EvaluationForm.Item(id: id, dimension: parts[0], statement: parts[1])
      }
      form.items[index] = item
    } else {
      form.items.insert(item, at: chosenItem.map { $0 + 1 } ?? 0)
    }
    guard form != session.plan.evaluation else {
      onItsWay = nil
      return []
    }
    evaluation.item = item.id
    return [revision(form)]
  }
}
