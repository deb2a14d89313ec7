import Foundation

/// Random numbers that are the same on every run with a seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

enum Sample {
  private static let words = """
    cash businesses give cover who audits them follow the recruiter not runner what if suppliers had \
    to name their hauliers before we do insurers could see it “ghost” brokers résumé naïve Łódź 日本 \
    £40k — 50% of cases, maybe? it's all in spreadsheets; nobody joins them (again) & again 🚚
    """.split(separator: " ").map(String.init)

  /// Something that somebody may say, of a length that varies as such things do.
  static func sentence(_ number: Int, using generator: inout SeededGenerator) -> String {
    let length = Int.random(in: 1...5, using: &generator) == 1 ? 60 : 12
    let count = Int.random(in: 1...length, using: &generator)
    return "\(number): "
      + (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
  }

  /// Texts that a terminal, a spreadsheet or Markdown would obey.
  static let hostile = [
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{9B}2J cleared", "bell\u{7} back\u{8}space",
    "right\u{202E}to left", "=HYPERLINK(\"http://x\",\"y\")", "<script>alert(1)</script>",
    "| a | b |", "nul\u{0}byte", "carriage\rreturn", "tab\there", "*stars* _and_ `ticks` [x](y)",
    "\u{1B}P1$r\u{1B}\\", "\u{7F}delete", "e\u{301} and é differ",
  ]
}

/// The bytes of a text that a terminal would obey: everything below the blank but the newline, DEL,
/// and the C1 controls.
func controls(in bytes: [UInt8]) -> [Unicode.Scalar] {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
    ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
      || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
  }
}
