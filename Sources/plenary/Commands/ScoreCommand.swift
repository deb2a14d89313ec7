import ArgumentParser
import Intake
import SessionEngine

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Open votes, enter ballots and read results without the console.",
    discussion: """
      Reads standard input, one thing a line, as JSON:

        {"open": "Highlights", "items": "highlights", "method": "scores", "voters": "groups"}
        {"open": "Which first?", "items": ["#17", 23], "method": "dots", "budget": 5, "most": 3}
        {"open": "Top five", "items": "opportunities", "method": "ranking", "voters": "delegates"}
        {"ballot": "Highlights", "voter": "Table 2", "scores": {"#17": [4, 3], "23": [5, 2]}}
        {"ballot": "Which first?", "voter": "Table 1", "dots": {"17": 3, "23": 2}}
        {"ballot": "Top five", "voter": "Ann Lee", "ranking": ["O2", "O1"]}
        {"ballot": "Highlights", "voter": "Table 3", "digits": "43 52"}
        {"tally": "Which first?", "hands": {"17": 12, "23": 7}}
        {"reveal": "Highlights"}   {"close": "Highlights"}   {"result": "Highlights"}

      Also: correct, withdraw (with a voter the ballot, without the vote), restore, hide, reopen. Items \
      are highlights, themes, opportunities, {"theme": "…"}, or a list of numbers or titles. A ballot names \
      a theme by its title or its place in the vote. Digits go in the \
      order of the items, with spaces between or none, 0 or - for none. A table with these names as headings \
      does as well, and one with a column for each item, a ballot a row:

        ballot,voter,#17,#23
        Highlights,Table 2,4 3,5 2

      A cell has the scores in the order of the criteria (or head the columns #17 impact, #17 ease), the dots, \
      or the place in a ranking; an empty one says nothing. Every line is checked before anything is done.
      """)

  @OptionGroup var session: SessionOption

  @Flag(help: "Print the result of every vote and read nothing.")
  var results = false

  @Flag(help: "With the numbers of votes that were not revealed.")
  var unrevealed = false

  @Option(help: "How results are printed: text or json.")
  var format: AnswerFormat = .text

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    if results { return try printResults(store.session) }
    let lines = try LineRun.input()
    var votes = store.session.scorings
    try LineRun.carryOut(lines, in: store, reading: ScoreLines.order) { order, decision, session in
      defer { votes = session.scorings }
      if let decision {
        let tally = decision.events.lazy.compactMap { $0 as? TallyEntered }.first
        let before = tally.flatMap { votes[$0.scoring] }
        Output.words(recount(tally, of: before, session) ?? decision.account)
      } else if let scoring = order.result.flatMap({ session.scorings[$0] }) {
        try print([VoteAnswer(scoring, in: session, hidden: !unrevealed)])
      }
      Output.flush()
    }
  }

  /// A count in place of another with the numbers that are gone: whoever counts is who reads this.
  private func recount(_ tally: TallyEntered?, of vote: Scoring?, _ session: Session) -> String? {
    guard let tally, let vote else { return nil }
    let counts = tally.replaced(in: vote).map {
      "\($0.hands ?? 0) for \(session.name(of: $0.item, vote.kind))"
    }
    return counts.isEmpty
      ? nil : "counted hands in ‘\(vote.title)’, in place of " + counts.joined(separator: ", ")
  }

  private func printResults(_ session: Session) throws {
    let votes = session.scorings.values.filter { !$0.isWithdrawn }
    let answers = votes.map { VoteAnswer($0, in: session, hidden: !unrevealed) }
    if format == .json {
      Output.line(try JSONAnswer.text(answers, pretty: true))
    } else if answers.isEmpty {
      Output.note("plenary: no vote was opened yet")
    } else {
      try print(answers)
    }
  }

  private func print(_ answers: [VoteAnswer]) throws {
    for answer in answers {
      if format == .json {
        Output.line(try JSONAnswer.text(answer, pretty: false))
      } else {
        for line in answer.lines { Output.words(line) }
      }
    }
  }
}

extension AnswerFormat: ExpressibleByArgument {}
