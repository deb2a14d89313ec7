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
    let session = session
    return Self.find(text, &groups) { name throws(Refusal) in try session.group(named: name).id }
  }

  /// The priority that a text names.
  mutating func priority(_ text: String) -> Result<PriorityID, IntakeProblem> {
    let session = session
    return Self.find(text, &priorities) { name throws(Refusal) in
      try session.priority(named: name).id
    }
  }

  private static func find<ID>(
    _ text: String, _ known: inout [String: Result<ID, IntakeProblem>],
    _ named: (String) throws(Refusal) -> ID
  ) -> Result<ID, IntakeProblem> {
    if let found = known[text] { return found }
    let found: Result<ID, IntakeProblem>
    do throws(Refusal) {
      found = .success(try named(text.onOneLine))
    } catch {
      found = .failure(IntakeProblem("", error.reason, remedy: error.remedy))
    }
    known[text] = found
    return found
  }
}
