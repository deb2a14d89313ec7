import Foundation

/// What the tests read.
enum Fixtures {
  /// The labelled texts of Fixtures/banking77, theme after theme.
  static func labelled() throws -> [(theme: String, texts: [String])] {
    var themes: [(theme: String, texts: [String])] = []
    for line in try lines(of: "banking77/texts.txt") {
      if line.hasPrefix("# ") {
        themes.append((String(line.dropFirst(2)), []))
      } else {
        themes[themes.count - 1].texts.append(line)
      }
    }
    return themes
  }

  /// A line of Fixtures/rewordings.
  struct Wording {
    /// The number of the contribution that it rewords or only resembles.
    let base: Int
    /// Whether it says something else, however alike it looks.
    let isOther: Bool
    let text: String
  }

  /// The contributions of Fixtures/rewordings, or of another set in its form, each followed by its
  /// rewordings.
  static func wordings(of set: String = "rewordings") throws -> [Wording] {
    var base = -1
    return try lines(of: set + "/contributions.txt").map { line in
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      if words[0] == "B" {
        base += 1
        return Wording(base: base, isOther: false, text: words[1])
      }
      let text = words[1].split(separator: " ", maxSplits: 1)[1]
      return Wording(base: base, isOther: words[0] == "N", text: String(text))
    }
  }

  private static func lines(of file: String) throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("Fixtures/" + file), encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }
}

/// Random numbers that are the same in every run (SplitMix64, Steele, Lea and Flood, 2014).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
