import ArgumentParser
import SessionEngine
import SessionStore

struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Remove the words of a contribution or a trial card from the record for good.",
    discussion: """
      For a remark that must not stand anywhere. The words, all their wordings and who said them \
      leave every journal, and the documents in the session’s folder are written anew; the number, \
      and that and why it was redacted, stay. This cannot be undone. Withdrawing (x in the \
      console) only takes a remark off every screen and output.

      A follow-up has copies of what its opportunities came from. They are redacted there, by the \
      opportunity’s number and their own: ‘plenary redact NEXT O3/17 --reason …’. Where a follow-up \
      beside the session, or one opened lately, holds a copy of what is redacted, it is named.

      With --opportunity O3 it is the card that is redacted: its title, every field of free text and \
      the reasons given for its stages. The opportunity, its owner, date and stage stand, and the \
      card can be written anew. Copies of a card in a follow-up are redacted there in the same way. \
      Where an early version wrote words that cannot be taken out of a journal, file and line are \
      told, and the exit code is 1.

      What was typed on a form is struck (‘plenary feedback --strike’), which leaves it in the journal.
      """)

  @OptionGroup var session: SessionOption

  @Argument(help: "The contribution’s number, such as 17; O3/17 for one that O3 brought along.")
  var number: String?

  @Option(help: "The opportunity whose card is redacted, such as O3, in place of a contribution.")
  var opportunity: String?

  @Option(help: "Why; it must not repeat the words.")
  var reason: String

  func validate() throws {
    guard (number == nil) != (opportunity == nil) else {
      throw ValidationError("give the number of a contribution, or --opportunity with one’s number")
    }
    try demandWords(("--reason", reason))
  }

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    if let opportunity { return try redactCard(opportunity, in: store) }
    let contribution = try wanted(number ?? "", in: store.session)
    // With a part goes what it was split off, of which a follow-up may hold a copy as well.
    let gone = originals(of: contribution, in: store.session)
    let isSource = store.session.opportunities.all.contains { opportunity in
      opportunity.contributions.contains(where: gone.contains)
        || store.session.sources(of: opportunity).contains { gone.contains($0.id) }
        || store.session.carriedSources(of: opportunity).contains { gone.contains($0.contribution) }
    }
    let report: RedactionReport
    do throws(PerformError) { report = try store.redact(contribution, reason: reason) } catch {
      throw Failure("\(error)")
    }
    try tell(report, store.session.spoken(contribution), of: store) {
      if isSource { sayCopies(of: gone, besides: store.path) }
    }
  }

  private func redactCard(_ name: String, in store: SessionStore) throws {
    guard let wanted = OpportunityNumber(name), let card = store.session.opportunities[wanted]
    else {
      throw Failure.usage("\(session.dir): \(store.session.noOpportunity(name))")
    }
    let report: RedactionReport
    do throws(PerformError) { report = try store.redactCard(card.id, reason: reason) } catch {
      throw Failure("\(error)")
    }
    try tell(report, "the card of \(card.number.spoken)", of: store) {
      for line in Copies.said(of: card, in: store.session.id, besides: store.path) {
        Output.words(line)
      }
    }
  }

  /// Says what was done to the files, and writes the documents in the session's folder anew.
  private func tell(
    _ report: RedactionReport, _ what: String, of store: SessionStore, copies: () -> Void
  ) throws {
    var report = report
    let renewed = try Exporting.renew(store.session, in: store.path + "/exports")
      .map { "exports/" + $0 }
    report.exportsWithWords.removeAll(where: renewed.contains)
    say(report, what)
    copies()
    if !renewed.isEmpty {
      Output.line("\(counted(renewed.count, "document")) in exports written anew without them")
    }
    guard report.failures.isEmpty else {
      throw Failure(report.failures.map(\.description).joined(separator: "\nplenary: "))
    }
  }

  private func wanted(_ number: String, in session: Session) throws(Failure) -> ContributionID {
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

  /// A contribution, and what it was split off, each once even in the circles of a damaged journal.
  private func originals(of id: ContributionID, in session: Session) -> [ContributionID] {
    var found = [id]
    while let next = session.lineage.originals[found[found.count - 1]], !found.contains(next) {
      found.append(next)
    }
    return found
  }

  private func sayCopies(of gone: [ContributionID], besides path: String) {
    for copy in gone.flatMap({ Copies.places(of: $0, besides: path) }) {
      Output.words(
        "another session still holds the words: plenary redact \(Shell.quoted(copy.dir)) \(copy.name) "
          + "--reason …"
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
