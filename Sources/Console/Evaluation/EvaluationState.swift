import Reports
import SessionEngine
import Terminal

/// The Evaluation screen: forms typed in from paper, what the room said, and the form itself.
struct EvaluationState: Sendable {
  enum Part: Sendable { case entry, summary, items }

  var part = Part.entry
  /// The form that is being entered; it waits while one looks elsewhere.
  var entry = FormEntry()
  /// The first line in view of what the room said.
  var scroll = 0
  /// The item that is chosen where the form is edited, by its id.
  var item: String?
  /// What the room said, made when it is looked at.
  var account: Account?
  /// The account in lines, as long as it holds and the screen is as wide.
  var page: Page?

  /// Everything that the room said, laid out for a screen: made once, for a key only moves in it.
  struct Page: Sendable {
    let size: Size
    let lines: [SummaryLine]
  }

  /// What the room said, and what it was made from.
  struct Account: Sendable {
    let feedback: Feedback
    let form: EvaluationForm
    let themes: [Theme]
    let summary: FeedbackSummary
    let comments: CommentGroups

    init(_ session: Session) {
      feedback = session.feedback
      form = session.plan.evaluation
      themes = session.themes
      summary = session.feedbackSummary
      comments = session.groups(of: summary.comments)
    }

    /// Whether the room has said nothing else since.
    func holds(for session: Session) -> Bool {
      feedback == session.feedback && form == session.plan.evaluation && themes == session.themes
        && summary.present == session.attended.count
        && summary.listed == session.delegates.count
    }
  }
}

/// A form while it is entered: ticks by digits, then what is written on it.
struct FormEntry: Equatable, Sendable {
  /// The ticks by item.
  var answers: [String: Int] = [:]
  /// What is written.
  var words: [FormText: LineEditor] = [:]
  /// The item under the hand, and after the last item the texts.
  var place = 0

  /// What a digit stands for, by the points.
  static let answerNames = [
    "not applicable", "strongly disagree", "disagree", "neither", "agree", "strongly agree",
  ]

  /// A blank form.
  init() {}

  /// A form to be put right.
  init(_ form: FeedbackForm) {
    answers = form.answers
    words[.comments] = LineEditor(text: form.comments)
    words[.takeaway] = LineEditor(text: form.takeaway)
    words[.futurePriorities] = LineEditor(text: form.futurePriorities.joined(separator: "; "))
  }

  func text(_ kind: FormText) -> String { words[kind]?.text ?? "" }

  /// The form as it would be kept; ticks on items that are no longer asked are not on it.
  func form(asking items: [EvaluationForm.Item]) -> FeedbackForm {
    let asked = Set(items.map(\.id))
    return FeedbackForm(
      answers: answers.filter { asked.contains($0.key) }, comments: text(.comments),
      takeaway: text(.takeaway),
      futurePriorities: text(.futurePriorities).split(separator: ";").map { String($0) }
    ).tidied
  }
}

extension ConsoleState {
  /// The items of the form.
  var formItems: [EvaluationForm.Item] { session.plan.evaluation.items }

  /// What is written on the form, in the order in which the plan asks for it.
  var formTexts: [FormText] { session.plan.evaluation.textOrder }

  /// The item under the hand; `nil` where one writes.
  var tickedItem: EvaluationForm.Item? {
    let place = evaluation.entry.place
    return formItems.indices.contains(place) ? formItems[place] : nil
  }

  /// What is being written; `nil` where one ticks.
  var writtenText: FormText? {
    let place = evaluation.entry.place - formItems.count
    return place < 0 ? nil : formTexts[min(place, formTexts.count - 1)]
  }

  /// The item that is chosen where the form is edited, by its place.
  var chosenItem: Int? {
    formItems.firstIndex { $0.id == evaluation.item } ?? formItems.indices.first
  }

  var evaluationContext: Context {
    switch evaluation.part {
    case .summary: .evaluation
    case .items: .formItems
    case .entry: tickedItem == nil && !formItems.isEmpty ? .formWords : .formTicks
    }
  }

  func unavailableInEvaluation(_ action: Action) -> String? {
    switch action {
    case .keepForm:
      return evaluation.entry.form(asking: formItems).isEmpty
        ? "nothing stands on the form yet" : readOnlyReason
    case .rewordItem, .removeItem: return chosenItem == nil ? "there is no item yet" : nil
    case .itemUp: return chosenItem ?? 0 == 0 ? "it is the first already" : nil
    case .itemDown:
      return (chosenItem ?? 0) + 1 >= formItems.count ? "it is the last already" : nil
    case .clearAnswer:
      return evaluation.entry.place == 0 && evaluation.entry.answers.isEmpty
        ? "this is the first item; u takes the form before back" : nil
    default:
      return formItems.isEmpty ? "the plan has no evaluation form yet: f, then a adds an item" : nil
    }
  }
}
