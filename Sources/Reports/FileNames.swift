/// The names of the groups' documents: safe on every file system, each once, and the same every time.
struct FileNames {
  private let names: [String]

  init(for groups: [ReportedGroup]) {
    var taken: Set<String> = []
    names = groups.map { group in
      let slug = Self.slug(group.name)
      let base = "group-\(group.number)" + (slug.isEmpty ? "" : "-" + slug)
      var name = base
      var count = 1
      while !taken.insert(name).inserted {
        count += 1
        name = base + "-\(count)"
      }
      return name
    }
  }

  /// The name of a group's documents, without what follows the dot.
  subscript(group: Int) -> String { names[group] }

  /// Lower-case ASCII letters and digits with single hyphens between, at most 40.
  ///
  /// A Latin letter with an accent becomes the letter; what has no such form is left out.
  static func slug(_ name: String) -> String {
    var slug = ""
    for scalar in name.unicodeScalars where slug.utf8.count < 40 {
      if let letter = base(of: scalar) {
        slug.unicodeScalars.append(letter)
      } else if !slug.isEmpty, slug.utf8.last != UInt8(ascii: "-"), !isMark(scalar) {
        slug.append("-")
      }
    }
    while slug.utf8.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug
  }

  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "a"..."z", "0"..."9": return scalar
    case "A"..."Z": return Unicode.Scalar(scalar.value + 32)
    default: break
    }
    // "LATIN SMALL LETTER O WITH STROKE": the one letter that the character's own name begins with.
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1,
      let letter = words[3].unicodeScalars.first
    else { return nil }
    return Unicode.Scalar(letter.value + 32)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }
}
