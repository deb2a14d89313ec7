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
      try laptop.expectNoByte(of: "Zebras", in: "next.plenary")
      try await laptop.does("verify", "next.plenary")
    }
  }

  @Test("and by which an untitled card goes are gone with the contribution, and with a part of one")
  func untitled() async throws {
    try await Workshop.open { laptop in
      // Given two cards without a title, one of them from a part of a point, and two generations
      try await laptop.does("new", "old.plenary", "--groups", "2", "--title", "The first")
      for words in ["Zebras at the harbour", "Zebras and lions"] {
        try await laptop.does("add", "old.plenary", "-g", "1", "-p", "1", words)
      }
      try await laptop.does(
        "code", "old.plenary",
        input: .text(#"{"split": 2, "parts": ["Zebras alone", "and lions"]}"# + "\n"))
      try await laptop.does(
        "opportunity", "old.plenary", input: .text("{\"raise\": [1]}\n{\"raise\": [3]}\n"))
      try await laptop.does("new", "next.plenary", "--follow-up", "old.plenary")
      try await laptop.does("new", "last.plenary", "--follow-up", "next.plenary")
      for folder in ["next.plenary", "last.plenary"] {
        try await laptop.does("export", folder)
        let page = try laptop.text(folder + "/exports/session.md")
        #expect(page.contains("O1 · Zebras at the harbour") && page.contains("O2 · Zebras alone"))
      }
      // When the words are redacted, then every copy is named, that of the whole point too
      for number in ["1", "3"] {
        let said = try await laptop.does("redact", "old.plenary", number, "--reason", "asked")
        for folder in ["next.plenary", "last.plenary"] {
          let copies = number == "1" ? ["O1/1"] : ["O2/3", "O2/2"]
          for copy in copies { #expect(said.out.contains("\(folder) \(copy)"), "\(said.out)") }
          for copy in copies {
            try await laptop.does("redact", folder, copy, "--reason", "asked")
          }
        }
      }
      // Then they are in no byte of any folder
      for folder in ["old.plenary", "next.plenary", "last.plenary"] {
        try laptop.expectNoByte(of: "Zebras", in: folder)
      }
    }
  }

  @Test(
    "a copy of a card is told as what it is: a follow-up’s, an earlier one, in other words by now")
  func whoseCard() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "old.plenary", "--groups", "2")
      try await laptop.does("add", "old.plenary", "-g", "1", "-p", "1", "Ask at the harbour")
      try await laptop.does(
        "opportunity", "old.plenary", input: .text(#"{"raise": [1], "title": "Zelda first"}"#))
      try await laptop.does("new", "next.plenary", "--follow-up", "old.plenary")
      let said = try await laptop.does(
        "redact", "next.plenary", "--opportunity", "O1", "--reason", "asked")
      #expect(said.out.contains("a workshop before still holds the words"), "\(said.out)")
      #expect(said.out.contains("old.plenary --opportunity O1") && !said.out.contains("follow-up"))
      // When the other card says something else by now
      try await laptop.does("new", "last.plenary", "--follow-up", "old.plenary")
      try await laptop.does(
        "opportunity", "last.plenary", input: .text(#"{"revise": "O1", "title": "Yorick"}"#))
      let later = try await laptop.does(
        "redact", "old.plenary", "--opportunity", "O1", "--reason", "asked")
      #expect(
        later.out.contains("a follow-up has the card in other words by now"), "\(later.out)")
      #expect(later.out.contains("last.plenary --opportunity O1"))
    }
  }

  @Test("of a card that stayed behind are named where the follow-up tells any, and only there")
  func closedCard() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "old.plenary", "--groups", "2")
      try await laptop.does("add", "old.plenary", "-g", "1", "-p", "1", "Ask at the harbour")
      try await laptop.does(
        "opportunity", "old.plenary",
        input: .text(
          """
          {"raise": [1], "title": "Zelda first"}
          {"raise": [1], "belief": "Zelda knows"}
          {"stage": "O1", "to": "taken up"}
          {"stage": "O2", "to": "taken up"}
          """))
      try await laptop.does("new", "next.plenary", "--follow-up", "old.plenary")
      for (number, isTold) in [("O1", true), ("O2", false)] {
        let said = try await laptop.does(
          "redact", "old.plenary", "--opportunity", number, "--reason", "asked")
        #expect(said.out.contains("tells its title") == isTold, "\(said.out)")
      }
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
      #expect(said.out.contains("a follow-up still holds the words"))
      #expect(said.out.contains("next.plenary --opportunity O1"), "\(said.out)")
      try await laptop.does(
        "redact", "next.plenary", "--opportunity", "O1", "--reason", "asked for")

      // Then the name is in no byte of either folder, and the outputs say that something was redacted
      for folder in ["old.plenary", "next.plenary"] {
        try laptop.expectNoByte(of: "Zelda", in: folder)
        try await laptop.does("verify", folder)
      }
      let page = try laptop.text("old.plenary/exports/session.md")
      #expect(page.contains("Words redacted from this card") && page.contains("asked for"))
      let replayed = try await laptop.does("replay", "old.plenary")
      #expect(replayed.out.contains("redacted the card of O1: asked for"))
    }
  }
}
