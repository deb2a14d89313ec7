import SessionEngine
import Testing

@testable import Console

/// What the result of a vote says by sector, and why where it says nothing.
@Suite("Sectors in a vote") struct SectorsInVotesTests {
  /// The result of one item by ballots of delegates, of each sector so many with such an impact.
  private func result(_ sectors: [(name: String, impacts: [Int])]) throws -> Room {
    var desk = try Workshop.underWay()
    let item = try #require(desk.session.contributions.all.first { $0.isKept }).id
    try desk.perform(
      .openScoring(NewScoring("Which?", items: .contributions([item]), voters: .delegates)))
    let vote = try #require(desk.session.scorings.keys.last)
    for sector in sectors {
      for (index, impact) in sector.impacts.enumerated() {
        let name = "\(sector.name) voter \(index)"
        try desk.perform(
          .addDelegates([NewDelegate(.init(name: name, sector: sector.name))]))
        let voter = try #require(desk.session.delegates.keys.last)
        let marks = [("impact", impact), ("ease", 3)].map {
          Scoring.Mark(item: item.text, criterion: $0.0, points: $0.1)
        }
        try desk.perform(.castBallot(vote, .delegate(voter), marks))
      }
    }
    try desk.perform(.reveal(vote, true))
    var room = Room(desk, 120, 40)
    room.press("M-5", "Enter", "m")
    return room
  }

  @Test("where sectors differ, what each said is shown")
  func shown() throws {
    let room = try result([("trade", [5, 5, 4]), ("charity", [2, 1, 2])])
    #expect(room.shows("charity 1.7, trade 4.7") || room.shows("trade 4.7, charity 1.7"))
  }

  @Test("where a mean would tell how a person voted, the screen says why it is not shown")
  func withheld() throws {
    let room = try result([("trade", [5, 5]), ("charity", [2, 1])])
    let said = room.screen.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(
      said.contains("sectors differ, means withheld: they could tell how a person voted"),
      "\(room.screen.joined(separator: "\n"))")
    #expect(!room.shows("trade 5.0"))
  }

  @Test("where sectors agree, or nobody's is known, nothing is said that is not so")
  func silent() throws {
    let agreed = try result([("trade", [4, 4, 4]), ("charity", [4, 4, 3])])
    #expect(!agreed.shows("sectors"))
    let unknown = try result([("", [4, 1, 5])])
    #expect(unknown.shows("no sectors: nobody’s is on the list"))
  }

  @Test("where groups vote there are no sectors, which the screen says")
  func groups() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    room.type("54434312")
    room.press("R", "R", "Tab", "Esc", "Enter")
    #expect(
      room.shows("no sectors: groups are mixed"), "\(room.screen.joined(separator: "\n"))")
  }
}
