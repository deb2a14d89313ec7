import Testing

/// What is offered and answered with no, without the console.
@Suite("plenary code: what is put aside") struct PutAsideTests {
  @Test("two points and what is no topic are said by lines, offered again, and said in a replay")
  func putAside() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      let alike = "Follow the recruiter, not the runner\nFollow the recruiter and not the runner\n"
      let other = "More data\nVans wait at the port\nShare the data\nCash businesses give cover\n"
      try await laptop.does("add", "day", "-g", "1", "-p", "1", input: .text(alike + other))
      func offered(_ ask: String = "--duplicates") async throws -> String {
        try await laptop.does("code", "day", ask).out
      }
      #expect(try await offered().contains("\"1\",\"2\""))
      let said = try await laptop.does("code", "day", input: .text(#"{"notSame": [2, 1]}"#))
      #expect(said.out.contains("said that #1 and #2 are two points"))
      #expect(!(try await offered().contains("\"1\",\"2\"")))
      #expect(try await laptop.does("replay", "day").out.contains("said that #1 and #2 are two"))
      try await laptop.does("code", "day", input: .text(#"{"notSame": [1, 2], "off": true}"#))
      #expect(try await offered().contains("\"1\",\"2\""))

      let talk = [
        "Parking permits take too long for van drivers", "Permits for parking cost drivers a day",
        "Van drivers wait for parking permits", "A parking permit should be a click for drivers",
      ]
      try await laptop.does(
        "add", "day", "-g", "2", "-p", "1", input: .text(talk.joined(separator: "\n") + "\n"))
      #expect(try await offered("--topics").contains("parking"))
      let ignored = try await laptop.does(
        "code", "day", input: .text(#"{"ignore": [7, 8, 9, 10]}"#))
      #expect(ignored.out.contains("ignored what #7, #8, #9 and #10 have in common"))
      #expect(!(try await offered("--topics").contains("parking")))
      try await laptop.does("code", "day", input: .text(#"{"ignore": [7, 8, 9], "off": true}"#))
      #expect(try await offered("--topics").contains("parking"))

      for (bad, why) in [
        (#"{"notSame": [1]}"#, "does not name two"), (#"{"notSame": [1, 1]}"#, "does not name two"),
        (#"{"notSame": [1, 99]}"#, "no contribution #99"),
        (#"{"ignore": []}"#, "‘ignore’ is empty"),
        (#"{"ignore": [1], "theme": "Data"}"#, "‘theme’ does not go with ‘ignore’"),
      ] {
        let refused = try await laptop.refuses("code", "day", code: 1, input: .text(bad))
        #expect(refused.err.contains(why), "\(bad): \(refused.err)")
      }
      try await laptop.does("verify", "day")
    }
  }
}
