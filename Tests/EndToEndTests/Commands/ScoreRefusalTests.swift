import Foundation
import Testing

/// What `plenary score` does not take, and how it says so.
@Suite("Refused votes without the console")
struct ScoreRefusalTests {
  private func room(_ laptop: Workshop) async throws {
    try await laptop.does("new", "day", "--groups", "3")
    for words in ["Follow the recruiter", "Ask the port", "One form for all"] {
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "--highlight", words)
    }
  }

  @Test("a row that is cut short, or too long, is refused with its line, and nothing is done")
  func shortRows() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      for row in ["Highlights", "Highlights,highlights,groups,scores,more"] {
        let said = try await laptop.plenary(
          "score", "day", input: .text("open,items,voters,method\n\(row)\n"))
        #expect(said.code == 1 && said.err.contains("line 2: the row has"))
        #expect(said.err.contains("under 4 headings") && said.err.contains("nothing was done"))
      }
      let said = try await laptop.does("score", "day", "--results", "--format", "json")
      #expect(said.out.split { $0.isWhitespace }.joined() == "[]")
    }
  }

  @Test("a place is left empty on purpose by -, and what only follows from an error is not told")
  func blanksAndErrors() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      try await laptop.does(
        "score", "day",
        input: .text(
          """
          {"open": "Highlights", "items": "highlights"}
          {"ballot": "Highlights", "voter": "1", "digits": "54 -3 1-"}
          """))
      let said = try await laptop.plenary(
        "score", "day",
        input: .text(
          """
          {"open": "Second", "items": "nonsense"}
          {"ballot": "Second", "voter": "1", "digits": "545454"}
          {"ballot": "Highlights", "voter": "2", "digits": "54x3"}
          """))
      #expect(said.code == 1 && said.err.contains("line 1") && said.err.contains("line 3"))
      #expect(!said.err.contains("line 2") && said.err.contains("‘x’ is no digit of a ballot"))
    }
  }
}
