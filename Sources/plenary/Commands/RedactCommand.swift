import ArgumentParser
import SessionEngine
import SessionStore

struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Remove a contribution’s words from the record for good.",
    discussion: """
      For a remark that must not stand anywhere. The words, all their wordings and who said them \
      leave every journal, and the documents in the session’s folder are written anew; the number, \
      and that and why it was redacted, stay. This cannot be undone. Withdrawing (x in the \
      console) only takes a remark off every screen and output.

      Only contributions can be redacted. What was typed on a trial card or a form is emptied, \
      withdrawn or struck (‘plenary feedback --strike’), which leaves it in the journal.
      """)

  @OptionGroup var session: SessionOption

  @Argument(help: "The contribution’s number, such as 17.")
  var number: String

  @Option(help: "Why; it must not repeat the words.")
  var reason: String

  func validate() throws { try demandWords(("--reason", reason)) }

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    guard let wanted = ContributionNumber(number) else {
      throw Failure.usage("‘\(number)’ is no contribution number; write it as 17 or b4")
    }
    guard let contribution = store.session.contributions[wanted] else {
      throw Failure.usage(
        "\(session.dir): there is no contribution \(wanted.spoken); "
          + "‘plenary replay \(Shell.quoted(session.dir))’ lists them")
    }
    do {
      var report = try store.redact(contribution.id, reason: reason)
      let renewed = try Exporting.renew(store.session, in: store.path + "/exports")
        .map { "exports/" + $0 }
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
