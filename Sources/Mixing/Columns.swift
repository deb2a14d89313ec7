import SessionEngine

/// What a roster says of people, column by column.
public enum Columns {
  /// The columns that every session has.
  static let own = ["Sector", "Organisation", "Role", skills]
  /// What people are to have rather than to be alike in.
  static let skills = "Skills"

  /// The headings that the people of a session can be mixed by: those with something in them.
  public static func headings(of people: some Sequence<Delegate>) -> [String] {
    let people = Array(people)
    var seen: Set<String> = []
    let further = people.flatMap { ($0.profile.further ?? [:]).keys.sorted() }
      .filter { seen.insert($0.lowercased()).inserted }.sorted()
    return (own + further).filter { heading in
      people.contains { !values(of: heading, for: $0).isEmpty }
    }
  }

  /// What stands under a heading for a person; several skills, and nothing where nothing is known.
  public static func values(of heading: String, for person: Delegate) -> [String] {
    let profile = person.profile
    switch heading.lowercased() {
    case "sector": return [profile.sector].filter { !$0.isEmpty }
    case "organisation": return [profile.organisation].filter { !$0.isEmpty }
    case "role": return [profile.role].filter { !$0.isEmpty }
    case "skills": return profile.skills
    default:
      let key = heading.lowercased()
      let text = profile.further?.first { $0.key.lowercased() == key }?.value ?? ""
      return text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
  }

  /// The heading that a person means by any unambiguous beginning or part of it.
  ///
  /// - Throws: `Refusal` naming the headings there are where none or several fit.
  public static func heading(
    named text: String, among headings: [String]
  ) throws(Refusal) -> String {
    let wanted = text.trimmed.lowercased() == "organization" ? "organisation" : text.trimmed
    if !headings.isEmpty, let empty = own.first(where: { $0.lowercased() == wanted.lowercased() }),
      !headings.contains(empty)
    {
      throw Refusal(
        "nobody on the list has anything under ‘\(empty)’",
        remedy: "choose from \(headings.joined(separator: "; "))")
    }
    return try Naming.pick(wanted, of: headings, "column of the roster") { [$0] }
  }
}

/// What people are balanced by: one attribute of the problem, in words.
public struct Trait: Sendable, Equatable {
  /// The heading, or for one of several skills `Skills: analysis`.
  public let title: String
  /// What the categories are called, by number; empty for numbers.
  public let values: [String]
  /// Whether it is one of several skills, or the like, of which a person has any number: sentences tell of
  /// it, and no table.
  var isOneOfSeveral = false
  /// The attribute as the solver has it.
  let attribute: AttributeValues

  /// The value of each person.
  enum AttributeValues: Sendable, Equatable {
    case categories([Int])
    case numbers([Double])
  }

  /// What stands for those of whom a column says nothing.
  static let notGiven = "not given"

  /// How much it counts.
  public let weight: Double
  /// How many give no number, where it is one of numbers; they are put in the middle.
  var unknown = 0

  /// Who gives no number, in words to follow a mean.
  var unknownWords: String {
    switch unknown {
    case 0: ""
    case 1: " (1 person gives none, and is taken to be in the middle)"
    default: " (\(unknown) people give none, and are taken to be in the middle)"
    }
  }

  /// The traits that a column makes: one for each skill where people have several, numbers where all
  /// that is there are numbers of many values, otherwise one of categories.
  static func traits(_ heading: String, weight: Double, for people: [Delegate]) -> [Trait] {
    let cells = people.map { Columns.values(of: heading, for: $0) }
    if cells.contains(where: { $0.count > 1 }) || heading.lowercased() == "skills" {
      return skills(heading, cells, weight)
    }
    let texts = cells.map { $0.first ?? "" }
    if let numbers = numbers(texts) {
      return [
        Trait(
          title: heading, values: [], attribute: .numbers(numbers), weight: weight,
          unknown: texts.count { $0.isEmpty })
      ]
    }
    let (values, places) = numbered(texts)
    guard values.count > 1 else { return [] }
    return [
      Trait(
        title: heading, values: values.map { $0.isEmpty ? notGiven : $0 },
        attribute: .categories(places), weight: weight)
    ]
  }

  private static func skills(_ heading: String, _ cells: [[String]], _ weight: Double) -> [Trait] {
    let (skills, _) = numbered(cells.flatMap { $0 })
    return skills.map { skill in
      let key = skill.lowercased()
      let has = cells.map { $0.contains { $0.lowercased() == key } ? 1 : 0 }
      return Trait(
        title: "\(heading): \(skill)", values: ["without", "with"], isOneOfSeveral: true,
        attribute: .categories(has), weight: weight)
    }
  }

  /// Each text's number; texts that differ in case only are the same, called as the first is written.
  static func numbered(_ texts: [String]) -> (values: [String], places: [Int]) {
    var values: [String] = []
    var places: [String: Int] = [:]
    let numbers = texts.map { text -> Int in
      let key = text.lowercased()
      if let place = places[key] { return place }
      places[key] = values.count
      values.append(text)
      return values.count - 1
    }
    return (values, numbers)
  }

  /// The numbers of a column of numbers with more than five values; who gives none stands in the middle.
  private static func numbers(_ texts: [String]) -> [Double]? {
    let given = withPoints(texts)
    let numbers = given.compactMap { $0.flatMap(Double.init) }.filter(\.isFinite)
    guard numbers.count == given.count(where: { $0 != nil }), Set(numbers).count > 5 else {
      return nil
    }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return given.map { $0.flatMap(Double.init) ?? mean }
  }

  /// Numbers as they are read, `nil` for none: where commas stand and no points, they are decimal commas,
  /// unless three digits follow each, which are thousands.
  private static func withPoints(_ texts: [String]) -> [String?] {
    let given = texts.map { $0.isEmpty ? nil : $0 }
    let behind = texts.compactMap { text in
      text.lastIndex(of: ",").map { text[text.index(after: $0)...].count }
    }
    guard !behind.isEmpty, !texts.contains(where: { $0.contains(".") }) else { return given }
    let areThousands = behind.allSatisfy { $0 == 3 }
    return given.map {
      $0?.split(separator: ",", omittingEmptySubsequences: false)
        .joined(separator: areThousands ? "" : ".")
    }
  }
}

extension MixWishes.Sizes {
  /// Reads `5-7` or `6`; `nil` where the text is neither, or the wrong way round.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
      Int(String($0).trimmed)
    }
    guard let first = parts.first, let least = first, let last = parts.last, let most = last,
      parts.count <= 2, least >= 0, most >= max(1, least)
    else { return nil }
    self.init(least: least, most: most)
  }
}
