import Foundation
import Testing

/// What is wrong with the arguments themselves is 64; what the world refuses is 1.
@Suite("Exit codes")
struct ExitCodeTests {
  /// A desk with a session, one contribution, a roster, a conversation and things that stand in the way.
  private func prepare(_ laptop: Workshop) async throws {
    try await laptop.does("new", "day.plenary", "--groups", "2")
    try await laptop.does("add", "day.plenary", "-g", "1", "-p", "1", "Said")
    try laptop.write("said.csv", "t,g\nHello,1\n")
    try laptop.write("nobody.csv", "Who\nAnn\n")
    try laptop.write("broken.json", "{")
    try laptop.write("seven.csv", "Name,Group\nAnn,7\n")
    try laptop.write("people.csv", "Name,Sector\nAnn,a\nBo,b\nCy,a\nDi,b\n")
    try laptop.write("file", "")
  }

  /// What is wrong with the arguments themselves.
  private static let wrong = [
    // No command, or none that is known.
    "bogus", "day.plenary", "help-me", "--bogus",
    // What is not there.
    "new", "run", "add", "import", "export", "replay", "verify", "redact",
    "add day.plenary Said", "import day.plenary", "import day.plenary said.csv",
    "redact day.plenary 1",
    // An option that there is not, and too much.
    "demo --bogus", "new x --bogus", "run day.plenary --bogus", "add day.plenary --bogus",
    "import day.plenary said.csv --bogus", "export day.plenary --bogus",
    "replay day.plenary --bogus", "verify day.plenary --bogus", "redact day.plenary 1 --bogus",
    "list --bogus", "mix people.csv --bogus", "plans --bogus", "code", "code day.plenary --bogus",
    "score", "score day.plenary --bogus", "opportunity", "opportunity day.plenary --bogus",
    "undo", "undo _", "undo day.plenary --bogus", "feedback", "feedback day.plenary --bogus",
    "themes more", "keys more",
    // Names that nothing bears.
    "new x --plan nonesuch", "run day.plenary --theme nonesuch", "run day.plenary --color mauve",
    "add day.plenary -g 9 -p 1 x", "add day.plenary -g nonesuch -p 1 x",
    "add day.plenary -g 1 -p 9 x", "add day.plenary -g 1 -p nonesuch x",
    "add day.plenary -g 1 -p 1 -l nonesuch x", "add day.plenary -g 1 -p 1 -t nonesuch x",
    "add day.plenary -g 1 -p 1 --by nonesuch x", "add day.plenary -g Table -p 1 x",
    "import day.plenary said.csv --text nonesuch", "import day.plenary said.csv --text 3",
    "import day.plenary said.csv --text t --group nonesuch",
    "import day.plenary said.csv --text t --group =nonesuch",
    "import day.plenary said.csv --text t --priority =9",
    "import day.plenary said.csv --text t --time nonesuch",
    "import day.plenary said.csv --text t --by nonesuch",
    "import day.plenary said.csv --text t --id nonesuch",
    "export day.plenary --format docx", "export day.plenary --group nonesuch",
    "export day.plenary --priority nonesuch", "redact day.plenary 99 --reason r",
    // What is no number, date or time.
    "new x --groups 0", "new x --groups 100", "new x --groups many", "new x --date tomorrow",
    "replay day.plenary --until soon", "redact day.plenary one --reason r",
    // Words left empty.
    "new _", "new x --title _", "new x --plan _", "new x --roster _", "run _", "verify _",
    "replay _", "export _", "export day.plenary --output _", "add _ -g 1 -p 1 x",
    "add day.plenary -g _ -p 1 x", "add day.plenary -g 1 -p _ x", "add day.plenary -g 1 -p 1 _",
    "import _ said.csv", "import day.plenary _", "redact _ 1 --reason r",
    "redact day.plenary 1 --reason _", "list _", "demo --no-open --dir _",
    "arrive _", "arrive day.plenary --left _", "stage _ next",
    // Groups to be mixed.
    "mix", "mix _", "mix people.csv", "mix people.csv --groups 0", "mix people.csv --size few",
    "mix people.csv --groups 2 --rounds 0", "mix people.csv --groups 2 --method dance",
    "mix people.csv --groups 2 --balance nonesuch", "mix people.csv --groups 2 --cover nonesuch",
    "mix people.csv --groups 2 --apart Ann;Zoe", "mix people.csv --groups 2 --together Ann",
    "mix people.csv --groups 2 --pin Ann=9", "mix people.csv --groups 2 --host Zoe=1",
    "mix people.csv --groups 2 --format docx", "mix people.csv --groups 2 --seconds soon",
  ]

