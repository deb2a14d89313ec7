import Glibc

/// Measures what must not be slow, each against something real in the same run.
///
///     Benchmarks --plenary PATH [--write FILE] [--only NAME]… [--folder DIR]
///     Benchmarks mixing --mdgplib FILE… [--seconds S] [--runs R]
///
/// A target that is not reached is printed as such; the exit code speaks of the measuring only.
@main
enum Benchmarks {
  static let all: [(name: String, run: @Sendable (Bench) throws -> Findings)] = [
    ("keep", KeepBenchmark.run), ("apply", ApplyBenchmark.run), ("keys", KeysBenchmark.run),
    ("themes", ThemesBenchmark.run), ("evaluation", EvaluationBenchmark.run),
    ("start", StartBenchmark.run), ("memory", MemoryBenchmark.run),
    ("follow", FollowBenchmark.run), ("batch", BatchBenchmark.run),
    ("mixing", MixingBenchmark.run), ("rounds", RoundsBenchmark.run),
    ("collation", CollationBenchmark.run), ("suggestions", SuggestionBenchmark.run),
  ]

  static func main() {
    do {
      if CommandLine.arguments.dropFirst().first == "mixing" {
        return try MixingCommand.run(Array(CommandLine.arguments.dropFirst(2)))
      }
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      let bench = try Bench(options)
      defer { bench.removeEverything() }
      var findings = Findings()
      for (name, run) in all where options.only.isEmpty || options.only.contains(name) {
        note("measuring: \(name)")
        findings.add(try run(bench))
      }
      let document = Document(findings: findings, machine: Machine(folder: bench.folder))
      print(document.table)
      for detail in findings.details { print("\n" + detail) }
      if let path = options.write { try write(Array(document.markdown.utf8), to: path) }
    } catch {
      note("Benchmarks: \(error)")
      exit(1)
    }
  }

  /// Says something that belongs to no result.
  static func note(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}

/// Why nothing could be measured.
struct Broken: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// What was asked for.
struct Options {
  var plenary = ""
  var write: String?
  var only: [String] = []
  var folder: String?

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Broken("\(name) needs a value") }
      switch name {
      case "--plenary": plenary = value
      case "--write": write = value
      case "--only": only.append(value)
      case "--folder": folder = value
      default:
        throw Broken("\(name) is not known; there are --plenary, --write, --only and --folder")
      }
    }
    let names = Benchmarks.all.map(\.name)
    if let other = only.first(where: { !names.contains($0) }) {
      throw Broken("there is no benchmark \(other); there are \(names.joined(separator: ", "))")
    }
    guard access(plenary, X_OK) == 0 else {
      throw Broken("--plenary must name the binary; build it with make build")
    }
  }
}
