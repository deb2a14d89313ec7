import SessionEngine
import Terminal
import Testing

@testable import Console

/// One contribution, several points.
@Suite("Compound points") struct CompoundTests {
  static let cuts: [(String, String)] = [
    ("Cars come late. Nobody says why.", "Cars come late. // Nobody says why."),
    (
      "Trains fail; buses are full; nobody walks", "Trains fail; // buses are full; // nobody walks"
    ),
    ("Who pays for it? We always do!", "Who pays for it? // We always do!"),
    ("Landlords are never checked and the fire service hears last", ""),
    ("Ask partners, e.g. the council, what it costs", ""),
    ("It costs 3.5 million a year. approx. half of it is wasted", ""),
    ("Dr. Moss and Mr. Teale know St. John well", ""),
    ("“We are last to hear.” That must end now", "“We are last to hear.” // That must end now"),
    ("Short. No.", ""), ("", ""), ("One. Two three. Four five", "One. Two three. // Four five"),
  ]

  @Test("cuts are proposed where sentences end, and nowhere inside them", arguments: cuts)
  func proposals(_ words: String, _ wanted: String) {
    #expect(Compound.proposed(words) == (wanted.isEmpty ? words : wanted))
    // What is proposed says word for word what was said
    let kept = Compound.parts(Compound.proposed(words)).joined(separator: " ")
    #expect(kept.filter(\.isLetter) == words.filter(\.isLetter))
  }

  @Test("parts have no punctuation hanging at their ends, and lose no word")
  func parts() {
    #expect(Compound.parts("a b; // c d. // , e f –") == ["a b", "c d.", "e f"])
    #expect(Compound.parts("one thing and // another") == ["one thing and", "another"])
    #expect(Compound.parts("one thing // and // another") == ["one thing", "another"])
    #expect(
      Compound.parts("see http://example.org/a // and more") == [
        "see http://example.org/a", "and more",
      ])
    #expect(Compound.parts("// a // // b //") == ["a", "b"])
  }

  @Test("b proposes the cuts with the cursor at the first, over as many rows as the words take")
  func prompt() throws {
    // Given a long point that makes three
    var room = Room(try Workshop.underWay(), 80, 24)
    let words = [
      "Landlords are never checked by anybody who knows what to look for.",
      "The fire service is the last to hear of it; the council knows every name and is never asked",
    ].joined(separator: " ")
    let table = try #require(room.session.tables.first).id
    try room.elsewhere(.capture([NewContribution(words, group: table)]))
    let whole = try #require(room.contribution("Landlords are never checked by anybody"))
    room.press("M-4", "G", "b")
    #expect(room.console.themes.contribution == whole.id)
    // Then all of it is on the screen, and the cursor stands at the first cut
    let text = room.screen.map { $0.split(separator: " ").joined(separator: " ") }
      .joined(separator: " ")
    #expect(text.contains("look for. // The fire") || text.contains("look for. //"))
    #expect(text.contains("is never asked"))
    let canvas = room.console.view()
    let cursor = try #require(canvas.cursor)
    #expect(canvas[cursor.x, cursor.y].cluster == "/")
    // When it is kept as proposed, three points stand, without what hung at their ends
    room.press("Enter")
    #expect(
      room.session.parts(of: whole.id).map(\.words) == [
        "Landlords are never checked by anybody who knows what to look for.",
        "The fire service is the last to hear of it",
        "the council knows every name and is never asked",
      ])
  }

  @Test("a line over several rows shows every letter once, and the cursor where the next one goes")
  func wrapping() {
    var generator = FuzzTests.Generator(state: 11)
    for _ in 0..<300 {
      let text = String(
        (0..<Int.random(in: 0...120, using: &generator)).map { _ in
          "abc dé 日".randomElement(using: &generator) ?? "a"
        })
      var editor = LineEditor(text: text)
      editor.cursor = Int.random(in: 0...text.count, using: &generator)
      let columns = Int.random(in: 4...40, using: &generator)
      let page = WrappedLine(editor, columns: columns)
      #expect(page.rows.joined() == text)
      #expect(page.rows.allSatisfy { TextWidth.columns($0) <= columns })
      // Before the cursor stand as many letters as the editor says
      let above = page.rows.prefix(page.cursor.y).joined()
      let row = page.rows.indices.contains(page.cursor.y) ? page.rows[page.cursor.y] : ""
      var here = ""
      for character in row where TextWidth.columns(here) < page.cursor.x { here.append(character) }
      #expect((above + here).count == editor.cursor, "\(page) \(editor.cursor)")
    }
  }
}
