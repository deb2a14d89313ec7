import SessionEngine

/// What a plan must keep to beyond having its fields.
struct PlanCheck {
  private let tree: JSONTree
  private(set) var problems: [IntakeProblem] = []

  init(_ plan: Plan, _ tree: JSONTree) {
    self.tree = tree
    words(plan.title, ["title"])
    if !plan.date.isEmpty { date(plan.date) }
    if !(1...99).contains(plan.tables) {
      fail(["tables"], "is \(plan.tables)", remedy: "choose from 1 to 99")
    }
    if plan.priorities.isEmpty {
      fail(["priorities"], "is empty", remedy: "name at least one priority")
    }
    things("priorities", plan.priorities.map { ($0.id.text, $0.title) })
    for (index, priority) in plan.priorities.enumerated() {
      for (place, skill) in priority.skills.enumerated() {
        words(skill, ["priorities", index, "skills", place])
        guard skill.contains(where: { ";,@=".contains($0) }) else { continue }
        fail(
          ["priorities", index, "skills", place], "is ‘\(skill)’",
          remedy: "write one skill, without the signs ; , @ and =")
      }
    }
    things("themes", plan.themes.map { ($0.id.text, $0.title) })
    things("lenses", plan.lenses.map { ($0.id.text, $0.title) })
    things("agenda", plan.agenda.map { ($0.id.text, $0.title) })
    things("evaluation.items", plan.evaluation.items.map { ($0.id, $0.statement) }, "statement")
    for (index, question) in plan.evaluation.questions.enumerated() {
      words(question, ["evaluation", "questions", index])
    }
    stages(plan.agenda)
    texts(tree, at: [])
  }

  /// What is too long, wherever in the file it stands.
  private mutating func texts(_ node: JSONTree, at path: [any PlanPath]) {
    switch node.value {
    case .object(let members): for (name, value) in members { texts(value, at: path + [name]) }
    case .array(let values):
      for (index, value) in values.enumerated() { texts(value, at: path + [index]) }
    case .string(let text):
      guard let fault = WordsLimit.fault(in: text) else { return }
      fail(path, fault.reason, remedy: fault.remedy)
    case .other: break
    }
  }

  private mutating func words(_ text: String, _ path: [any PlanPath]) {
    if text.trimmed.isEmpty { fail(path, "is empty", remedy: "write a few words") }
  }

  private mutating func things(
    _ list: String, _ things: [(id: String, title: String)], _ title: String = "title"
  ) {
    let path: [any PlanPath] = list.split(separator: ".").map(String.init)
    var first: [String: Int] = [:]
    for (index, thing) in things.enumerated() {
      words(thing.title, path + [index, title])
      if thing.id.trimmed.isEmpty {
        fail(path + [index, "id"], "is empty", remedy: "write a short name that never changes")
      } else if let earlier = first[thing.id] {
        fail(
          path + [index, "id"], "is ‘\(thing.id)’ like that of \(list)[\(earlier)]",
          remedy: "give each its own")
      } else {
        first[thing.id] = index
      }
    }
  }

  private mutating func date(_ text: String) {
    guard Instant(text + "T00:00:00Z") == nil else { return }
    fail(["date"], "‘\(text)’ is no date", remedy: "write it as 2026-11-24")
  }

  private mutating func stages(_ agenda: [Stage]) {
    var next = 1
    for (index, stage) in agenda.enumerated() {
      if !(0...1440).contains(stage.minutes) {
        fail(
          ["agenda", index, "minutes"], "is \(stage.minutes)",
          remedy: "choose from 0 (no clock) to 1440")
      }
      guard let round = stage.round else { continue }
      if round != next {
        fail(
          ["agenda", index, "round"], "is \(round), but round \(next) comes next",
          remedy: "number the rounds 1, 2, 3 in the order of the agenda")
      }
      next = max(next, round) + 1
    }
  }

  private mutating func fail(_ path: [any PlanPath], _ reason: String, remedy: String) {
    problems.append(
      IntakeProblem(PlanProblem.place(path.map(\.key), tree), reason, remedy: remedy))
  }
}

/// A step on the way to a field: a name or an index.
private protocol PlanPath: Sendable {
  var key: any CodingKey { get }
}

extension String: PlanPath {
  fileprivate var key: any CodingKey { PlanKey(stringValue: self) }
}

extension Int: PlanPath {
  fileprivate var key: any CodingKey { PlanKey(intValue: self) }
}

private struct PlanKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }
}
