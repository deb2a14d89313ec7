import Testing

@testable import Terminal

@Suite("Text that must not reach a terminal raw")
struct SanitisingTests {
  @Test(
    "each is removed or made visible",
    arguments: [
      ("plain text", "plain text"), ("\u{1B}[31mred\u{1B}[0m", "red"), ("\u{9B}2Jgone", "gone"),
      ("\u{1B}]0;title\u{7}after", "␛]0;title␇after"), ("a\u{1B}", "a␛"), ("a\0b", "a␀b"),
      ("a\u{7F}", "a␡"), ("a\u{85}b", "a⏎b"), ("a\u{90}b", "a\u{FFFD}b"), ("a\tb", "a b"),
      ("one\r\ntwo\nthree\rfour", "one⏎two⏎three⏎four"), ("pay\u{202E}exe.txt", "payexe.txt"),
      ("\u{2066}in\u{2069}", "in"), ("zero\u{200B}width\u{FEFF}", "zerowidth"),
      ("so\u{AD}ft", "soft"),
      ("\u{301}lone", "◌\u{301}lone"), ("👩‍🔬", "👩‍🔬"), ("\u{200D}a", "a"), ("naïve 日本", "naïve 日本"),
      ("\u{2028}", "⏎"), ("\u{E0041}tag", "tag"), ("\u{1B}[", "␛["),
    ])
  func each(given: String, expected: String) {
    #expect(TextWidth.sanitised(given) == expected)
  }

  @Test("nothing dangerous is left in any mixture, and a second time changes nothing")
  func mixtures() {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<3000 {
      let clean = TextWidth.sanitised(troublesomeText(round % 15, using: &generator))
      for scalar in clean.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate:
          Issue.record("\(scalar.value) is left")
        case .format:
          #expect(scalar == "\u{200D}" || scalar == "\u{200C}")
        default: break
        }
      }
      #expect(Array(TextWidth.sanitised(clean).unicodeScalars) == Array(clean.unicodeScalars))
    }
  }

  @Test("a hundred thousand characters are no trouble, nor as many marks on one letter")
  func long() {
    let text = String(repeating: "é\u{1B}[1m日\n", count: 25_000)
    let marks = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(TextWidth.columns(TextWidth.sanitised(text)) == 4 * 25_000)
    var canvas = Canvas(size: Size(width: 10, height: 1))
    canvas.put(marks, x: 0, y: 0)
    #expect(canvas[0, 0].cluster.unicodeScalars.count == 5)
  }
}
