import Foundation
import Testing

/// Names, paths and files that try to speak to the terminal.
@Suite("Nothing that came from outside reaches the terminal raw")
struct HostileTests {
  @Test("not from titles, people, groups, texts or paths, in any command")
  func everywhere() async throws {
    try await Workshop.open { laptop in
      let evil = "ev\u{1B}[31mil\u{7}\u{9B}2J"
      try laptop.write(
        "room.csv", "Name,Organisation,Group\n\"A\(evil)nn\",\"Org\(evil)\",\"Tab\(evil)le\"\n")
      let dir = "d\(evil)ay"
      var said: [(String, Outcome)] = []
      func run(_ arguments: String..., input: Input = .nothing) async throws {
        let outcome = try await laptop.start(arguments, input: input).ended()
        said.append((arguments.joined(separator: " "), outcome))
      }
      try await run(
        "new", dir, "--title", "Ti\(evil)tle", "--marking", "MA\(evil)RK", "--roster", "room.csv")
      #expect(said.last?.1.code == 0, "\(said.last?.1.err ?? "")")
      let lines = Sample.hostile.joined(separator: "\n")
      try await run("add", dir, "-g", "1", "-p", "1", "--by", "A\(evil)nn", input: .text(lines))
      try await run("list")
      try await run("replay", dir)
      try await run("replay", dir, "--text")
      try await run("replay", dir, "--until", "9999")
      try await run("export", dir)
      try await run("export", dir, "--output", "o\(evil)ut")
      try await run("verify", dir)
      try await run()
      try await run("redact", dir, "1", "--reason", "re\(evil)ason")
      for arguments in [
        [evil], ["--\(evil)"], ["new", dir], ["new", "x", "--date", evil],
        ["new", "x", "--groups", evil], ["new", "x", "--plan", evil],
        ["new", "x", "--plan", "no\(evil).json"], ["new", "x", "--roster", evil],
        ["add", "no\(evil)", "-g", "1", "-p", "1", "x"], ["add", dir, "-g", evil, "-p", "1", "x"],
        ["add", dir, "-g", "1", "-p", evil, "x"], ["add", dir, "-g", "x", "-p", "1", "x"],
        ["add", dir, "-g", "1", "-p", "1", "--by", evil, "x"],
        ["add", dir, "-g", "1", "-p", "1", "-t", evil, "x"],
        ["import", dir, evil, "--text", "t"], ["import", dir, "room.csv", "--text", evil],
        ["import", dir, "room.csv", "--text", "Name", "--group", "Group"],
        ["import", dir, "room.csv", "--text", "Name", "--by", "Organisation"],
        ["export", dir, "--format", evil], ["export", dir, "--output", "room.csv/\(evil)"],
        ["replay", dir, "--until", evil], ["replay", evil], ["verify", evil],
        ["redact", dir, evil, "--reason", "r"], ["list", evil], ["run", dir], ["run", evil],
        ["run", dir, "--theme", evil], ["demo", "--no-open", "--dir", "demo\(evil)"],
        ["demo", "--no-open", "--dir", "room.csv/\(evil)"],
      ] {
        said.append(
          (arguments.joined(separator: " "), try await laptop.start(arguments).ended()))
      }
      // A damaged record, and a file that has no business there.
      let journal = try #require(
        laptop.files(under: dir + "/journal").first { $0.hasSuffix("jsonl") })
      var bytes = try laptop.read(dir + "/journal/" + journal)
      bytes[bytes.count / 2] ^= 1
      try laptop.write(dir + "/journal/" + journal, bytes)
      try laptop.write(dir + "/journal/fo\(evil)reign.jsonl", "\(evil)\n")
      try await run("verify", dir)
      try await run("replay", dir)
      for (arguments, outcome) in said {
        #expect(controls(in: outcome.outBytes) == [], "plenary \(arguments.debugDescription)")
        #expect(controls(in: outcome.errBytes) == [], "plenary \(arguments.debugDescription)")
        #expect(!outcome.err.contains("Fatal"), "plenary \(arguments.debugDescription)")
      }
    }
  }

  @Test("not from the answers that are JSON, which are still read as what they say")
  func answers() async throws {
    try await Workshop.open { laptop in
      let evil = "Ev\u{9B}2J\u{7F}\u{202E}il\u{2028}\u{FEFF}"
      var roster = "Name,Organisation\n"
      for number in 1...6 { roster += "\(evil) \(number),Org\(evil)\n" }
      try laptop.write("room.csv", roster)
      let list = try await laptop.does("mix", "room.csv", "--groups", "2", "--format", "json")
      try await laptop.does("new", "day", "--roster", "room.csv", "--groups", "2")
      let session = try await laptop.does("mix", "day", "--format", "json")
      let talk = ["Vans \(evil) wait at the port", "Vans \(evil) wait at the port again"]
      try await laptop.does(
        "add", "day", "-g", "1", "-p", "1", input: .text(talk.joined(separator: "\n") + "\n"))
      let pairs = try await laptop.does("code", "day", "--duplicates")
      let repair = try await laptop.does("mix", "day", "--repair", "--format", "json")
      for said in [list, session, pairs, repair] {
        #expect(controls(in: said.outBytes) == [], "\(said.out)")
        #expect(
          !said.out.isEmpty && !said.out.contains("\u{2028}") && !said.out.contains("\u{FEFF}"))
      }
      for said in [list, session] {
        let read = try JSONSerialization.jsonObject(with: Data(said.outBytes))
        #expect("\(read)".contains("Ev") && said.out.contains("\\u202e"))
        let names = try #require(said.out.split(separator: "\n").first { $0.contains("Ev") })
        #expect(names.contains("\\u009b2J\\u007f"), "\(names)")
      }
    }
  }

  @Test("the advice after ‘new’ can be pasted into a shell")
  func advice() async throws {
    try await Workshop.open { laptop in
      let dir = "my day; it's $HOME"
      let new = try await laptop.does("new", dir)
      let advice = try #require(new.outLines.last?.split(separator: ": plenary run ").last)
      let shell = try Child(
        ["sh", "-c", "printf %s \(advice)"], environment: laptop.environment,
        directory: laptop.desk, input: .nothing, scratch: laptop.root + "/tmp")
      #expect(await shell.ended().out == dir)
    }
  }

  @Test("plans and colours of the user’s own are shown without obeying them")
  func ownFiles() async throws {
    try await Workshop.open { laptop in
      for folder in ["plans", "themes"] {
        let path = laptop.home + "/.config/plenary/" + folder
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try laptop.write(path + "/e\u{1B}[31m.json", "{\"title\": \"\\u001b[31m\", \"priorities\"")
        try laptop.write(
          path + "/f.json",
          #"{"title":"\u001b[31m","name":"\u001b[31m","description":"\u001b[31m","priorities":[{"title":"\u001b[31m"}]}"#
        )
      }
      for command in ["plans", "themes"] {
        let outcome = try await laptop.does(command)
        #expect(controls(in: outcome.outBytes) == [] && controls(in: outcome.errBytes) == [])
      }
    }
  }
}
