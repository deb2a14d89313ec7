import SessionEngine

/// The groups that a roster asks for in a new session.
public struct RosterGroups: Sendable, Equatable {
  /// How many groups there must be.
  public let count: Int
  /// The groups with names of their own, by number.
  public let names: [Int: String]

  /// Makes a wish for groups.
  public init(count: Int, names: [Int: String] = [:]) {
    self.count = count
    self.names = names
  }
}

extension RosterReading {
  /// The groups that the roster asks for: numbers (`3`, `Table 3`) as they are, names on the numbers
  /// that are left, in the order of the file.
  ///
  /// - Throws: `IntakeError` where more than 99 groups would be needed; it names the line.
  public func groups(atLeast tables: Int) throws(IntakeError) -> RosterGroups {
    var taken: Set<Int> = []
    var named: [(text: String, line: Int)] = []
    var seen: Set<String> = []
    for entry in entries {
      guard let text = entry.groupText, seen.insert(text.folded).inserted else { continue }
      guard let number = Self.tableNumber(text) else {
        named.append((text, entry.line))
        continue
      }
      guard (1...99).contains(number) else {
        throw IntakeError(
          "line \(entry.line)", "there cannot be a group ‘\(text)’",
          remedy: "number the groups from 1 to 99")
      }
      taken.insert(number)
    }
    var names: [Int: String] = [:]
    var next = 1
    for (text, line) in named {
      while taken.contains(next) { next += 1 }
      guard next <= 99 else {
        throw IntakeError(
          "line \(line)", "the roster asks for more than 99 groups",
          remedy: "check the column Group")
      }
      taken.insert(next)
      names[next] = text
    }
    return RosterGroups(count: max(tables, taken.max() ?? 0), names: names)
  }

  /// The people to add to a session, each in the group that the roster gives, and the rows that cannot
  /// be taken in: those that were bad already, and those whose group is not there.
  ///
  /// People who are on the session's list already are left out, and said.
  public func delegates(in session: Session) -> (
    new: [NewDelegate], badRows: [BadRow], notes: [String]
  ) {
    var lookup = Lookup(session)
    let known = Set(session.delegates.values.map { Self.key($0.profile) })
    var new: [NewDelegate] = []
    var bad = badRows
    var already = 0
    for entry in entries {
      if known.contains(Self.key(entry.profile)) {
        already += 1
        continue
      }
      guard let text = entry.groupText else {
        new.append(NewDelegate(entry.profile))
        continue
      }
      switch lookup.group(text) {
      case .success(Group.wholeRoom.id):
        bad.append(
          BadRow(
            line: entry.line, message: "nobody has a seat in the whole room",
            remedy: "give a group, or leave Group empty"))
      case .success(let group): new.append(NewDelegate(entry.profile, group: group))
      case .failure(let problem): bad.append(BadRow(line: entry.line, problem))
      }
    }
    bad.sort { $0.line < $1.line }
    let people = already == 1 ? "1 person is" : "\(already) people are"
    return (new, bad, already == 0 ? [] : ["\(people) on the list already, and left out"])
  }

  private static func tableNumber(_ text: String) -> Int? {
    let words = text.folded.split(separator: " ")
    guard let last = words.last,
      words.count == 1 || (words.count == 2 && ["table", "group"].contains(words[0])),
      last.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(last) ?? .max
  }
}

extension BadRow {
  init(line: Int, column: Int? = nil, _ problem: IntakeProblem) {
    self.init(line: line, column: column, message: problem.reason, remedy: problem.remedy)
  }
}
