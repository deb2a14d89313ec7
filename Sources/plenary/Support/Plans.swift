import Intake
import SessionEngine

/// Plans by name or file: the user's own come before those built in.
enum Plans {
  static func find(_ name: String) throws(Failure) -> Plan {
    if let own = Places.userFiles("plans").first(where: { $0.name == name }) {
      return try read(own.path)
    }
    if name.contains("/") || name.hasSuffix(".json") { return try read(name) }
    do {
      return try PlanFile.builtIn(name).plan
    } catch {
      throw Failure(error)
    }
  }

  private static func read(_ path: String) throws(Failure) -> Plan {
    let bytes = try Places.read(path)
    do {
      let reading = try PlanFile.read(bytes)
      for warning in reading.warnings { Output.note("plenary: \(path): \(warning)") }
      return reading.plan
    } catch {
      throw Failure(error, in: path)
    }
  }
}
