import SessionEngine
import Testing

@testable import Console

/// The room decides: votes opened, entered, revealed.
@Suite("Decide") struct DecideTests {
  @Test("five groups score the highlights, as fast as digits can be typed")
  func scoring() throws {
    // Given five tables and some highlights
    var room = Room(try Workshop.underWay(), 120, 40)
    let items = room.highlights.count
    #expect(items == 4)
    // When the vote is opened with four keys
    room.openVote("1", "1")
    #expect(room.vote?.title == "Highlights: impact and ease")
    #expect(room.shows("0 of 5 in"))
    // And ballots are read out: two digits an item, nothing else
    for ballot in ["54434312", "55423321", "45544211", "53433312", "54524311"] { room.type(ballot) }
    // Then every ballot is in, and no number is on the wall
    #expect(room.vote?.ballots.count == 5)
    #expect(room.shows("5 of 5 in") && room.shows("hidden"))
    #expect(!room.shows("so far") && room.shows("totals hidden"))
    room.press("Tab")
    #expect(room.shows("Hidden.") && !room.shows("quick wins"))
    // Until it is revealed
    room.press("R")
    #expect(room.shows("revealed"))
    room.press("Down", "Up")
    #expect(room.shows("quick wins: 1"))
    let result = try #require(room.result)
    #expect(result.items[0].criteria[0].spread.mean == 4.8)
    #expect(result.quickWins.map(\.item.id) == [room.highlights[0].id.text])
    room.press("m")
    #expect(room.shows("rank") && room.shows("4.8"))
  }

  @Test("a digit that cannot be is refused with the reason, and the place waits")
  func refusals() throws {
    var room = Room(try Workshop.underWay())
    room.openVote("1", "3")
    room.type("40")
    room.type("2")
    #expect(room.shows("that would be 6 dots, and each voter has 5; Backspace, then the right one"))
    // What is typed behind it without a look at the screen stands nowhere, nor is the ballot kept
    room.type("1")
    room.press("Enter")
    #expect(room.shows("that would be 6 dots") && room.vote?.ballots.isEmpty == true)
    room.press("Backspace")
    room.type("10")
    #expect(room.vote?.ballots.values.first?.map(\.points) == [4, 1])
    // The next table is up; going back to the first finds its ballot in the box
    room.press("Up")
    room.type("3")
    #expect(room.shows("has voted already"))
    #expect(room.vote?.ballots.count == 1)
  }

  @Test("Backspace leads back into the ballot before, c types over, u takes out again")
  func corrections() throws {
    var room = Room(try Workshop.underWay())
    room.openVote("1", "1")
    room.type("11111112")
    let first = try #require(room.vote?.ballots.keys.first)
    // Given a ballot whose last digit was wrong, when it is noticed at once
    room.press("Backspace")
    room.type("5")
    #expect(room.vote?.ballots[first]?.last?.points == 5)
    // And when it is noticed later
    room.press("Up", "c")
    room.type("3")
    room.press("Enter")
    #expect(room.vote?.ballots[first]?.map(\.points) == [3, 1, 1, 1, 1, 1, 1, 5])
    room.press("u")
    #expect(room.vote?.ballots[first]?.first?.points == 1)
    room.press("u", "u")
    #expect(room.vote?.ballots.isEmpty == true)
    #expect(room.console.decide.row == .voter(first))
  }

  @Test("what was half entered waits while one looks elsewhere, and while the disk is full")
  func halfEntered() throws {
    var room = Room(try Workshop.underWay())
    room.openVote("1", "1")
    room.type("543")
    room.press("Down")
    room.type("2")
    room.press("M-3", "M-5", "Up")
    room.isDiskFull = true
    room.type("21111")
    #expect(room.vote?.ballots.isEmpty == true && room.shows("the disk is full"))
    room.isDiskFull = false
    room.press("Enter")
    #expect(room.vote?.ballots.values.first?.map(\.points) == [5, 4, 3, 2, 1, 1, 1, 1])
  }

  @Test("hands are counted item by item, and ballots are refused after them")
  func hands() throws {
    var room = Room(try Workshop.underWay())
    room.openVote("1", "3")
    room.press("h")
    for count in ["12", "7", "7", "0"] { room.keep(count) }
    #expect(room.vote?.hands.values.sorted() == [0, 7, 7, 12])
    room.press("Home")
    room.type("3")
    #expect(room.shows("hands were counted"))
    room.press("R", "Tab")
    #expect(room.row("7").contains("=2"))
    room.press("Tab", "h", "u", "u")
    #expect(room.vote?.hands.count == 3)
  }

