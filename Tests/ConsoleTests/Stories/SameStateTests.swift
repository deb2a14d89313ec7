import Foundation
import Intake
import SessionEngine
import Testing

@testable import Console

/// The same day through the keys and through lines of input.
@Suite("The keys and the commands") struct SameStateTests {
  /// Carries lines out in memory as `plenary score` and `plenary opportunity` do on disk.
  private func carryOut(
    _ text: String, _ desk: inout Desk,
    _ reading: (InputLine, Session, LineNames) throws(Refusal) -> LineOrder
  ) throws {
    var names = LineNames()
    for line in try InputLine.read(Array(text.utf8)) {
      let order = try reading(line, desk.session, names)
      guard let command = order.command else { continue }
      names.note(order.name, try desk.perform(command).events)
    }
  }

  @Test("a vote, a show of hands and a trial card come to the same state")
  func sameState() throws {
    let start = try Workshop.underWay()
    // Given a day at the keys
    var room = Room(start, 120, 40)
    room.openVote("1", "1")
    for ballot in ["54434312", "55423021", "45544211", "53433312", "54524311"] { room.type(ballot) }
    room.press("R", "C")
    room.press("M-5", "Esc", "a", "1", "3", "Enter", "h")
    for count in ["12", "7", "7", "0"] { room.keep(count) }
    room.press("M-4", "t", "t", "Home", "*", "*", "O", "M-6", "Enter")
    room.press("Enter")
    room.keep("A desk at the port")
    room.press("Enter", "2", "Enter", "1", "Enter", "Enter", "Esc")
    room.console.trials.field = .owner
    room.press("Enter", "Enter")
    room.console.trials.field = .economics
    room.press("Enter", "1")
    let theme = try #require(room.session.opportunities.kept.first?.card.themes)
    // When the same is said in lines
    var desk = start
    try carryOut(
      """
      {"open": "Highlights: impact and ease", "items": "highlights"}
      {"ballot": 1, "voter": "Table 1", "digits": "54434312"}
      {"ballot": 1, "voter": "Table 2", "digits": "55423021"}
      {"ballot": 1, "voter": "Table 3", "digits": "45544211"}
      {"ballot": 1, "voter": "Table 4", "digits": "53433312"}
      {"ballot": 1, "voter": "Table 5", "digits": "54524311"}
      {"reveal": 1}
      {"close": 1}
      {"open": "Highlights: 5 dots", "method": "dots"}
      {"tally": 2, "hands": [12, 7, 7, 0]}
      """, &desk, ScoreLines.order)
    let titles = theme.compactMap { desk.session.theme($0)?.title }
    let priority = try #require(desk.session.plan.priorities.first).title
    let list = titles.map { "\"\($0)\"" }.joined(separator: ", ")
    try carryOut(
      """
      {"raise": [1, 2], "as": "desk"}
      {"revise": "desk", "title": "A desk at the port"}
      {"stage": "desk", "to": "to be tried"}
      {"revise": "desk", "priority": "\(priority)", "themes": [\(list)]}
      {"revise": "desk", "owner": "Amira Castellane", "emmie": {"economics": "known"}}
      """, &desk, OpportunityLines.order)
    // Then both come to the same votes, results and cards, whatever their identifiers are
    let atTheKeys = Array(room.session.scorings.values)
    let inLines = Array(desk.session.scorings.values)
    #expect(atTheKeys.count == 2 && inLines.count == 2)
    for (a, b) in zip(atTheKeys, inLines) {
      #expect(a.title == b.title && a.method == b.method && a.items == b.items)
      #expect(a.ballots == b.ballots && a.hands == b.hands)
      #expect(a.isRevealed == b.isRevealed && a.isClosed == b.isClosed)
    }
    let card = try #require(room.session.opportunities.kept.first)
    let other = try #require(desk.session.opportunities.kept.first)
    #expect(card.card == other.card && card.contributions == other.contributions)
    #expect(card.history.map(\.standing) == other.history.map(\.standing))
    #expect(card.number == other.number)
  }
}
