import Testing

@testable import Terminal

@Suite("Keys")
struct KeyTests {
  static let named: [Key] = [
    .enter, .altEnter, .tab, .backTab, .escape, .backspace, .altBackspace, .delete, .insert, .up,
    .down, .left, .right, .home, .end, .pageUp, .pageDown, .controlLeft, .controlRight,
    .character(" "), .character("a"), .character("é"), .character("?"), .character("-"),
    .character("👩‍🔬"), .control("n"), .control("\\"), .control("_"), .control("@"), .alt("b"),
    .alt("B"), .alt("<"), .alt(" "), .function(1), .function(12), .character("F"), .character("C"),
  ]

  @Test("each key's notation reads back", arguments: named)
  func roundTrip(key: Key) {
    #expect(!key.notation.isEmpty)
    #expect(Key(notation: key.notation) == key)
  }

  @Test(
    "notations that mean no key are refused",
    arguments: [
      "", "C-", "C-N", "C-é", "M-", "F0", "F64", "F01", "Enterr", "ab", "\n", "M-\t", " ", "c-n",
    ])
  func refused(notation: String) {
    #expect(Key(notation: notation) == nil)
  }

  @Test("every glyph takes one column in either set", arguments: Glyph.allCases)
  func glyphs(glyph: Glyph) {
    #expect(TextWidth.columns(glyph.text(.unicode)) == 1)
    #expect(glyph.text(.ascii).utf8.count == 1)
    #expect(TextWidth.isPrintableASCII(glyph.text(.ascii)))
    #expect(Glyph.asciiFallback(glyph.text(.unicode)).utf8.count == 1)
  }
}
