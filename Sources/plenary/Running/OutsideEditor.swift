import FoundationEssentials
import Glibc
import Terminal

/// The editor that VISUAL or EDITOR names.
enum OutsideEditor {
  /// Lets the user finish a text there.
  ///
  /// - Throws: `Failure` where no editor is named or it failed; the text is then unchanged.
  static func edit(_ text: String, with driver: TerminalDriver) throws(Failure) -> String {
    guard let command = Places.variable("VISUAL") ?? Places.variable("EDITOR") else {
      throw Failure("no editor is named; set VISUAL or EDITOR, such as EDITOR=nano")
    }
    let template = FileManager.default.temporaryDirectory.path + "/plenary-XXXXXX"
    var name = Array(template.utf8CString)
    let descriptor = mkstemp(&name)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else {
      throw Failure("\(template): \(String(cString: strerror(errno))); set TMPDIR to a folder")
    }
    close(descriptor)
    defer { unlink(path) }
    do {
      try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path))
      try driver.runEditor(command: command, on: path)
    } catch {
      throw Failure("\(error); the line is as it was")
    }
    guard let data = FileManager.default.contents(atPath: path),
      let edited = String(validating: data, as: UTF8.self)
    else { throw Failure("the edited text is not UTF-8; the line is as it was") }
    return edited
  }
}
