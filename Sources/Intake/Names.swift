import SessionEngine

/// Finds a thing by what a person calls it: its number, or any unambiguous part of its name.
public struct Names<Thing>: Sendable {
  /// One thing that can be named.
  public struct Entry: Sendable {
    /// What it is.
    public let id: ID<Thing>
    /// Its number; `nil` for a thing without one.
    public let number: Int?
    /// Its name.
    public let name: String
  }

  /// What a text turned out to name.
  public enum Match: Sendable, Equatable {
    /// Exactly one thing.
    case found(ID<Thing>)
    /// No thing at all.
    case unknown
    /// More than one; their names.
    case ambiguous([String])
  }

  /// What is looked for, such as `group`.
  public let noun: String
  /// All things there are.
  public let entries: [Entry]
  private let folded: [String]

  init(_ noun: String, _ entries: [Entry]) {
    self.noun = noun
    self.entries = entries
    folded = entries.map(\.name.folded)
  }

  /// What a text names. The whole name goes before the number, a part that begins a word goes before
  /// any other part.
  public func match(_ text: String) -> Match {
    let wanted = text.folded
    guard !wanted.isEmpty else { return .unknown }
    let whole = entries.indices.filter { folded[$0] == wanted }
    if let match = decided(whole) { return match }
    let digits = wanted.hasPrefix("#") ? wanted.dropFirst() : wanted[...]
    if let number = Int(digits), let match = decided(indices { $0.number == number }) {
      return match
    }
    if let match = decided(indices { $0.id.text == text.trimmed }) { return match }
    // A number that is nobody's is never taken as part of a name: 1 is not Table 10.
    if Int(digits) != nil { return .unknown }
    if let match = decided(entries.indices.filter { Self.beginsWords(wanted, in: folded[$0]) }) {
      return match
    }
    return decided(entries.indices.filter { Self.holds(wanted, in: folded[$0]) }) ?? .unknown
  }

  /// What a text names.
  ///
  /// - Throws: `IntakeError` with the choices where it names nothing, or more than one thing.
  public func find(_ text: String) throws(IntakeError) -> ID<Thing> {
    switch match(text) {
    case .found(let id): return id
    case .unknown: throw IntakeError("", "there is no \(noun) ‘\(text.onOneLine)’", remedy: choices)
    case .ambiguous(let names):
      throw IntakeError(
        "", "‘\(text.onOneLine)’ is part of more than one \(noun): \(names.listed)",
        remedy: "write more of the name, or its number")
    }
  }

  /// The choices, as the remedy where a text names nothing.
  public var choices: String {
    guard !entries.isEmpty else { return "there is none to choose from" }
    let names = entries.map { entry in
      entry.number.map { "\($0) \(entry.name)" } ?? entry.name
    }
    return "there is " + names.joined(separator: ", ")
  }

  private func indices(_ isWanted: (Entry) -> Bool) -> [Int] {
    entries.indices.filter { isWanted(entries[$0]) }
  }

  private func decided(_ found: [Int]) -> Match? {
    if found.isEmpty { return nil }
    if found.count == 1 { return .found(entries[found[0]].id) }
    return .ambiguous(found.map { entries[$0].name })
  }

  private static func holds(_ part: String, in name: String) -> Bool {
    !ranges(of: part, in: name).isEmpty
  }

  private static func beginsWords(_ part: String, in name: String) -> Bool {
    ranges(of: part, in: name).contains { start, _ in
      guard start > name.startIndex else { return true }
      let before = name[name.index(before: start)]
      return !before.isLetter && !before.isNumber
    }
  }

  // Where a part stands in a name; never where it would cut a number in two.
  private static func ranges(
    of part: String, in name: String
  ) -> [(start: String.Index, end: String.Index)] {
    var found: [(start: String.Index, end: String.Index)] = []
    var start = name.startIndex
    while start < name.endIndex {
      if name[start...].hasPrefix(part),
        let end = name.index(start, offsetBy: part.count, limitedBy: name.endIndex)
      {
        let isCut =
          end < name.endIndex && name[end].isNumber && part.last?.isNumber == true
          || start > name.startIndex && name[name.index(before: start)].isNumber
            && part.first?.isNumber == true
        if !isCut { found.append((start, end)) }
      }
      start = name.index(after: start)
    }
    return found
  }
}

extension Session {
  /// The groups by what people call them, the whole room included.
  public var groupNames: Names<Group> {
    let all = groups.contains { $0.id == Group.wholeRoom.id } ? groups : [.wholeRoom] + groups
    return Names(
      "group", all.map { Names.Entry(id: $0.id, number: $0.number, name: $0.name) })
  }

  /// The priorities by what people call them, numbered in the order of the plan.
  public var priorityNames: Names<Priority> {
    var entries = plan.priorities.enumerated().map { index, priority in
      Names<Priority>.Entry(id: priority.id, number: index + 1, name: priority.title)
    }
    if priority(Priority.acrossAll.id) == nil {
      let all = Priority.acrossAll
      entries.append(Names.Entry(id: all.id, number: nil, name: all.title))
    }
    return Names("priority", entries)
  }

  /// The lenses by what people call them, numbered in the order of the plan.
  public var lensNames: Names<Lens> {
    Names(
      "lens",
      plan.lenses.enumerated().map { index, lens in
        Names.Entry(id: lens.id, number: index + 1, name: lens.title)
      })
  }

  /// The themes by what people call them, numbered in the order of the codebook.
  public var themeNames: Names<Theme> {
    Names(
      "theme",
      themes.enumerated().map { index, theme in
        Names.Entry(id: theme.id, number: index + 1, name: theme.title)
      })
  }
}
