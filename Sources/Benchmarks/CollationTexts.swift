import FoundationEssentials

/// The texts that quality and speed of collation are measured on: the fixtures of its tests.
struct CollationTexts {
  /// A planted rewording, the contribution it belongs to, or a trap.
  struct Wording {
    let base: Int
    let isOther: Bool
    let text: String
  }

  /// Labelled texts, theme after theme.
  let labelled: [(theme: String, texts: [String])]
  let wordings: [Wording]
  /// The same of a room with one subject, whose words are in most contributions.
  let oneSubject: [Wording]

  /// Reads the fixtures, from the top of the project or where `PLENARY_FIXTURES` says.
  init() throws {
    labelled = try Self.lines(of: "banking77/texts.txt").reduce(into: []) { themes, line in
      if line.hasPrefix("# ") {
        themes.append((String(line.dropFirst(2)), []))
      } else {
        themes[themes.count - 1].texts.append(line)
      }
    }
    wordings = try Self.wordings(of: "rewordings")
    oneSubject = try Self.wordings(of: "one-subject")
  }

  private static func wordings(of set: String) throws -> [Wording] {
    var base = -1
    return try lines(of: set + "/contributions.txt").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3 else { return nil }
      if words[0] == "B" {
        base += 1
        return Wording(base: base, isOther: false, text: words[1] + " " + words[2])
      }
      return Wording(base: base, isOther: words[0] == "N", text: words[2])
    }
  }

  static var folder: String {
    ProcessInfo.processInfo.environment["PLENARY_FIXTURES"] ?? "Tests/CollationTests"
  }

  private static func lines(of file: String) throws -> [String] {
    let path = folder + "/Fixtures/" + file
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Broken("\(path) cannot be read; run from the top of the project")
    }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// So many texts of the length that people type, pieced together from halves of the fixtures, with a
  /// name that nobody else says in every other one.
  func many(_ count: Int) -> [String] {
    var random = SplitMix(state: 7)
    let sources = (labelled.flatMap(\.texts) + wordings.map(\.text)).map {
      $0.split(separator: " ").map(String.init)
    }
    return (0..<count).map { number in
      var words: [String] = []
      for part in 0..<2 + number % 2 {
        let source = sources[Int.random(in: 0..<sources.count, using: &random)]
        let half = source.count / 2
        words += part % 2 == 0 ? source.prefix(half + 1) : source.suffix(half + 1)
      }
      if number % 2 == 0 {
        let name = (0..<6).map { _ in
          String(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &random)))
        }
        words.insert(name.joined(), at: words.count / 2)
      }
      return words.joined(separator: " ")
    }
  }

  /// So many texts of a room with one subject: each of some forty words in about an eighth of them.
  func ofOneSubject(_ count: Int) -> [String] {
    var random = SplitMix(state: 11)
    let words = Array(
      Set(
        oneSubject.flatMap { $0.text.lowercased().split { !$0.isLetter }.map(String.init) }
          .filter { $0.count > 5 })
    ).sorted().prefix(40)
    return (0..<count).map { _ in
      words.shuffled(using: &random).prefix(5).joined(separator: " ")
    }
  }
}
