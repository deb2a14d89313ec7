import SessionEngine
import Testing

@testable import Console

/// What goes wrong while ballots are read out, and is heard in time.
@Suite("Mishaps while voting") struct VoteMishapTests {
  @Test("digits typed while a result is in view stand in the next ballot, and lead nowhere else")
  func digitsInAResult() throws {
    // Given a result that was revealed before the last ballot was in
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    for _ in 1...4 { room.type("54434312") }
    room.press("R", "R", "Esc", "Enter")
    #expect(room.console.context == .result)
    // When the last ballot is typed
    room.type("45")
    // Then it is on its way, and nothing else happened
    #expect(room.console.context == .balloting)
    room.type("434312")
    #expect(room.vote?.ballots.count == 5)
    // And once every ballot is in, a digit says so and leaves everything as it is
    room.press("Tab")
    for digit in 0...9 {
      room.press(notation: "\(digit)")
      #expect(room.console.context == .result && room.shows("no ballot is missing"))
    }
  }

  @Test("no digit leaves an open vote, a card, or the forms")
  func digitsStay() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    try room.raise("Banks see")
    for keys in [["M-6", "Enter"], ["M-7", "s"], ["M-7", "f"]] {
      for key in keys { room.press(notation: key) }
      let context = room.console.context
      for digit in 0...9 { room.press(notation: "\(digit)") }
      #expect(room.console.context == context)
      room.press("4")
      #expect(room.shows("4 does nothing here; M-4 shows Themes"))
    }
  }

  @Test("a ballot with empty places is kept by a second Enter only, and shows how full it is")
  func partialBallot() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    room.type("543")
    func table(_ number: Int) -> String {
      room.screen.first { $0.contains("Table \(number) ") } ?? ""
    }
    #expect(table(1).contains("3/8"))
    room.press("Enter")
    #expect(room.vote?.ballots.isEmpty == true)
    #expect(room.shows("5 of 8 places are empty: Enter again keeps the ballot so"))
    // Another key between the two asks anew
    room.press("Right", "Left", "Enter")
    #expect(room.vote?.ballots.isEmpty == true)
    room.press("Enter")
    #expect(room.vote?.ballots.values.first?.count == 3)
    #expect(table(1).contains("3/8") && !table(1).contains("done"))
    // What is left out on purpose is not asked about
    room.type("54--4312")
    #expect(room.vote?.ballots.count == 2)
    #expect(table(2).contains("6/8"))
  }

  @Test("a ballot typed with spaces is the ballot without them")
  func spaces() throws {
    var room = Room(try Workshop.underWay())
    room.openVote("1", "1")
    room.type("54 43  4 3 1 2")
    room.type("54434312")
    let ballots = room.vote.map { Array($0.ballots.values) } ?? []
    #expect(ballots.count == 2 && ballots.first == ballots.last)
    #expect(room.shows("- leave out"))
  }

  @Test("what the screen says of a ballot is what Enter does with it")
  func wordsOfState() throws {
    // Given a top five of four items, two of them ranked
    var room = Room(try Workshop.underWay())
    room.openVote("1", "7")
    room.type("2 1 ")
    #expect(room.shows("place 3: which item?"))
    // When the cursor goes on over the empty places
    room.press("Right", "Right")
    #expect(room.shows("2 of 4 places are empty; Enter twice keeps the ballot so"))
    room.press("3")
    #expect(room.shows("Backspace goes back") && !room.shows("full"))
    room.press("Enter")
    #expect(room.shows("2 of 4 places are empty: Enter again keeps the ballot so"))
    #expect(room.vote?.ballots.isEmpty == true)
    room.press("Enter")
    #expect(room.vote?.ballots.count == 1)
  }

  @Test("dissent is named from the second ballot on")
  func fewBallots() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    room.type("55115115")
    room.press("R", "R", "Tab")
    #expect(room.shows("no dissent before 2 ballots") && !room.shows("dissent: 2"))
    room.press("Tab")
    room.type("55551551")
    room.press("Tab", "Home", "m")
    #expect(room.shows("quick wins: 1") && room.shows("dissent: 2"))
    #expect(room.shows("dissent: spread > 0.30, n > 1") && room.shows("mean spread  n"))
    room.press("Down", "Down", "Down")
    // One word for one number: in the table and in the line below
    let spread = try #require(
      room.result?.items.flatMap(\.criteria).first { $0.spread.isDissent }?.spread)
    let said = Wording.decimal(try #require(spread.normalisedDeviation))
    #expect(room.screen.filter { $0.contains(said) }.count >= 2)
    #expect(room.shows("dissent (above 0.30)"))
  }

  @Test("a ballot that was kept is opened by c only")
  func votedRow() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    room.type("54434312")
    room.press("Up")
    for key in ["Space", "Left", "Right", "5"] {
      room.press(notation: key)
      #expect(room.console.decide.sheets.isEmpty && room.shows("has voted already"))
    }
  }

  @Test("a vote with ballots is withdrawn, and one without all of them closed, by a second press")
  func secondPress() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    room.type("54434312")
    room.press("C")
    #expect(room.vote?.isClosed == false && room.shows("4 of 5 ballots are missing"))
    // Another ballot later the warning is another one
    room.type("54434312")
    room.press("C")
    #expect(room.vote?.isClosed == false && room.shows("3 of 5 ballots are missing"))
    room.press("C")
    #expect(room.vote?.isClosed == true)
    room.press("Esc", "x")
    #expect(room.vote?.isWithdrawn == false && room.shows("x again withdraws it"))
    room.press("Down", "x", "x")
    #expect(room.vote?.isWithdrawn == true)
  }

  @Test("one ballot can be looked at, and no other with it")
  func looking() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    room.type("54434312")
    room.type("23")
    func table(_ number: Int) -> String {
      room.screen.first { $0.contains("Table \(number) ") } ?? ""
    }
    #expect(!table(2).contains("2   3"))
    room.press("s")
    #expect(table(2).contains("2   3") && table(1).contains("done"))
    #expect(room.shows("mind the projector"))
    // On the next row it is over; a ballot that was kept can be read back too
    room.press("Up")
    #expect(table(1).contains("done") && !table(2).contains("2   3"))
    room.press("s")
    #expect(table(1).contains("5   4    4   3"))
    room.press("s")
    #expect(table(1).contains("done"))
  }

  @Test("a room that ranks sees the numbers it ranks by, and that there are more")
  func legend() throws {
    var desk = try Workshop.underWay()
    for point in desk.session.contributions.all.filter(\.isKept).prefix(9) {
      try desk.perform(.highlight(point.id, true))
    }
    var room = Room(desk, 80, 24)
    let items = room.highlights
    #expect(items.count > 8)
    room.press("M-5", "a", "Enter", "8", "Enter")
    for item in items { #expect(room.shows(item.number.spoken + " " + item.words.prefix(20))) }
    room.press("Esc", "a", "Enter", "1", "Enter")
    let unseen = items.count { !room.shows($0.number.spoken + " ") }
    #expect(unseen == 0 || room.shows("+\(unseen)"))
  }

  @Test("two votes of one name cannot stand; a free name is proposed")
  func oneName() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    room.press("Esc", "a", "1", "1", "C-u")
    room.keep("HIGHLIGHTS: impact and ease")
    #expect(room.shows("there is a vote ‘HIGHLIGHTS: impact and ease’ already"))
    #expect(room.session.scorings.count == 1)
    room.press("Esc")
    room.openVote("1", "1")
    #expect(room.vote?.title == "Highlights: impact and ease (2)")
  }
}
