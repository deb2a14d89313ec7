import Testing

@testable import Console

@Suite("Searching")
struct FoldedTextTests {
  @Test func whateverTheCaseAndThePlace() {
    for length in 0..<40 {
      let before = String(repeating: "a", count: length)
      for (query, text) in [("zeal", "ZeAL"), ("@x", "@X"), ("7", "7"), ("k-", "K-"), ("[", "[")] {
        #expect(FoldedText(query).isIn(before + text))
        #expect(FoldedText(query).isIn(text + before))
        #expect(FoldedText(query).isIn(before + text + before))
        #expect(!FoldedText(query).isIn(before))
      }
    }
  }

  @Test func whatOnlyLooksAlikeIsNotFound() {
    // `{` and `[`, `@` and a grave accent differ in the same bit as a letter's two cases.
    #expect(!FoldedText("[").isIn("some { text that is longer than a word"))
    #expect(!FoldedText("@").isIn("some ` text that is longer than a word"))
    #expect(FoldedText("é").isIn("CAFÉ"))
    #expect(!FoldedText("é").isIn("CAFE"))
  }
}