  /// What the world refuses.
  private static let refused = [
    "new day.plenary", "new file", "new no/such/place", "new x --plan no/such.json",
    "new x --plan broken.json", "new x --plan .json", "new x --roster absent.csv",
    "new x --roster nobody.csv", "new x --roster . ", "new x --roster seven.csv --groups 2",
    "run nowhere", "run file", "run day.plenary", "demo",
    "add nowhere -g 1 -p 1 x", "export nowhere", "export day.plenary --output file",
    "replay nowhere", "verify nowhere", "verify file", "redact nowhere 1 --reason r",
    "import nowhere said.csv --text t", "import day.plenary absent.csv --text t",
    "import day.plenary . --text t", "list nowhere", "demo --no-open --dir file/sample",
    "mix absent.csv --groups 2", "mix nobody.csv --groups 2", "mix . --groups 2",
    "mix people.csv --groups 2 --avoid nowhere", "mix people.csv --size 7-9",
  ]

  @Test("the arguments themselves", arguments: wrong.chunked(by: 12))
  func arguments(_ lines: [String]) async throws {
    try await Workshop.open { laptop in
      try await prepare(laptop)
      let before = laptop.files(under: ".")
      for line in lines { try await laptop.expect(64, line) }
      #expect(laptop.files(under: ".") == before, "nothing was written")
    }
  }

  @Test("the world", arguments: refused.chunked(by: 13))
  func world(_ lines: [String]) async throws {
    try await Workshop.open { laptop in
      try await prepare(laptop)
      for line in lines { try await laptop.expect(1, line) }
    }
  }

  @Test("no command is left out")
  func everyCommand() async throws {
    try await Workshop.open { laptop in
      let help = try await laptop.does("--help").out
      let list = try #require(help.split(separator: "SUBCOMMANDS:\n").last)
      // A name stands behind two blanks; what it does, and the last line, further in or before a quote.
      let names = list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        .compactMap { $0.split(separator: " ").first }.filter { $0 != "See" }
      #expect(names.count >= 13)
      for name in names {
        #expect(Self.wrong.contains { $0 == name || $0.hasPrefix(name + " ") }, "\(name)")
      }
    }
  }

  @Test("a word mistyped is answered with the one that was most likely meant")
  func meant() async throws {
    try await Workshop.open { laptop in
      try await prepare(laptop)
      for (typed, meant) in [
        ("rnu", "‘plenary run’"), ("exprot", "‘plenary export’"), ("Lsit", "‘plenary list’"),
        ("imp", "‘plenary import’"), ("hepl", "‘plenary help’"),
        ("day.plenary", "‘plenary run day.plenary’"),
      ] {
        let refusal = try await laptop.refuses(typed, code: 64)
        #expect(refusal.err.contains("did you mean \(meant)?"), "\(typed): \(refusal.err)")
      }
      let far = try await laptop.refuses("frobnicate", code: 64)
      #expect(!far.err.contains("did you mean") && far.err.contains("plenary --help"))

      for typed in ["day", "day/", "dya.plenary", "./day"] {
        let refusal = try await laptop.refuses("run", typed, code: 1)
        #expect(
          refusal.err.contains("did you mean \(typed.hasPrefix("./") ? "./" : "")day.plenary?"))
      }
      let elsewhere = try await laptop.refuses("verify", laptop.desk + "/day", code: 1)
      #expect(elsewhere.err.contains("did you mean \(laptop.desk)/day.plenary?"))
      let mixed = try await laptop.refuses("mix", "day", "--groups", "2", code: 1)
      #expect(mixed.err.contains("did you mean day.plenary?"))
      let nothing = try await laptop.refuses("export", "nothing-like-it", code: 1)
      #expect(nothing.err.contains("plenary new") && !nothing.err.contains("did you mean"))
    }
  }
}

extension Workshop {
  /// Runs a command line, in which _ stands for an empty argument.
  fileprivate func expect(_ code: Int32, _ line: String) async throws {
    let arguments = line.split(separator: " ").map { $0 == "_" ? "" : String($0) }
    let outcome = try await start(arguments).ended()
    #expect(outcome.code == code, "plenary \(line): \(outcome.out)\(outcome.err)")
    #expect(outcome.err.hasPrefix("plenary: "), "plenary \(line): \(outcome.err)")
    #expect(outcome.out.isEmpty, "plenary \(line): \(outcome.out)")
  }
}

extension [String] {
  /// The lines in shares, each for a laptop of its own.
  fileprivate func chunked(by size: Int) -> [[String]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
