import SessionEngine

/// What every group is to have, or every group that comes to a priority: every value of a column, or some of
/// them, as `Skills`, `Skills=law;data` or `Skills=law@2`.
public struct CoverWish: Sendable, Equatable {
  /// The heading.
  public let heading: String
  /// The values that are asked for; `nil` for all that there are.
  public let values: [String]?
  /// The priority whose groups are to have them; `nil` for every group.
  public let priority: PriorityID?

  /// As it is kept among the wishes, and typed.
  public var text: String {
    (values.map { heading + "=" + $0.joined(separator: ";") } ?? heading)
      + (priority.map { "@" + $0.text } ?? "")
  }

  /// Reads what a person typed.
  ///
  /// - Parameters:
  ///   - headings: those there are.
  ///   - session: whose people have the values, here or not, and whose priorities may be named.
  /// - Throws: `Refusal` for a column that there is not, a value that nobody has, or a priority that there
  ///   is not.
  public init(_ text: String, among headings: [String], in session: Session) throws(Refusal) {
    do throws(Refusal) {
      try self.init(text, headings, session, at: nil)
    } catch {
      // A value may itself contain the sign.
      guard let sign = text.lastIndex(of: "@") else { throw error }
      let priority = try Self.priority(String(text[text.index(after: sign)...]), in: session)
      try self.init(String(text[..<sign]), headings, session, at: priority.id)
    }
  }

  private init(
    _ text: String, _ headings: [String], _ session: Session, at priority: PriorityID?
  ) throws(Refusal) {
    let (name, typed) = Self.parts(text, headings)
    let heading = try Columns.heading(named: name, among: headings)
    self.heading = heading
    self.priority = priority
    guard let typed else {
      values = nil
      return
    }
    let known = Self.values(of: heading, session.delegates.values)
    var values: [String] = []
    for value in typed {
      guard let named = known.first(where: { Self.key($0) == Self.key(value) }) else {
        throw Refusal(
          "nobody has ‘\(value)’ in the column \(heading)",
          remedy: "choose from " + MixAccount.listed(known))
      }
      if !values.contains(named) { values.append(named) }
    }
    guard !values.isEmpty else {
      throw Refusal(
        "‘\(text)’ names no value of \(heading)",
        remedy: "choose from " + MixAccount.listed(known) + ", or leave the sign = out for all")
    }
    self.values = values
  }

  private static func priority(_ name: String, in session: Session) throws(Refusal) -> Priority {
    let all = MixOrder.priorities(of: session)
    guard !all.isEmpty else {
      throw Refusal(
        "there are no priorities here, of which ‘@\(name)’ could be one",
        remedy: "leave it out: then every group is to have it")
    }
    if let number = Int(name.trimmed), all.indices.contains(number - 1) { return all[number - 1] }
    return try Naming.pick(name, of: all, "priority") { [$0.id.text, $0.title] }
  }

  /// Takes one of the wishes down. What nobody has any longer stays asked for, and is told of.
  ///
  /// - Throws: `Refusal` for a column that there is not.
  init(kept text: String, among headings: [String], in session: Session) throws(Refusal) {
    let (wish, priority) = session.plan.coverParts(text)
    let (name, values) = Self.parts(wish, headings)
    // A plan may ask for skills though nobody has named any.
    heading =
      name == Columns.skills ? name : try Columns.heading(named: name, among: headings)
    self.values = values
    self.priority = priority?.id
  }

  /// Each value that is asked for, and which of some people have it.
  func wanted(_ people: [Delegate]) -> [(value: String, people: [Int])] {
    let cells = people.map { Columns.values(of: heading, for: $0).map(Self.key) }
    return (values ?? Self.values(of: heading, people)).map { value in
      let key = Self.key(value)
      return (value, cells.indices.filter { cells[$0].contains(key) })
    }
  }

  /// The values of a column, each as it is first written.
  private static func values(
    of heading: String, _ people: some Collection<Delegate>
  ) -> [String] {
    var seen: Set<String> = []
    return people.flatMap { Columns.values(of: heading, for: $0) }
      .filter { seen.insert(key($0)).inserted }
  }

  /// The heading and the values as typed; a heading may itself contain the sign.
  private static func parts(_ text: String, _ headings: [String]) -> (String, [String]?) {
    let isHeading = headings.contains { key($0) == key(text) }
    guard !isHeading, let sign = text.firstIndex(of: "=") else { return (text, nil) }
    let values = text[text.index(after: sign)...].split(separator: ";")
      .map { String($0).trimmed }.filter { !$0.isEmpty }
    return (String(text[..<sign]), values)
  }

  static func key(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
