import Terminal
import Themes

/// Colours by name: the user's own come before those built in.
enum Palettes {
  /// What is used unless something else is asked for.
  static var standard: String { Places.variable("PLENARY_THEME") ?? BuiltIn.palettes[0].name }

  static var names: [String] {
    let builtIn = BuiltIn.palettes.map(\.name)
    return builtIn + Places.userFiles("themes").map(\.name).filter { !builtIn.contains($0) }
  }

  static func find(_ name: String) throws(Failure) -> Palette {
    let own = Places.userFiles("themes").first { $0.name == name }
    guard
      let bytes = try own.map({ own throws(Failure) in try Places.read(own.path) })
        ?? BuiltIn.palette(named: name)
    else {
      throw Failure.usage(
        "there are no colours ‘\(name)’; choose from \(names.joined(separator: ", "))")
    }
    do {
      return try Palette(json: bytes)
    } catch {
      throw Failure("\(own?.path ?? name): \(error)")
    }
  }
}
