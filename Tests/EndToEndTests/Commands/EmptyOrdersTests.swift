import Testing

/// Orders that ask for nothing: doing nothing without a word would look like having done it.
@Suite("Nothing asked for is not something done")
struct EmptyOrdersTests {
  private static let headings = [
    "code": "number,theme", "score": "ballot,voter,digits", "opportunity": "title,number",
  ]

  @Test(
    "empty input, a list of JSON and headings with nothing below are refused",
    arguments: ["code", "score", "opportunity"])
  func refused(command: String) async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      let heads = try #require(Self.headings[command])
      for (input, reason) in [
        ("", "there is nothing in it"), (" \n\n\u{FEFF}", "there is nothing in it"),
        ("[{\"number\": 1}]\n", "line 1: it begins a list of JSON"),
        ("\(heads)\n", "line 1: nothing stands below the headings"),
        ("\(heads)\n\(heads.filter { $0 == "," })\n", "line 1: nothing stands below the headings"),
      ] {
        let said = try await laptop.plenary(command, "day", input: .text(input))
        #expect(
          said.code == 1 && said.err.contains(reason), "\(input.debugDescription): \(said.err)")
        #expect(said.out.isEmpty && said.err.contains("nothing was done"))
      }
    }
  }
}
