import ArgumentParser
import FoundationEssentials
import Reports
import SessionEngine
import SessionStore

struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Remove a contribution’s words from the record for good.",
    discussion: """
      For a remark that must not stand anywhere. The words, all their wordings and who said them \
      leave every journal, and the documents in the session’s folder are written anew; the number, \
      and that and why it was redacted, stay. This cannot be undone. Withdrawing (x in the console) only takes a remark off every screen and output.
      """)

  @OptionGroup var session: SessionOption

  @Argument(help: "The contribution’s number, such as 17.")
  var number: String

  @Option(help: "Why; it must not repeat the words.")
  var reason: String

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    guard let wanted = ContributionNumber(number) else {
      throw Failure.usage("‘\(number)’ is no contribution number; write it as 17 or b4")
    }
    guard let contribution = store.session.contributions[wanted] else {
      throw Failure(
        "\(session.dir): there is no contribution \(wanted.spoken); "
          + "‘plenary replay \(Shell.quoted(session.dir))’ lists them")
    }
    do {
      let isWhole = try exportsAreWhole(of: store)
      var report = try store.redact(contribution.id, reason: reason)
      let renewed = isWhole ? try renewExports(of: store) : []
      report.exportsWithWords.removeAll(where: renewed.contains)
      say(report, wanted)
      if !renewed.isEmpty {
        Output.line("\(counted(renewed.count, "document")) in exports written anew without them")
      }
      guard report.failures.isEmpty else {
        throw Failure(report.failures.map(\.description).joined(separator: "\nplenary: "))
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(error)")
    }
  }

  /// Writes the documents of the last export to the session's own folder anew, where that export was
  /// of everything. One that was narrowed to a priority is left to whoever narrowed it: written anew
  /// it would hold more than was asked for.
  /// Whether the CSV that the last export wrote, if it wrote one, names every priority that something
  /// was said on.
  private func exportsAreWhole(of store: SessionStore) throws -> Bool {
    let path = store.path + "/exports/contributions.csv"
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    let whole = try Reports.files(
      for: store.session, formats: [.csv], exportedAt: LocalTime.now)
    return whole.contains { $0.path == "contributions.csv" && $0.bytes == [UInt8](data) }
  }

  private func renewExports(of store: SessionStore) throws(Failure) -> Set<String> {
    let folder = store.path + "/exports"
    let before = ExportFolder.written(in: folder, environment: .live)
    guard !before.isEmpty else { return [] }
    do {
      let files = try Reports.files(
        for: store.session, formats: ExportFormat.allCases, exportedAt: LocalTime.now
      ).filter { before.contains($0.path) }
      try ExportFolder.write(
        files.map { ($0.path, $0.bytes) }, to: folder, environment: .live)
      return Set(files.map { "exports/" + $0.path })
    } catch {
      throw Failure(
        "the words are redacted, but the documents in \(folder) could not be written anew: "
          + "\(error); export again or delete them")
    }
  }

  private func say(_ report: RedactionReport, _ number: ContributionNumber) {
    Output.line("\(number.spoken) is redacted")
    for file in report.rewritten { Output.words("words removed from \(file)") }
    for file in report.inOtherHands {
      Output.words("\(file) belongs to a running console, which removes the words by itself")
    }
    for file in report.exportsWithWords {
      Output.words("still holds the words, export again or delete it: \(file)")
    }
    for file in report.exportsToCheck {
      Output.words("may hold the words, look into it: \(file)")
    }
  }
}
