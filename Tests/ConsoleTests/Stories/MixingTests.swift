import SessionEngine
import Testing

@testable import Console

/// Groups are mixed, changed by hand, put right on the day, and told on sheets.
@Suite("Mixing by keys")
struct MixingTests {
  private func sizes(_ room: Room) -> [Int] {
    room.session.tables.map { room.session.members(of: $0.id).count }.sorted()
  }

  @Test func aMorning() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    let count = room.session.delegates.count

    // Mixed before anybody is here, and taken
    room.press("M-2", "d")
    while room.console.hasWork { room.send(.work) }
    #expect(room.shows("No better mix exists."))
    #expect(room.shows("ideal"))
    room.press("Enter")
    #expect(room.session.seats.count == count)
    #expect(room.console.mixing == nil)

    // Somebody hosts a group, and two change places
    let host = try #require(room.console.groups.selection)
    let table = try #require(room.session.seats[host])
    room.press("h")
    #expect(room.session.mixWishes.hosts == [.init(host, at: table)])
    room.press("G", "s")
    let mover = try #require(room.console.groups.selection)
    let before = try #require(room.session.seats[mover])
    #expect(room.shows("changes places with whom?"))
    #expect(
      ["pairs alike at one table", "1 more pair alike", "as mixed as now"].contains {
        room.shows($0)
      })
    room.press("Enter")
    #expect(room.session.seats[mover] != before)
    #expect(room.session.seats.count == count)

    // Two do not come, one walks in
    room.press("1")
    for id in Array(room.session.delegates.keys.dropLast(2)) {
      try room.elsewhere(.markPresent(id, true))
    }
    room.press("a")
    room.type("Wil Walker, River Trust, Partner")
    room.press("Enter")
    let walkIn = try #require(room.session.delegates.values.last)

    // The groups are put right with the fewest moves, and the host stays
    let seats = room.session.seats
    room.press("2", "R")
    #expect(room.shows("Put the groups right?"))
    #expect(room.shows("Wil Walker sits at"))
    #expect(room.shows("without a seat, since not here"))
    room.press("y")
    #expect(room.session.seats[walkIn.id] != nil)
    #expect(room.session.seats.count == count - 1)
    #expect(room.session.seats[host] == table)
    let sizes = sizes(room)
    #expect(sizes[sizes.count - 1] - sizes[0] <= 1)
    let moved = seats.count { id, group in
      room.session.seats[id] != nil && room.session.seats[id] != group
    }
    #expect(moved <= 2)
    room.press("R")
    #expect(room.shows("nothing is to be put right"))

    // It is taken back in one go
    room.press("u")
    #expect(room.session.seats == seats)

    // The sheets are a command away
    room.press("M-x")
    room.type("seating sheets")
    room.press("Enter")
    #expect(room.signals.contains("sheets"))
  }

  @Test func wishesAreKeptAndDropped() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "t")
    #expect(room.shows("shares a group with whom?"))
    room.press("Down", "Enter")
    let pair = try #require(room.session.mixWishes.together.first)
    room.press("d")
    while room.console.hasWork { room.send(.work) }
    room.press("Enter")
    #expect(room.session.seats[pair[0]] == room.session.seats[pair[1]])

    // Apart as well is one wish too many, and said in names
    try room.elsewhere(.wish(MixWishes(together: [pair], apart: [pair])))
    room.press("d")
    #expect(room.shows("These cannot all be kept"))
    #expect(room.shows("cannot be mixed"))

    // Nothing is taken, and it is mended there
    let seats = room.session.seats
    room.press("Enter")
    #expect(room.session.seats == seats)
    room.press("w")
    #expect(room.shows("together:") && room.shows("apart:"))
    room.press("2")
    #expect(room.session.mixWishes.apart.isEmpty)
    #expect(room.console.mixing?.refusal == nil)
    #expect(room.shows("ideal"))
  }

  @Test func aNumberChoosesAtOnceAndTheEnterAfterItDoesNothing() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    let id = try #require(
      { () -> DelegateID? in
        room.press("M-2")
        return room.console.groups.selection
      }())
    room.press("m")
    #expect(room.shows("choose at once"))
    room.press("2")
    #expect(room.session.seats[id] == "g2")
    room.press("Enter")
    #expect(room.console.overlays.isEmpty)
    room.press("Enter")
    #expect(!room.console.overlays.isEmpty)
  }

  @Test func aWishAgainstAnotherIsToldAtOnce() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "t", "Down", "Enter")
    let wishes = room.session.mixWishes
    #expect(wishes.together.count == 1)
    #expect(room.shows("together: "))
    room.press("a", "Down", "Enter")
    #expect(room.shows("these cannot all be kept"))
    #expect(room.session.mixWishes == wishes)
  }

  @Test func sizesThatCannotBeAreShownAndMendedInTheView() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "z", "C-u")
    room.type("50-60")
    room.press("Enter")
    #expect(room.shows("cannot be mixed"))
    #expect(room.shows("groups of 50 to 60 for"))
    #expect(!room.shows("No better mix exists"))
    room.press("Enter")
    #expect(room.session.seats.isEmpty)
    #expect(room.console.mixing != nil)

    // Left and opened again it is the same, and z is there to mend it
    room.press("Esc", "d")
    #expect(room.shows("cannot be mixed"))
    room.press("z", "C-u")
    room.press("Enter")
    #expect(room.console.mixing?.refusal == nil)
    while room.console.hasWork { room.send(.work) }
    room.press("Enter")
    #expect(room.session.seats.count == room.session.delegates.count)
  }

  @Test func aSwapInACafeIsInThePlanOfTheRound() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "r", "C-u")
    room.type("cafe 3")
    room.press("Enter", "Enter")
    let plan = room.session.seating
    room.press("s", "Enter")
    #expect(room.shows("in round 1; other rounds stay"))
    #expect(room.session.seating[0] == room.session.seats)
    #expect(room.session.seating[0] != plan[0])
    #expect(Array(room.session.seating.dropFirst()) == Array(plan.dropFirst()))
    let seats = room.session.seats
    try room.elsewhere(.enterRound(1))
    #expect(room.session.seats == seats)
  }

  @Test func oneHostIsNoReasonToRefuseACafe() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d")
    while room.console.hasWork { room.send(.work) }
    room.press("Enter", "h", "d", "r", "C-u")
    room.type("cafe 5")
    room.press("Enter")
    #expect(room.console.mixing?.refusal == nil)
    #expect(room.shows("Round 1 of 5"))
    room.press("r", "C-u")
    room.type("cafe 9 once")
    room.press("Enter")
    #expect(room.shows("cannot be mixed"))
    #expect(room.shows("9 rounds"))
    #expect(!room.shows("--visits"))
  }

  @Test func whatIsBalancedIsTyped() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "b", "C-u")
    room.type("secto 3")
    room.press("Enter")
    #expect(room.session.mixWishes.balance == [.init("Sector", 3)])
    #expect(room.console.mixing?.order.traits.map(\.title) == ["Sector"])
    room.press("b", "C-u")
    room.type("shoe size")
    room.press("Enter")
    #expect(room.shows("no column of the roster"))
    #expect(room.session.mixWishes.balance == [.init("Sector", 3)])
    room.press("Esc", "z")
    room.type("3-6")
    room.press("Enter")
    #expect(room.session.mixWishes.sizes == .init(least: 3, most: 6))
  }

  @Test func aCafeMixesEveryRound() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "r", "C-u")
    room.type("cafe 3")
    room.press("Enter")
    #expect(room.shows("café, 3 rounds"))
    #expect(room.shows("Round 1 of 3"))
    for _ in 0..<50 { room.send(.work) }
    room.press("Tab")
    #expect(room.shows("Round 2 of 3"))
    room.press("Enter")
    #expect(room.session.seating.count == 3)
    #expect(room.session.plan.rotation == .cafe)
    let first = room.session.seats
    try room.elsewhere(.enterRound(1))
    try room.elsewhere(.enterRound(2))
    #expect(room.session.seats == room.session.seating[1])
    #expect(room.session.seats != first)
  }

  @Test func itRestsAfterAWhileInVain() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "r", "C-u")
    room.type("cafe 5")
    room.press("Enter", "Space")
    #expect(!room.console.hasWork)
    #expect(room.shows("resting"))
    room.press("Space")
    #expect(room.console.hasWork || room.shows("done"))
  }
}