  @Test("delegates rank the top five by item numbers; ties are shown as ties")
  func ranking() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "8")
    room.type("1234")
    room.type("2143")
    #expect(room.vote?.ballots.count == 2)
    room.type("11")
    #expect(room.shows("item 1 is in place 1 already"))
    // Most have not voted yet, so the result is revealed by the second press only
    room.press("Tab", "R")
    #expect(room.vote?.isRevealed == false && room.shows("ballots are missing"))
    room.press("R", "Down")
    #expect(room.shows("tied in first place: 1, 2"))
    #expect(room.result?.items[0].isTied == true && room.result?.items[0].rank == 1)
  }

  @Test("rewording after a vote changes no result, and is marked")
  func reworded() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    for _ in 1...5 { room.type("54434312") }
    room.press("R", "Tab")
    let before = try #require(room.result?.items[0].criteria[0].spread)
    try room.elsewhere(.reword(room.highlights[0].id, "Quite other words"))
    #expect(room.result?.items[0].criteria[0].spread == before)
    room.press("m")
    #expect(room.shows("reworded since") && room.shows("changed since: 1"))
    let then = room.highlights[0].earlierWords[0]
    room.press("Home")
    let told = room.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("reworded since (voted on as ‘\(then)’)"), "\(told)")
    try room.elsewhere(.withdraw(room.highlights[1].id))
    #expect(room.shows("withdrawn since"))
  }

  @Test("what arrives from elsewhere leaves the half-typed ballot as it is")
  func others() throws {
    var room = Room(try Workshop.underWay())
    room.openVote("1", "1")
    room.type("543")
    let vote = try #require(room.vote)
    let tables = room.session.tables.map(\.id)
    let marks = vote.items.map { Scoring.Mark(item: $0.id, criterion: "ease", points: 2) }
    try room.elsewhere(.castBallot(vote.id, .group(tables[1]), marks))
    room.type("21111")
    #expect(room.vote?.ballots[.group(tables[0])]?.count == 8)
    // The table whose ballot came from elsewhere is passed over
    #expect(room.console.decide.row == .voter(.group(tables[2])))
    // Taken back meanwhile, the vote is left
    try room.elsewhere(.withdrawScoring(vote.id, true))
    #expect(room.console.decide.view == .list)
  }

  @Test("numbers shown on this screen are hidden again with the next vote that is opened")
  func peeking() throws {
    var room = Room(try Workshop.underWay())
    room.openVote("1", "1")
    room.type("54")
    func first(_ room: Room) -> String { room.screen.first { $0.contains("Table 1 ") } ?? "" }
    #expect(first(room).contains("•") && !first(room).contains("5"))
    room.press("v")
    #expect(first(room).contains("5   4"))
    room.press("Esc", "Enter")
    #expect(first(room).contains("•") && !first(room).contains("5"))
  }

  @Test("what too few have answered stays in the background of the matrix, with the reason")
  func tooFew() throws {
    // Given five ballots, of which one says something of the second item
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    for ballot in ["44550022", "44000022", "44000022", "44000022", "44000022"] { room.type(ballot) }
    // When the result is shown
    room.press("R", "Tab", "Down", "Up")
    // Then that item is drawn faintly, wherever it stands, and the screen says why
    #expect(room.shows("dim, under 2 answers: 2"))
    #expect(room.shows("quick wins: "))
    let canvas = room.console.view()
    let cells = (0..<40).flatMap { y in (0..<70).map { x in canvas[x, y] } }
    let blocks = cells.filter { $0.cluster == "█" }
    #expect(blocks.contains { $0.style.role == .dim })
    #expect(blocks.contains { $0.style.role == .good })
  }

  @Test(
    "a column says which criterion it is for, and the dots that are left are told while placing")
  func headings() throws {
    for (width, height) in [(80, 24), (120, 40)] {
      var room = Room(try Workshop.underWay(), width, height)
      room.openVote("1", "1")
      let heads = try #require(room.screen.first { $0.contains("impact, ease") })
      let first = try #require(room.screen.first { $0.contains("Item ") })
      // Over each item's two places stand the beginnings of the two criteria
      let place = try #require(first.firstIndex(of: "1")).utf16Offset(in: first)
      let two = String(heads.dropFirst(place).prefix(7))
      #expect(two.hasPrefix("imp eas") || two.hasPrefix("i e"), "\(two)")
      room.press("Esc")
    }
    var room = Room(try Workshop.underWay())
    room.openVote("1", "3")
    #expect(room.shows("5 dots left · dots for 1"))
    room.type("3")
    #expect(room.shows("2 dots left · dots for 2"))
  }

  @Test(
    "what the room said of an item is read whole, and nothing moves while one goes down the list")
  func wholeAccount() throws {
    for (width, height) in [(80, 24), (120, 40)] {
      var room = Room(try Workshop.underWay(), width, height)
      room.openVote("1", "1")
      for ballot in ["51513331", "15153331", "51513331", "15153331", "33333333"] {
        room.type(ballot)
      }
      room.press("R", "Tab", "m", "Home")
      // Given a room that disagrees on both, the line of the distribution is longer than the screen
      let whole = "ease 3.0 (2 0 1 0 2), spread 0.45, dissent (above 0.30)"
      let joined = room.screen.map { $0.split(separator: " ").joined(separator: " ") }
        .joined(separator: " ")
      #expect(joined.contains(whole), "\(room.text)")
      let rows = room.screen.firstIndex { $0.contains("rank") }
      room.press("End")
      #expect(room.screen.firstIndex { $0.contains("rank") } == rows)
    }
  }
}
