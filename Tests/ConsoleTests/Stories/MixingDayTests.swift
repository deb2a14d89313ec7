import SessionEngine
import Testing

@testable import Console

/// Groups are mixed, swapped and put right while the day goes on.
@Suite("Mixing during the day")
struct MixingDayTests {
  /// A café of five rounds, taken, with the second round under way.
  private func cafe(_ width: Int = 120, _ height: Int = 40) throws -> Room {
    var room = Room(try Workshop.morning(), width, height)
    room.press("M-2", "d", "r", "C-u")
    room.type("cafe 5")
    room.press("Enter")
    for _ in 0..<40 { room.send(.work) }
    room.press("Enter")
    try room.elsewhere(.enterRound(1))
    try room.elsewhere(.enterRound(2))
    return room
  }

  @Test func roundsThatBeganStayAndTheOthersAreMixed() throws {
    var room = try cafe()
    let before = room.session
    room.press("d")
    #expect(room.shows("café, rounds 3 to 5") && room.shows("Round 3 of 5"))
    #expect(room.shows("Rounds 1 and 2 stay as they were."))
    room.press("n")
    for _ in 0..<40 { room.send(.work) }
    room.press("Enter")
    #expect(room.shows("for rounds 3 to 5"))
    #expect(Array(room.session.seating.prefix(2)) == Array(before.seating.prefix(2)))
    #expect(room.session.seating.dropFirst(2) != before.seating.dropFirst(2))
    #expect(room.session.seats == before.seats && room.session.rounds == before.rounds)

    // Nobody comes to a priority twice, held rounds and others
    for id in room.session.delegates.keys {
      let visits = (1...5).compactMap { round in
        room.session.seating[round - 1][id].flatMap {
          room.session.priority(of: $0, inRound: round)
        }
      }
      #expect(Set(visits).count == 5)
    }
    room.press("u")
    #expect(room.session.seating == before.seating)
  }

  @Test func aRoundThatBeginsMeanwhileIsNotMixed() throws {
    var room = try cafe()
    room.press("d")
    try room.elsewhere(.enterRound(3))
    #expect(room.shows("café, rounds 4 to 5"))
    try room.elsewhere(.enterRound(5))
    #expect(room.shows("all 5 rounds have begun"))
    let seating = room.session.seating
    room.press("Enter")
    #expect(room.session.seating == seating)
  }

