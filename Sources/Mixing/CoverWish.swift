import SessionEngine

/// What every group is to have: every value of a column, or some of them, as `Skills` or
/// `Skills=law;data`.
public struct CoverWish: Sendable, Equatable {
  /// The heading.
  public let heading: String
  /// The values that are asked for; `nil` for all that there are.
  public let values: [String]?

  /// As it is kept among the wishes, and typed.
  public var text: String { values.map { heading + "=" + $0.joined(separator: ";") } ?? heading }

  /// Reads what a person typed.
  ///
  /// - Parameters:
  ///   - headings: those there are.
  ///   - people: those on the list, here or not.
  /// - Throws: `Refusal` for a column that there is not, or a value that nobody has.
  public init(
    _ text: String, among headings: [String], of people: some Collection<Delegate>
  ) throws(Refusal) {
    let (name, typed) = Self.parts(text, headings)
    let heading = try Columns.heading(named: name, among: headings)
    self.heading = heading
    guard let typed else {
      values = nil
      return
    }
    let known = Self.values(of: heading, people)
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

  /// Takes one of the wishes down. What nobody has any longer stays asked for, and is told of.
  ///
  /// - Throws: `Refusal` for a column that there is not.
  init(kept text: String, among headings: [String]) throws(Refusal) {
    let (name, values) = Self.parts(text, headings)
    heading = try Columns.heading(named: name, among: headings)
    self.values = values
  }

  /// What each group is to have, and which of some people have it.
  func covers(_ people: [Delegate]) -> [(title: String, people: [Int])] {
    let cells = people.map { Columns.values(of: heading, for: $0).map(Self.key) }
    return (values ?? Self.values(of: heading, people)).map { value in
      let key = Self.key(value)
      return ("\(heading): \(value)", cells.indices.filter { cells[$0].contains(key) })
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

  private static func key(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
