import Foundation

@testable import Terminal

/// Random numbers that are the same on every run.
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

/// Pieces of text that have made trouble somewhere.
let troublesomePieces = [
  "a", "word", " ", "  ", "é", "e\u{301}", "日本", "👩‍🔬", "❤️", "👍🏽", "🇫🇷", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", "नमस्ते", "क्ष",
  "שלום", "مرحبا", "한", "각", "ก็", "ｗｉｄｅ", "\t", "\n", "\r\n", "\u{0}", "\u{7F}", "\u{85}",
  "\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{9B}2J", "\u{1B}", "\u{202E}", "\u{2066}", "\u{200B}",
  "\u{200D}", "\u{FE0F}", "\u{301}", "\u{20DD}", "\u{FEFF}", "\u{AD}", "\u{1F3FD}", "\u{1F1EB}",
  "\u{E000}", "\u{10FFFF}", "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{3164}", "\u{2028}",
]

func troublesomeText(_ pieces: Int, using generator: inout SeededGenerator) -> String {
  (0..<pieces).map { _ in troublesomePieces.randomElement(using: &generator) ?? "" }.joined()
}

/// Bytes as a terminal would deliver them, in bursts with silence between.
struct ScriptedSource: InputSource {
  var bursts: [[UInt8]]
  var position = 0

  init(_ bursts: String...) { self.bursts = bursts.map { Array($0.utf8) } }
  init(bytes: [UInt8]) { bursts = [bytes] }

  mutating func read(raw: Bool) -> InputUnit? {
    guard let burst = bursts.first, position < burst.count else { return nil }
    position += 1
    return .byte(burst[position - 1])
  }

  /// Nothing more comes in time: a burst is followed by silence.
  mutating func wait(milliseconds: Int) -> Bool { false }

  mutating func nextBurst() {
    if !bursts.isEmpty { bursts.removeFirst() }
    position = 0
  }
}
