import SessionEngine
import Terminal

/// A line of the plan that can be put right on the day.
enum PlanField: String, CaseIterable, Sendable {
  case title, date, organisers, reference, contact, marking, circulation, attribution

  /// What the plan says.
  func value(in plan: Plan) -> String {
    switch self {
    case .title: plan.title
    case .date: plan.date
    case .organisers: plan.organisers.joined(separator: "; ")
    case .reference: plan.reference
    case .contact: plan.contact
    case .marking: plan.marking
    case .circulation: plan.circulation
    case .attribution: plan.attribution.rawValue
    }
  }

  var hint: String {
    switch self {
    case .date: "such as 2026-11-24 or 24/11/26"
    case .organisers: "several are separated by ;"
    case .attribution: AttributionRule.allCases.map(\.rawValue).joined(separator: " or ")
    default: ""
    }
  }

  /// The revision that says `text`; `nil` where the field cannot say that.
  func revision(_ text: String) -> PlanRevised? {
    let text = text.trimmed
    var revision = PlanRevised()
    switch self {
    case .title: revision.title = text
    case .date:
      guard let day = text.isEmpty ? "" : DayText.iso(text) else { return nil }
      revision.date = day
    case .organisers:
      revision.organisers = text.split(separator: ";").map { String($0).trimmed }
        .filter { !$0.isEmpty }
    case .reference: revision.reference = text
    case .contact: revision.contact = text
    case .marking: revision.marking = text
    case .circulation: revision.circulation = text
    case .attribution:
      guard let rule = AttributionRule(rawValue: text) else { return nil }
      revision.attribution = rule
    }
    return revision
  }
}

extension ConsoleState {
  mutating func choosePlanField() {
    choose(
      .planField, "Put what right in the plan?",
      PlanField.allCases.enumerated().map { index, field in
        Picker.Item(
          lead: "\(index + 1)", title: field.rawValue, detail: field.value(in: session.plan),
          choice: .field(field))
      })
  }

  mutating func ask(for field: PlanField) {
    overlays.append(
      .prompt(
        Prompt(
          purpose: .revise(field), title: field.rawValue, hint: field.hint,
          editor: LineEditor(text: field.value(in: session.plan)))))
  }

  mutating func revise(_ field: PlanField, _ text: String) -> [Effect] {
    guard let revision = field.revision(text) else {
      return askedAgain("‘\(text)’ is no \(field.rawValue): write it \(field.hint)")
    }
    return [.perform(.revisePlan(revision), .plain)]
  }
}
