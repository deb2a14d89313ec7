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
  }

  @Test func accentsAreWhatOneKeyboardHasAndTheNextHasNot() {
    let pairs = [
      ("zoe", "Zoë Ångström"), ("Zoë", "ZOE"), ("angst", "Zoë Ångström"), ("é", "CAFE"),
      ("müller", "Muller"), ("strasse", "Straße"), ("don't", "They don’t"), ("łodz", "Lódź"),
      ("e\u{301}t", "été"),
    ]
    for (query, text) in pairs {
      #expect(FoldedText(query).isIn("and " + text + " too"), "\(query) in \(text)")
    }
    #expect(!FoldedText("ö").isIn("über"))
    // And what is marked on the screen is the word as it stands there
    let line = "Straße and Zoë"
    #expect(FoldedText("zoe").range(in: line).map { String(line[$0]) } == "Zoë")
    #expect(FoldedText("asse").range(in: line).map { String(line[$0]) } == "aße")
    #expect(FoldedText("zoo").range(in: line) == nil)
  }
}
