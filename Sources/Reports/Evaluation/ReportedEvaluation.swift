import SessionEngine

/// What the room said of the day, as far as it may be told: nothing ties a form to a person, what is
/// written on it to its answers, or its place to an order or a time.
struct ReportedEvaluation: Sendable {
  /// The figures.
  let summary: FeedbackSummary
  /// What was written, under the themes that its words speak for.
  let comments: CommentGroups
  /// The answers of each form by item, in the order of their content; without what was written, which
  /// might tell whose they are.
  let answers: [[String: Int]]
  /// How the form asks for what is written.
  let labels: [FormText: String]

  init(_ session: Session) {
    summary = session.feedbackSummary
    comments = session.groups(of: summary.comments)
    answers = session.feedback.forms.map { FeedbackForm(answers: $0.answers) }.sorted()
      .map(\.answers)
    labels = Dictionary(
      uniqueKeysWithValues: FormText.allCases.map { ($0, session.plan.evaluation.label(of: $0)) })
  }

  func label(of text: FormText) -> String { labels[text] ?? text.name }
}

extension FeedbackSummary {
  /// The one line that a report carries: of relevance, or failing that of the first thing measured that
  /// anybody answered; `nil` where nobody did.
  public var reportLine: String? {
    line(on: "relevance") ?? dimensions.lazy.compactMap { self.line(on: $0.name) }.first
  }

  /// How many handed in a form, such as `30 of 42 forms (71%)`; a percentage only where at least ten
  /// people could have.
  public var returns: String {
    if warning != nil {
      return count + " (only \(present) \(present == 1 ? "person" : "people") marked present)"
    }
    guard present >= Self.fewest, let rate = responseRate else { return count }
    return count + " (\(rate)%)"
  }
}

extension FeedbackSummary.Item {
  /// The share of positive answers as it may be told; `N/A` where nobody gave points.
  public var told: String { answers.valid == 0 ? "N/A" : share }
}
