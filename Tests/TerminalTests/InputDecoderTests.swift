import Testing

@testable import Terminal

@Suite("Bytes become keys")
struct InputDecoderTests {
  func decode(_ bytes: String) -> [InputDecoder.Found] {
    decode(ScriptedSource(bytes))
  }

  func decode(_ script: ScriptedSource) -> [InputDecoder.Found] {
    var source = script
    var decoder = InputDecoder()
    var found: [InputDecoder.Found] = []
    while !source.bursts.isEmpty {
      while let next = decoder.next(from: &source) { found.append(next) }
      source.nextBurst()
    }
    return found
  }

  @Test(
    "sequences that terminals send",
    arguments: [
      ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}OH", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[1;5D", .controlLeft),
      ("\u{1B}[1;3C", .controlRight), ("\u{1B}[1;2C", .right), ("\u{1B}Od", .controlLeft),
      ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6;5~", .pageDown),
      ("\u{1B}[Z", .backTab), ("\u{1B}\u{7F}", .altBackspace), ("\u{1B}OP", .function(1)),
      ("\u{1B}[[E", .function(5)), ("\u{1B}[24~", .function(12)), ("\u{1B}b", .alt("b")),
      ("\u{1B}é", .alt("é")), ("\u{1B}", .escape), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
      ("\u{1B}\r", .altEnter), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
      ("\u{8}", .backspace), ("\u{3}", .control("c")), ("\u{1A}", .control("z")),
      ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")), ("\0", .control("@")),
      ("é", .character("é")), ("👩‍🔬", .character("👩‍🔬")), ("🇫🇷", .character("🇫🇷")),
    ])
  func sequence(bytes: String, key: Key) {
    #expect(decode(bytes) == [.key(key)])
  }

  @Test("what is not known is swallowed, not typed")
  func unknown() {
    #expect(decode("\u{1B}[I\u{1B}[?62;1ca\u{1B}[99;6u") == [.key(.character("a"))])
    #expect(
      decode("a\u{1B}[1;5\u{1B}[Ab") == [.key(.character("a")), .key(.up), .key(.character("b"))])
  }

  @Test("text arrives cluster by cluster")
  func text() {
    #expect(decode("e\u{301}x日🇫🇷🇩🇪") == ["é", "x", "日", "🇫🇷", "🇩🇪"].map { .key(.character($0)) })
    #expect(decode(ScriptedSource("e", "\u{301}")).count == 2)
  }

  @Test("bytes that are no UTF-8 become U+FFFD and eat nothing")
  func malformed() {
    let found = decode(ScriptedSource(bytes: [0xFF, 0x61, 0xE6, 0x97, 0x62, 0xC3]))
    #expect(
      found.map { $0 }
        == ["\u{FFFD}", "a", "\u{FFFD}", "b", "\u{FFFD}"].map { .key(.character($0)) })
  }

  @Test("a paste is one event, its newlines are text, its escapes are kept")
  func paste() {
    let found = decode("\u{1B}[200~one\r\ntwo\rthree\u{1B}[31m\u{3}\u{1B}[201~x")
    #expect(found == [.paste("one\ntwo\nthree\u{1B}[31m\u{3}"), .key(.character("x"))])
  }

  @Test("a paste without an end is over after a silence")
  func endless() {
    #expect(
      decode(ScriptedSource("\u{1B}[200~lost", "q")) == [.paste("lost"), .key(.character("q"))])
  }

  @Test("Escape twice is Escape twice")
  func escapes() {
    #expect(decode("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
  }

  @Test("no bytes at all can trip it")
  func noise() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ in
        Bool.random(using: &generator)
          ? [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, 0xE2, 0xF0].randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0...255, using: &generator)
      }
      for found in decode(ScriptedSource(bytes: bytes)) {
        if case .key(.character(let character)) = found { #expect(!Key.isControl(character)) }
      }
    }
  }
}
