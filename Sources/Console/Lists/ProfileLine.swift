import SessionEngine

/// A person typed in one line: name, organisation, sector, role, skills separated by semicolons.
///
/// A field that holds a comma, a semicolon or a quotation mark stands in quotation marks, with its
/// own doubled, so that reading what was written gives the same person back.
enum ProfileLine {
  static let hint = "name, organisation, sector, role, skill; skill"

  static func profile(_ line: String) -> Delegate.Profile {
    let fields = split(line)
    let text = { (index: Int) in fields.indices.contains(index) ? (fields[index].first ?? "") : "" }
    let skills = fields.count > 4 ? fields[4...].flatMap { $0 } : []
    return Delegate.Profile(
      name: text(0), organisation: text(1), sector: text(2), role: text(3),
      skills: skills.filter { !$0.isEmpty })
  }

  static func text(_ profile: Delegate.Profile) -> String {
    var fields = [profile.name, profile.organisation, profile.sector, profile.role].map(quoted)
    fields.append(profile.skills.map(quoted).joined(separator: "; "))
    while fields.count > 1, fields.last?.isEmpty == true { fields.removeLast() }
    return fields.joined(separator: ", ")
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { ",;\"".contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// The fields between commas, each the parts between its semicolons. Only skills have parts: in the
  /// four fields before them a semicolon is a character like another.
  private static func split(_ line: String) -> [[String]] {
    var fields: [[String]] = [[]]
    var part = ""
    var isQuoted = false
    var wasQuoted = false
    var rest = line[...]
    func ended() -> String { wasQuoted ? part : part.trimmed }
    while let character = rest.popFirst() {
      if isQuoted {
        if character != "\"" {
          part.append(character)
        } else if rest.first == "\"" {
          part.append(rest.removeFirst())
        } else {
          isQuoted = false
        }
      } else if character == "\"", part.trimmed.isEmpty, !wasQuoted {
        part = ""
        isQuoted = true
        wasQuoted = true
      } else if character == "," || (character == ";" && fields.count > 4) {
        fields[fields.count - 1].append(ended())
        part = ""
        wasQuoted = false
        if character == "," { fields.append([]) }
      } else if !wasQuoted || !character.isWhitespace {
        part.append(character)
      }
    }
    fields[fields.count - 1].append(ended())
    return fields
  }
}
