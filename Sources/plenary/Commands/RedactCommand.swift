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

      A follow-up has copies of what its opportunities came from. They are redacted there, by the \
      opportunity’s number and their own: ‘plenary redact NEXT O3/17 --reason …’. Where a follow-up \
      beside the session, or one opened lately, holds a copy of what is redacted, it is named.

      Only contributions can be redacted. What was typed on a trial card or a form is emptied, \
      withdrawn or struck (‘plenary feedback --strike’), which leaves it in the journal.
      """)

  @OptionGroup var session: SessionOption

  @Argument(help: "The contribution’s number, such as 17; O3/17 for one that O3 brought along.")
  var number: String

  @Option(help: "Why; it must not repeat the words.")
  var reason: String

  func validate() throws { try demandWords(("--reason", reason)) }

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    let contribution = try wanted(in: store.session)
    let isSource = store.session.opportunities.all.contains { opportunity in
      store.session.sources(of: opportunity).contains { $0.id == contribution }
        || store.session.carriedSources(of: opportunity).contains {
          $0.contribution == contribution
        }
    }
    do {
      var report = try store.redact(contribution, reason: reason)
      let renewed = try Exporting.renew(store.session, in: store.path + "/exports")
        .map { "exports/" + $0 }
      report.exportsWithWords.removeAll(where: renewed.contains)
      say(report, store.session.spoken(contribution))
      if isSource { sayCopies(of: contribution, besides: store.path) }
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

  private func wanted(in session: Session) throws(Failure) -> ContributionID {
    let parts = number.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let card = OpportunityNumber(String(parts[0])),
      let wanted = ContributionNumber(String(parts[1]))
    {
      let sources = session.opportunities[card].map { session.carriedSources(of: $0) } ?? []
      guard let source = sources.first(where: { $0.number == wanted }) else {
        throw Failure.usage(
          "\(self.session.dir): \(card.spoken) brought no \(wanted.spoken) along from a workshop before"
        )
      }
      return source.contribution
    }
    guard let wanted = ContributionNumber(number) else {
      throw Failure.usage("‘\(number)’ is no contribution number; write it as 17 or b4")
    }
    guard let contribution = session.contributions[wanted] else {
      throw Failure.usage(
        "\(self.session.dir): there is no contribution \(wanted.spoken); "
          + "‘plenary replay \(Shell.quoted(self.session.dir))’ lists them")
    }
    return contribution.id
  }

  private func sayCopies(of contribution: ContributionID, besides path: String) {
    for copy in Copies.places(of: contribution, besides: path) {
      Output.words(
        "a follow-up still holds the words: plenary redact \(Shell.quoted(copy.dir)) \(copy.name) --reason …"
      )
    }
    Output.line(
      "an opportunity came from it: other follow-ups of this workshop may hold a copy of the words")
  }

  private func say(_ report: RedactionReport, _ number: String) {
    Output.line("\(number) is redacted")
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
