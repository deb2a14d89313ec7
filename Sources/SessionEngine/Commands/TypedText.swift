extension Command {
  /// Everything in it that somebody typed and the session would keep: what must not be longer than
  /// ``WordsLimit`` allows, wherever it stands. What another workshop handed on was looked at there.
  var typed: [String] {
    switch self {
    case .open(_, let plan): plan.typed
    case .revisePlan(let revision): revision.typed
    case .addDelegates(let new): new.flatMap(\.profile.typed)
    case .correctDelegate(_, let profile): profile.typed
    case .renameGroup(_, let name): [name]
    case .wish(let wishes): wishes.typed
    case .planSeating(let seating): seating.wishes?.typed ?? []
    case .capture(let new): new.flatMap { [$0.words, $0.source ?? ""] }
    case .reword(_, let words): [words]
    case .split(_, let parts): parts
    case .redact(_, let reason), .redactCard(_, let reason): [reason]
    case .addTheme(let title, let definition): [title, definition]
    case .makeTheme(let title, _), .renameTheme(_, let title), .splitTheme(_, let title, _): [title]
    case .defineTheme(_, let definition, let keyPoints): [definition] + keyPoints
    case .openScoring(let new): [new.title] + new.method.typed
    case .raise(_, let card), .reviseCard(_, let card): card.written.all
    case .stageOpportunity(_, let standing): [standing.reason ?? ""]
    case .enterFeedback(let forms): forms.flatMap(\.texts)
    default: []
    }
  }
}

extension Plan {
  fileprivate var typed: [String] {
    [title, reference, contact, marking, circulation] + organisers
      + priorities.flatMap(\.typed) + lenses.flatMap(\.typed) + agenda.map(\.title)
      + evaluation.typed + themes.flatMap { [$0.title, $0.definition] + $0.keyPoints }
  }
}

extension PlanRevised {
  fileprivate var typed: [String] {
    [title, reference, contact, marking, circulation].compactMap(\.self) + (organisers ?? [])
      + (priorities ?? []).flatMap(\.typed) + (lenses ?? []).flatMap(\.typed)
      + (agenda ?? []).map(\.title) + (evaluation?.typed ?? [])
  }
}

extension Priority {
  fileprivate var typed: [String] { [id.text, title, question] + skills }
}

extension Lens {
  fileprivate var typed: [String] { [id.text, title, question] }
}

extension EvaluationForm {
  fileprivate var typed: [String] {
    questions + items.flatMap { [$0.id, $0.dimension, $0.statement] }
  }
}

extension Delegate.Profile {
  fileprivate var typed: [String] {
    [name, organisation, sector, role] + skills + (further ?? [:]).flatMap { [$0.key, $0.value] }
  }
}

extension MixWishes {
  fileprivate var typed: [String] { balance.map(\.column) + cover }
}

extension Scoring.Method {
  fileprivate var typed: [String] { if case .scores(let criteria) = self { criteria } else { [] } }
}