  @Test func groupsThatStayTogetherChangeForTheRoundsToCome() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "r", "C-u")
    room.type("carousel 3")
    room.press("Enter", "Enter")
    try room.elsewhere(.enterRound(1))
    let before = room.session
    room.press("d", "n")
    #expect(room.shows("Groups change from round 2 on"))
    #expect(room.shows("contributions stay with the group that made them"))
    room.press("Enter")
    #expect(room.session.seats == before.seats)
    #expect(room.session.seating.count == room.session.rounds.count)
    #expect(room.session.seating.first == before.seats)
    #expect(Set(room.session.seating.dropFirst()).count == 1)
  }

  @Test func takingIsOneActAndSoIsUndoing() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    let before = room.session
    room.press("M-2", "d", "r", "C-u")
    room.type("cafe 3")
    room.press("Enter", "Enter")
    #expect(room.session.plan.rotation == .cafe && room.session.seating.count == 3)
    room.press("u")
    #expect(room.session.plan.rotation == before.plan.rotation)
    #expect(room.session.seats == before.seats && room.session.seating.isEmpty)
    #expect(room.session.rounds == before.rounds)
  }

  @Test func aWishThatIsNotKeptIsSeenAndRepaired() throws {
    // Given people who sit, two of them at different groups
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "Enter")
    let chosen = try #require(room.console.groups.selection)
    let table = try #require(room.session.seats[chosen])
    let other = try #require(
      room.session.delegates.keys.first { room.session.seats[$0] != table })
    let name = try #require(room.session.delegates[other]?.name)
    #expect(!room.shows("not kept"))

    // When they are to be together, then that is not so now, and both are marked
    room.press("t")
    room.type(name)
    room.press("Enter")
    #expect(room.shows("together: ") && room.shows("not kept now: R repairs"))
    #expect(room.row(name).contains("not kept"))
    room.press("R")
    #expect(room.shows(" together"))
    room.press("y")
    #expect(room.session.seats[chosen] == room.session.seats[other])
    #expect(!room.shows("not kept"))
  }

  @Test func aHostWhoDoesNotComeIsMissed() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "Enter", "h")
    let host = try #require(room.console.groups.selection)
    let group = try #require(room.session.seats[host].flatMap { room.session.group($0) })
    #expect(room.shows(" host"))
    for id in room.session.delegates.keys where id != host {
      try room.elsewhere(.markPresent(id, true))
    }
    #expect(room.shows("no host"))
    room.press("R")
    #expect(room.shows("\(group.name) has no host now: choose one"))
    room.press("y", "R")
    #expect(room.shows("\(group.name) has no host now: choose one"))
    let name = try #require(room.session.delegates[host]?.name)
    #expect(!room.row(name).contains(" host"))
  }

  @Test func aSmallScreenHasThePictureAndTheAccountBeforeTheNames() throws {
    var room = Room(try Workshop.morning(), 80, 24)
    room.press("M-2", "d", "r", "C-u")
    room.type("cafe 3")
    room.press("Enter")
    for _ in 0..<40 { room.send(.work) }
    // The picture of the round, and the first sentences, without scrolling
    #expect(room.shows("Round 1 of 3") && room.shows("ideal"))
    #expect(room.shows("Nobody meets anybody twice") || room.shows("Everyone meets"))
    let picture = room.text
    room.press("Tab")
    #expect(room.shows("Round 2 of 3") && room.shows("ideal") && room.text != picture)
    // After the last round comes the first with the next column
    room.press("Tab", "Tab")
    #expect(room.shows("Round 1 of 3") && room.console.mixing?.picture == 1)
    #expect(room.text != picture)
    room.press("S-Tab")
    #expect(room.shows("Round 3 of 3") && room.console.mixing?.picture == 0)
    // Carousel: which group is where in which round
    room.press("r", "C-u")
    room.type("carousel 3")
    room.press("Enter")
    let first = try #require(room.session.plan.priorities.first?.title.prefix(6))
    func isInView(_ room: Room) -> Bool {
      room.shows("round 1") && room.shows("round 3") && room.shows(String(first))
    }
    for _ in 0..<30 where !isInView(room) { room.press("Down") }
    #expect(isInView(room))
    // At the end nothing is below
    for _ in 0..<30 { room.press("Down") }
    #expect(room.shows("this is the end") && !room.shows("↓"))
    room.resize(120, 100)
    #expect(!room.shows("↓"))
  }

  @Test func aSwapTellsOfTheRoundsInFull() throws {
    var room = try cafe(80, 24)
    room.press("M-2", "s")
    #expect(room.shows("changes places with whom?"))
    // The first of the list is told of in full below it, and nothing of that is cut off
    guard case .picker(let picker)? = room.console.overlays.last else {
      Issue.record("no list")
      return
    }
    for (index, item) in picker.items.prefix(6).enumerated() {
      if index > 0 { room.press("Down") }
      let told = Set(room.screen.suffix(7).joined(separator: " ").split(separator: " "))
      let words = item.explanation.split(separator: " ")
      #expect(item.breaks != nil || told.isSuperset(of: words), "\(item.explanation)")
    }
    #expect(picker.items.contains { $0.explanation.contains("twice") })
    #expect(picker.items.contains { $0.explanation.contains("again") })
  }

  @Test func sizesThatCannotBeAreNoGoodNews() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "z", "C-u")
    room.type("50-60")
    room.press("Enter")
    #expect(room.console.notice?.role == .warning)
    #expect(room.shows("This cannot be kept: 5 groups of 50 to 60"))
    #expect(!room.shows("cannot be mixed: this"))
  }

  @Test func groupsThatComeBackAreToldOf() throws {
    var room = Room(try Workshop.morning(), 120, 60)
    room.press("M-2", "d", "r", "C-u")
    room.type("carousel 9")
    room.press("Enter")
    #expect(room.shows("There are 9 rounds and"))
    #expect(room.shows("every group comes back to where it has been"))
    room.press("r", "C-u")
    room.type("carousel 9 once")
    room.press("Enter")
    #expect(room.shows("cannot be mixed") && room.shows("there are 9 rounds and"))
    room.press("r", "C-u")
    room.type("fixed once")
    room.press("Enter")
    #expect(room.shows("groups that keep their priority visit no other"))
  }
  @Test func `a swap that breaks a wish says so, and is done by a second Enter`() throws {
    // Given somebody who sits with a friend, as was wished, and hosts
    var room = Room(try Workshop.morning(), 80, 24)
    room.press("M-2", "t", "Down", "Enter", "d", "Enter", "g", "h", "s")
    let host = try #require(room.console.groups.selection)
    let seats = room.session.seats
    #expect(room.row("▸").contains("breaks a wish"))
    let words = room.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("It would break: ") && words.contains("hosts Table"))
    #expect(words.contains("Enter twice does it all the same."))

    // When Enter is pressed once, nothing moves and the way on is said
    room.press("Enter")
    #expect(room.session.seats == seats && room.shows("Enter again does it all the same"))
    // Looking at another and coming back asks anew
    room.press("Down", "Up", "Enter")
    #expect(room.session.seats == seats)

    // Then the second Enter does it, and what is not kept is marked
    room.press("Enter")
    #expect(room.session.seats[host] != seats[host] && room.console.overlays.isEmpty)
    room.resize(120, 40)
    #expect(room.shows("not kept"))
  }
}
