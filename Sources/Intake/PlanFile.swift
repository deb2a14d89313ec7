import FoundationEssentials
import SessionEngine
import Themes

/// A plan as it stands in a file.
public enum PlanFile {
  /// Reads a plan.
  ///
  /// - Throws: `IntakeError` naming every field that is wrong, with its line; or line and column where
  ///   the file is no JSON.
  public static func read(_ bytes: [UInt8]) throws(IntakeError) -> PlanReading {
    let tree = try JSONTree.parse(bytes)
    guard case .object = tree.value else {
      throw IntakeError(
        "line \(tree.line)", "a plan is a JSON object",
        remedy: "begin with { and look at a built-in plan")
    }
    let plan = try decode(bytes, tree)
    let problems = PlanCheck(plan, tree).problems
    guard problems.isEmpty else { throw IntakeError(problems) }
    var description = ""
    if case .string(let text) = tree["description"]?.value { description = text }
    return PlanReading(
      plan: plan, description: description,
      warnings: Marking.findings(plan.marking) + unknownFields(tree, plan))
  }

  /// The plans that are compiled in, the default one first.
  public static func builtIn() throws(IntakeError) -> [(name: String, reading: PlanReading)] {
    var plans: [(name: String, reading: PlanReading)] = []
    for (name, json) in BuiltIn.plans { plans.append((name, try read(json))) }
    return plans
  }

  /// A plan that is compiled in, by its name.
  ///
  /// - Throws: `IntakeError` with the names there are.
  public static func builtIn(_ name: String) throws(IntakeError) -> PlanReading {
    guard let plan = BuiltIn.plans.first(where: { $0.name == name.folded }) else {
      throw IntakeError(
        "", "there is no plan ‘\(name)’",
        remedy: "choose from \(BuiltIn.plans.map(\.name).joined(separator: ", ")), or give a file",
        blamesArguments: true)
    }
    return try read(plan.json)
  }

  private static func decode(_ bytes: [UInt8], _ tree: JSONTree) throws(IntakeError) -> Plan {
    do {
      return try JSONDecoder().decode(
        Plan.self,
        from: Data(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]))
    } catch let error as DecodingError {
      throw IntakeError([PlanProblem.of(error, in: tree)])
    } catch {
      throw IntakeError("", "the plan cannot be read", remedy: "look at a built-in plan")
    }
  }

  // What the engine writes of the plan has every field that it knows: one that is not there is a slip
  // of the pen, or of a later version.
  private static func unknownFields(_ tree: JSONTree, _ plan: Plan) -> [String] {
    guard let data = try? JSONEncoder().encode(plan),
      let known = try? JSONTree.parse(Array(data))
    else { return [] }
    return unknown(in: tree, known, path: "").filter { $0 != "description" }.map {
      "the field ‘\($0)’ is not known, and left out"
    }
  }

  private static func unknown(in tree: JSONTree, _ known: JSONTree, path: String) -> [String] {
    switch tree.value {
    case .object(let members):
      return members.flatMap { key, value in
        let inner = path.isEmpty ? key : path + "." + key
        if let known = known[key] { return unknown(in: value, known, path: inner) }
        if case .other = value.value, optional.contains(key) { return [] }
        return [inner]
      }
    case .array(let elements):
      return elements.enumerated().flatMap { index, element in
        known[index].map { unknown(in: element, $0, path: "\(path)[\(index)]") } ?? []
      }
    case .string, .other: return []
    }
  }

  // Fields whose null is not written.
  private static let optional: Set<String> = ["round"]
}

/// A plan with what its file says beside it.
public struct PlanReading: Sendable {
  /// The plan.
  public let plan: Plan
  /// What the plan is for, in a sentence; may be empty.
  public let description: String
  /// What is allowed but looks like a slip.
  public let warnings: [String]
}

/// What `JSONDecoder` has to say, in the words of a person who writes a plan.
enum PlanProblem {
  static func of(_ error: DecodingError, in tree: JSONTree) -> IntakeProblem {
    switch error {
    case .keyNotFound(let key, let context):
      let path = context.codingPath + [key]
      return problem(path, tree, "is missing", remedy: "add it")
    case .valueNotFound(_, let context):
      return problem(context.codingPath, tree, "is null", remedy: "give a value, or remove it")
    case .typeMismatch(let type, let context):
      return problem(
        context.codingPath, tree, "is not \(kind(type))", remedy: "look at a built-in plan")
    case .dataCorrupted(let context):
      return choices(context.codingPath, tree)
    @unknown default:
      return IntakeProblem("", "the plan cannot be read", remedy: "look at a built-in plan")
    }
  }

  static func place(_ path: [any CodingKey], _ tree: JSONTree) -> String {
    var text = ""
    var node: JSONTree? = tree
    var line = tree.line
    for key in path {
      if let index = key.intValue {
        text += "[\(index)]"
        node = node?[index]
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
        node = node?[key.stringValue]
      }
      line = node?.line ?? line
    }
    return "line \(line), \(text)"
  }

  private static func problem(
    _ path: [any CodingKey], _ tree: JSONTree, _ reason: String, remedy: String
  ) -> IntakeProblem {
    path.isEmpty
      ? IntakeProblem("", "the plan " + reason, remedy: remedy)
      : IntakeProblem(place(path, tree), reason, remedy: remedy)
  }

  private static func choices(_ path: [any CodingKey], _ tree: JSONTree) -> IntakeProblem {
    let allowed: [String]
    switch path.last?.stringValue {
    case "attribution": allowed = AttributionRule.allCases.map(\.rawValue)
    case "rotation": allowed = Rotation.allCases.map(\.rawValue)
    default:
      return problem(path, tree, "cannot be read", remedy: "look at a built-in plan")
    }
    return problem(
      path, tree, "is none of the values that are known",
      remedy: "choose from " + allowed.joined(separator: ", "))
  }

  private static func kind(_ type: Any.Type) -> String {
    if type == String.self { return "a text in quotes" }
    if type == Int.self { return "a whole number" }
    if type == Bool.self { return "true or false" }
    return "\(type)".hasPrefix("Array") ? "a list in [ ]" : "an object in { }"
  }
}
