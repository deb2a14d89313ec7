import FoundationEssentials
import SessionEngine

/// One JSON object of a coding file, or one row of a table, and the steps that it stands for.
struct CodingObject {
  private let members: [String: Value]
  private let place: String

  /// What a member holds.
  enum Value: Decodable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([Value])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .list(try container.decode([Value].self))
      }
    }
  }

  /// What an object may hold, by the member that says what is to be done; the first that is there does.
  private static let kinds: [(main: String, others: Set<String>)] = [
    ("merge", []), ("separate", []), ("notSame", ["off"]), ("ignore", ["off"]),
    ("split", ["parts"]), ("rejoin", []), ("mergeThemes", []),
    ("splitTheme", ["into", "numbers"]), ("highlight", ["off"]), ("reword", ["words"]),
    ("withdraw", []), ("restore", []), ("move", ["group", "priority"]),
    ("number", ["theme", "off", "new", "lens"]), ("numbers", ["theme", "off", "new", "lens"]),
    ("theme", ["definition", "keyPoints", "rename", "place", "highlights"]),
  ]

  /// Every member by which an object says what is to be done.
  static let mains = kinds.map(\.main)
  /// Every member there is, each once.
  static let members = kinds.reduce(into: [String]()) { all, kind in
    all += ([kind.main] + kind.others.sorted()).filter { !all.contains($0) }
  }
  /// Those that hold lists.
  static let lists: Set<String> = [
    "merge", "notSame", "ignore", "parts", "mergeThemes", "numbers", "keyPoints", "highlights",
  ]
  /// Those that are true or false.
  static let flags: Set<String> = ["off", "new"]

  /// Takes members as they are, from a place in a file.
  init(_ members: [String: Value], at place: String) {
    self.members = members
    self.place = place
  }

  init(_ bytes: [UInt8], line: Int) throws(IntakeProblem) {
    place = "line \(line)"
    do {
      members = try JSONDecoder().decode([String: Value].self, from: Data(bytes))
    } catch {
      throw IntakeProblem(
        place, "it is no JSON object of texts, whole numbers, yes or no, and lists of these",
        remedy: "write it as {\"number\": 17, \"theme\": \"Data\"}")
    }
    try JSONTree.demandNamesOnce(bytes, at: place)
  }

  func steps() throws(IntakeProblem) -> [CodingStep] {
    guard let kind = Self.kinds.first(where: { members[$0.main] != nil }) else {
      throw IntakeProblem(
        place, "it does not say what to do",
        remedy: "give it one of " + Self.kinds.map(\.main).joined(separator: ", "))
    }
    if let other = members.keys.sorted().first(where: {
      $0 != kind.main && !kind.others.contains($0)
    }) {
      throw IntakeProblem(
        place, "‘\(other)’ does not go with ‘\(kind.main)’",
        remedy: kind.others.isEmpty
          ? "leave it out" : "there is " + kind.others.sorted().joined(separator: ", "))
    }
    switch kind.main {
    case "merge":
      let numbers = try numbers("merge")
      guard Set(numbers).count > 1 else {
        throw IntakeProblem(place, "one alone is not merged", remedy: "give two numbers or more")
      }
      return [.merge(numbers)]
    case "notSame":
      let numbers = try numbers("notSame")
      guard numbers.count == 2, numbers[0] != numbers[1] else {
        throw IntakeProblem(
          place, "‘notSame’ does not name two", remedy: "give two different numbers")
      }
      return [.notSame(numbers[0], numbers[1], isOn: !(try flag("off")))]
    case "ignore": return [.ignore(try numbers("ignore"), isOn: !(try flag("off")))]
    case "separate": return [.separate(try number("separate"))]
    case "split": return [.split(try number("split"), parts: try texts("parts"))]
    case "rejoin": return [.rejoin(try number("rejoin"))]
    case "mergeThemes":
      let names = try texts("mergeThemes")
      guard names.count > 1 else {
        throw IntakeProblem(place, "one theme alone is not merged", remedy: "give two or more")
      }
      return [.mergeThemes(names)]
    case "splitTheme":
      return [
        .splitTheme(
          try text("splitTheme"), into: try text("into"), try numbers("numbers"))
      ]
    case "highlight": return [.highlight(try number("highlight"), isOn: !(try flag("off")))]
    case "theme": return try themeSteps()
    case "reword": return [.reword(try number("reword"), try text("words"))]
    case "withdraw": return [.withdraw(try number("withdraw"), isOn: true)]
    case "restore": return [.withdraw(try number("restore"), isOn: false)]
    case "move": return [try moving()]
    default: return try codingSteps(kind.main == "number" ? [number("number")] : numbers("numbers"))
    }
  }

  private func moving() throws(IntakeProblem) -> CodingStep {
    let group = members["group"] == nil ? nil : try text("group")
    let priority = members["priority"] == nil ? nil : try text("priority")
    guard group != nil || priority != nil else {
      throw IntakeProblem(place, "it does not say where to", remedy: "give it group or priority")
    }
    return .move(try number("move"), group: group, priority: priority)
  }

  /// What becomes of some contributions: a lens, a theme, or both.
  private func codingSteps(_ numbers: [ContributionNumber]) throws(IntakeProblem) -> [CodingStep] {
    var steps: [CodingStep] = []
    if members["lens"] != nil { steps.append(.setLens(numbers, try text("lens"))) }
    let isLensAlone = !steps.isEmpty && ["theme", "off", "new"].allSatisfy { members[$0] == nil }
    guard !isLensAlone else { return steps }
    let theme = try text("theme")
    let isOff = try flag("off")
    steps.append(
      try flag("new") && !isOff
        ? .codeToNew(numbers, theme: theme) : .code(numbers, theme: theme, isOn: !isOff))
    return steps
  }

  /// What picks contributions out, or no longer, that are named for something else too.
  func highlighting() throws(IntakeProblem) -> [CodingStep] {
    let numbers = members["number"] == nil ? try numbers("numbers") : [try number("number")]
    let isOff = try flag("off")
    return numbers.map { .highlight($0, isOn: !isOff) }
  }

  private func themeSteps() throws(IntakeProblem) -> [CodingStep] {
    let title = try text("theme")
    var steps: [CodingStep] = []
    if members["rename"] == nil, members["place"] == nil, members["highlights"] == nil {
      steps.append(.ensureTheme(title))
    }
    let definition = members["definition"] == nil ? nil : try text("definition", mayBeEmpty: true)
    let points = members["keyPoints"] == nil ? nil : try texts("keyPoints", mayBeEmpty: true)
    if definition != nil || points != nil {
      steps.append(.define(title, definition: definition, keyPoints: points))
    }
    if members["highlights"] != nil {
      steps.append(.orderHighlights(title, try numbers("highlights", mayBeEmpty: true)))
    }
    if case .number(let place)? = members["place"] {
      steps.append(.place(title, place))
    } else if members["place"] != nil {
      throw IntakeProblem(place, "‘place’ is no whole number", remedy: "write it as 1")
    }
    // Last, since the steps before go by the old title.
    if members["rename"] != nil { steps.append(.rename(title, to: try text("rename"))) }
    return steps
  }

  // MARK: Members

  private func text(_ name: String, mayBeEmpty: Bool = false) throws(IntakeProblem) -> String {
    switch members[name] {
    case .text(let text) where mayBeEmpty || !text.trimmed.isEmpty: return text
    case .number(let number): return String(number)
    case .text: throw IntakeProblem(place, "‘\(name)’ is empty", remedy: "fill it in")
    case nil: throw IntakeProblem(place, "‘\(name)’ is missing", remedy: "fill it in")
    default:
      throw IntakeProblem(place, "‘\(name)’ is no text", remedy: "write it in quotes")
    }
  }

  private func texts(_ name: String, mayBeEmpty: Bool = false) throws(IntakeProblem) -> [String] {
    guard case .list(let values)? = members[name] else {
      throw IntakeProblem(place, "‘\(name)’ is no list", remedy: "write it as [\"a\", \"b\"]")
    }
    var texts: [String] = []
    for value in values {
      switch value {
      case .text(let text): texts.append(text)
      case .number(let number): texts.append(String(number))
      case .flag, .list:
        throw IntakeProblem(
          place, "‘\(name)’ holds what is no text", remedy: "write it as [\"a\", \"b\"]")
      }
    }
    guard mayBeEmpty || !texts.isEmpty else {
      throw IntakeProblem(place, "‘\(name)’ is empty", remedy: "fill it in")
    }
    return texts
  }

  private func number(_ name: String) throws(IntakeProblem) -> ContributionNumber {
    let text: String? =
      switch members[name] {
      case .text(let text): text.trimmed
      case .number(let number): String(number)
      default: nil
      }
    guard let number = text.flatMap({ ContributionNumber($0) }) else {
      throw IntakeProblem(
        place, "‘\(name)’ is no contribution number", remedy: "write it as 17 or \"b4\"")
    }
    return number
  }

  private func numbers(
    _ name: String, mayBeEmpty: Bool = false
  ) throws(IntakeProblem) -> [ContributionNumber] {
    var numbers: [ContributionNumber] = []
    for text in try texts(name, mayBeEmpty: mayBeEmpty) {
      guard let number = ContributionNumber(text.trimmed) else {
        throw IntakeProblem(
          place, "‘\(text)’ is no contribution number", remedy: "write it as 17 or \"b4\"")
      }
      numbers.append(number)
    }
    return numbers
  }

  private func flag(_ name: String) throws(IntakeProblem) -> Bool {
    switch members[name] {
    case nil: return false
    case .flag(let flag): return flag
    default:
      throw IntakeProblem(place, "‘\(name)’ is neither true nor false", remedy: "write true")
    }
  }
}
