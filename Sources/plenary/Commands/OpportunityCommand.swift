import ArgumentParser
import Intake
import SessionEngine

struct OpportunityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opportunity",
    abstract: "Raise opportunities and fill in their cards without the console.",
    discussion: """
      Reads standard input, one thing a line, as JSON:

        {"raise": [17, "#23"], "as": "visits", "title": "Joint visits", "priority": "What works"}
        {"revise": "visits", "owner": "Ann Lee", "date": "2026-11-24", "measure": "complaints"}
        {"revise": "O2", "emmie": {"effect": "partly", "economics": "gap"}, "marylandAfter": 3}
        {"link": "O2", "contribution": 31}   {"unlink": "O2", "contribution": 31}
        {"stage": "O2", "to": "tried", "outcome": "promising"}
        {"stage": "O3", "to": "dropped", "reason": "no mandate"}   {"withdraw": "O4"}

      A card has title, priority, themes, currentApproach, improvement, immediate, mindset, belief, \
      action, measure, success, place, duration, cost, risk, owner, helpers, skillsWanted, date, \
      fourPs, emmie, marylandNow and marylandAfter; an empty text empties. ‘as’ is a name for the lines \
      that follow. What a ‘raise’ leaves out of priority, themes and immediate begins as the \
      contributions have it, as on the console. A table with these names as headings does as well, \
      lists separated by semicolons. \
      Every line is checked before anything is done; the numbers of what was raised are printed.
      """)

  @OptionGroup var session: SessionOption

  @Flag(help: "Print every opportunity and read nothing.")
  var list = false

  @Option(help: "How the list is printed: text or json.")
  var format: AnswerFormat = .text

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    if list { return try printList(store.session) }
    let lines = try LineRun.input()
    try LineRun.carryOut(lines, in: store, reading: OpportunityLines.order) {
      _, decision, session in
      let raised = decision?.events.lazy.compactMap { $0 as? OpportunityRaised }.first
      if let raised {
        Output.line(session.spoken(raised.opportunity))
      } else if let decision {
        Output.words(decision.account)
      }
      // Whoever feeds the lines may wait for the number.
      Output.flush()
    }
  }

  private func printList(_ session: Session) throws {
    let today = LocalTime.today
    let answers = session.opportunities.kept.map { OpportunityAnswer($0, in: session, on: today) }
    if format == .json {
      Output.line(try JSONAnswer.text(answers, pretty: true))
    } else if answers.isEmpty {
      Output.note("plenary: no opportunity was raised yet")
    }
    guard format == .text else { return }
    for answer in answers { Output.words(answer.line) }
  }
}
