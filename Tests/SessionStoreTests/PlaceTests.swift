import SessionEngine
import Testing

@testable import SessionStore

@Suite struct PlaceTests {
  let scratch: Scratch
  let clock = TestClock()

  init() throws { scratch = try Scratch() }

  @Test func `a copy of the folder goes on in a journal and a series of its own`() throws {
    let home = scratch.path("home.plenary")
    let stick = scratch.path("stick.plenary")
    let first = try newSession(home, scratch.environment(clock: clock))
    try first.capture("one")
    first.close()
    try copyFolder(home, stick)
    // Both go on, neither knowing of the other.
    let here = try openSession(home, scratch.environment(clock: clock))
    let there = try openSession(stick, scratch.environment(clock: clock, machine: "machine two"))
    for index in 0..<3 {
      clock.advance(1000)
      try here.capture("here \(index)")
      try there.capture("there \(index)")
    }
    #expect(here.numbers == ["#1", "#2", "#3", "#4"])
    let letter = try #require(there.numbers.last?.dropFirst().first)
    #expect(letter.isLetter && letter != "l" && letter != "o")
    #expect(there.numbers == ["#1", "#\(letter)1", "#\(letter)2", "#\(letter)3"])
    // The stick comes home.
    try synchronise(stick, home)
    try synchronise(home, stick)
    #expect(try here.follow())
    #expect(try there.follow())
    #expect(Set(here.numbers).count == 7)
    #expect(try fingerprint(here.session) == fingerprint(there.session))
    for path in [home, stick] {
      let fresh = try openSession(path, scratch.environment(clock: clock))
      #expect(try fingerprint(fresh.session) == fingerprint(here.session))
      #expect(try SessionStore.verify(at: path).isSound)
    }
    // Two journals: the home's was taken up, not forked.
    #expect(try journals(home).count == 2)
  }

  @Test func `a copy on the same machine is another place too`() throws {
    let home = scratch.path("home.plenary")
    let first = try newSession(home, scratch.environment(clock: clock))
    first.close()
    try copyFolder(home, scratch.path("copy.plenary"))
    let copy = try openSession(scratch.path("copy.plenary"), scratch.environment(clock: clock))
    #expect(copy.device != first.device)
    try copy.capture("one")
    #expect(copy.numbers != ["#1"])
  }

  @Test func `a folder that was renamed is the same place`() throws {
    let first = try newSession(scratch.path("a.plenary"), scratch.environment(clock: clock))
    try first.capture("one")
    first.writer = nil
    try RealFileSystem().rename(
      scratch.path("a.plenary"), to: scratch.path("b.plenary"), .exclusive)
    let again = try openSession(scratch.path("b.plenary"), scratch.environment(clock: clock))
    try again.capture("two")
    #expect(again.device == first.device)
    #expect(again.numbers == ["#1", "#2"])
  }

  @Test func `of two places with one letter the later goes on in a longer series`() throws {
    let home = scratch.path("home.plenary")
    try newSession(home, scratch.environment(clock: clock)).close()
    // Machines are tried until two choose the same letter, as sooner or later two will.
    var letters: [String: String] = [:]
    var pair: (String, String)?
    for index in 0... {
      let path = scratch.path("\(index).plenary")
      try copyFolder(home, path)
      let store = try openSession(path, scratch.environment(clock: clock, machine: "m\(index)"))
      try store.capture("from \(index)")
      store.writer = nil
      let series = try #require(store.session.contributions.all.first).number.series
      if let other = letters[series] {
        pair = (other, path)
        break
      }
      letters[series] = path
      clock.advance(1000)
    }
    let (early, late) = try #require(pair)
    try synchronise(early, late)
    try synchronise(late, early)
    let machine = "m" + Paths.name(of: late).split(separator: ".")[0]
    let store = try openSession(late, scratch.environment(clock: clock, machine: machine))
    // The clash is resolved the same way everywhere.
    #expect(Set(store.numbers).count == 2)
    let other = try openSession(early, scratch.environment(clock: clock))
    #expect(try fingerprint(other.session) == fingerprint(store.session))
    let next = try store.capture("next")
    #expect(next.number.series.count == 2)
    // 2 where the clash was resolved into the very series that the place now goes on in.
    #expect([1, 2].contains(next.number.value))
    #expect(Set(store.numbers).count == store.numbers.count)
  }

  @Test func `numbers go on after the counter is lost, as a power loss may lose it`() throws {
    let path = scratch.path("home.plenary")
    let first = try newSession(path, scratch.environment(clock: clock))
    try first.capture("one")
    try first.capture("two")
    first.writer = nil
    for file in try allFiles(path + "/numbers") { try write([], to: file) }
    let again = try openSession(path, scratch.environment(clock: clock))
    #expect(try again.capture("three").number.spoken == "#3")
  }
}
