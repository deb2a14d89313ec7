import SessionEngine

/// Finds groups and priorities by what rows call them, each name once: a file of fifty thousand rows
/// names the same few over and over.
struct Lookup {
  private let session: Session
  private var groups: [String: Result<GroupID, IntakeProblem>] = [:]
  private var priorities: [String: Result<PriorityID, IntakeProblem>] = [:]

  init(_ session: Session) { self.session = session }

  /// The group that a text names.
  mutating func group(_ text: String) -> Result<GroupID, IntakeProblem> {
    if let known = groups[text] { return known }
    let found = findGroup(text.onOneLine)
    groups[text] = found
    return found
  }

  /// The priority that a text names.
  mutating func priority(_ text: String) -> Result<PriorityID, IntakeProblem> {
    if let known = priorities[text] { return known }
    let found = findPriority(text.onOneLine)
    priorities[text] = found
    return found
  }

  private func findGroup(_ name: String) -> Result<GroupID, IntakeProblem> {
    if Int(name) == 0 { return .success(Group.wholeRoom.id) }
    // A number that no table has is not looked for in the names: 1 is not Table 10.
    if let number = Int(name), !session.groups.contains(where: { $0.number == number }) {
      let tables = session.tables.map { "\($0.number) \($0.name)" }
      return .failure(
        IntakeProblem("", "there is no group \(name)", remedy: Self.choices(tables, "groups")))
    }
    do throws(Refusal) {
      return .success(try session.group(named: name).id)
    } catch {
      return .failure(IntakeProblem("", error.reason, remedy: error.remedy))
    }
  }

  private func findPriority(_ name: String) -> Result<PriorityID, IntakeProblem> {
    if let number = Int(name), !session.plan.priorities.indices.contains(number - 1) {
      let titles = session.plan.priorities.enumerated().map { "\($0 + 1) \($1.title)" }
      return .failure(
        IntakeProblem(
          "", "there is no priority \(name)", remedy: Self.choices(titles, "priorities")))
    }
    do throws(Refusal) {
      return .success(try session.priority(named: name).id)
    } catch {
      return .failure(IntakeProblem("", error.reason, remedy: error.remedy))
    }
  }

  private static func choices(_ names: [String], _ what: String) -> String {
    guard !names.isEmpty else { return "there are no \(what) in this session yet" }
    let more = names.count > 9 ? " and \(names.count - 9) more" : ""
    return "choose from " + names.prefix(9).joined(separator: ", ") + more
  }
}
