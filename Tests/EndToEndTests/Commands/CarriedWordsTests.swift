import Testing

@Suite("Words that crossed into a follow-up")
struct CarriedWordsTests {
  @Test("stand on the card, in the report and the JSON there, and can be redacted in both")
  func carried() async throws {
    try await Workshop.open { laptop in
      // Given an opportunity that came from a remark, and a follow-up of that workshop
      try await laptop.does("new", "old.plenary", "--groups", "2", "--title", "The first")
      try await laptop.does("add", "old.plenary", "-g", "1", "-p", "1", "Zebras at the harbour")
      try await laptop.does(
        "opportunity", "old.plenary", input: .text(#"{"raise": [1], "title": "Harbour"}"# + "\n"))
      try await laptop.does("new", "next.plenary", "--follow-up", "old.plenary")
      // When it is exported, then the words stand there with where they come from
      try await laptop.does("export", "next.plenary")
      let page = try laptop.text("next.plenary/exports/session.md")
      #expect(page.contains("**#1** Zebras at the harbour"))
      #expect(
        try laptop.text("next.plenary/exports/session.json").contains("Zebras at the harbour"))
      let listed = try await laptop.does(
        "opportunity", "next.plenary", "--list", "--format", "json")
      #expect(listed.out.contains("Zebras at the harbour") && listed.out.contains("The first"))

      // When the remark is redacted in the first, then the copy is named
      let redacted = try await laptop.does("redact", "old.plenary", "1", "--reason", "asked for")
      #expect(redacted.out.contains("next.plenary O1/1"))
      // And redacted there, it is in no byte of the folder
      try await laptop.refuses(
        "redact", "next.plenary", "O1/2", "--reason", "asked for", code: 64)
      try await laptop.does("redact", "next.plenary", "O1/1", "--reason", "asked for")
      for file in laptop.files(under: "next.plenary") {
        let bytes = try laptop.read("next.plenary/" + file)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("Zebras"), "\(file)")
      }
      try await laptop.does("verify", "next.plenary")
    }
  }

  @Test("on a card are redacted in both by the opportunity’s number, and the copy is named")
  func cards() async throws {
    try await Workshop.open { laptop in
      // Given a card with somebody's name on it, and a follow-up that carries it on
      try await laptop.does("new", "old.plenary", "--groups", "2", "--title", "The first")
      try await laptop.does("add", "old.plenary", "-g", "1", "-p", "1", "Ask at the harbour")
      try await laptop.does(
        "opportunity", "old.plenary",
        input: .text(#"{"raise": [1], "title": "Zelda first", "belief": "Zelda knows"}"# + "\n"))
      try await laptop.does("new", "next.plenary", "--follow-up", "old.plenary")
      try await laptop.does("export", "old.plenary")
      try await laptop.refuses("redact", "old.plenary", "--reason", "asked", code: 64)
      try await laptop.refuses(
        "redact", "old.plenary", "--opportunity", "O7", "--reason", "asked", code: 64)

      // When it is redacted, then the copy is named, and redacted there in the same way
      let said = try await laptop.does(
        "redact", "old.plenary", "--opportunity", "O1", "--reason", "asked for")
      #expect(said.out.contains("next.plenary --opportunity O1"), "\(said.out)")
      try await laptop.does(
        "redact", "next.plenary", "--opportunity", "O1", "--reason", "asked for")

      // Then the name is in no byte of either folder, and the outputs say that something was redacted
      for folder in ["old.plenary", "next.plenary"] {
        for file in laptop.files(under: folder) {
          let bytes = try laptop.read(folder + "/" + file)
          #expect(!String(decoding: bytes, as: UTF8.self).contains("Zelda"), "\(folder) \(file)")
        }
        try await laptop.does("verify", folder)
      }
      let page = try laptop.text("old.plenary/exports/session.md")
      #expect(page.contains("Words redacted from this card") && page.contains("asked for"))
      let replayed = try await laptop.does("replay", "old.plenary")
      #expect(replayed.out.contains("redacted the card of O1: asked for"))
    }
  }
}
