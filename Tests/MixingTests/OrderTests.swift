import GroupMixer
import SessionEngine
import Testing

@testable import Mixing

@Suite("From a session to a problem and back")
struct OrderTests {
  @Test func `columns in which some are alike are balanced, skills and names are not`() throws {
    let people = (1...6).map { number in
      Delegate.Profile(
        name: "P\(number)", organisation: "Org \(number)",
        sector: number < 4 ? "Police" : "police ",
        role: number < 3 ? "lead" : "", skills: ["maps"],
        further: ["Seniority": number < 4 ? "senior" : "junior", "Badge": "\(number)"])
    }
    let crowd = try Crowd(groups: 2, people)
    let order = try MixOrder(crowd.session, wishes: MixWishes())
    #expect(order.traits.map(\.title) == ["Sector", "Role", "Seniority"])
    #expect(order.traits[1].values == ["lead", "not given"])
  }

  @Test func `a column of many numbers is balanced as numbers`() throws {
    let people = (1...8).map {
      Delegate.Profile(name: "P\($0)", further: ["Years": "\($0 * 3)"])
    }
    let crowd = try Crowd(groups: 2, people)
    let (order, mix) = try crowd.mixed(MixWishes(balance: [.init("years")]))
    #expect(order.traits.map(\.values) == [[]])
    let sentence = try #require(MixAccount(order, mix).sentences.first)
    #expect(sentence.hasPrefix("Years: the groups’ means lie between"))
    #expect(sentence.hasSuffix("over all it is 13.5."))
  }

  @Test func `who is marked present is mixed; everybody while nobody is`() throws {
    var crowd = try Crowd.sectors([("police", 4)], groups: 2)
    #expect(try crowd.mixed().0.people.count == 4)
    try crowd.perform(.markPresent(crowd.id("police 2"), true))
    #expect(try MixOrder(crowd.session, wishes: MixWishes()).people.map(\.name) == ["police 2"])
  }

  @Test func `given nobody ticked, when one walks in and one stays away, then the others stay`()
    throws
  {
    // Given a room that sits as it was planned, of which nobody was ticked
    var crowd = try Crowd.sectors([("police", 6), ("academia", 6)], groups: 3)
    let (order, mix) = try crowd.mixed()
    let places = order.places(.fixed, rounds: 1, in: crowd.session)
    try crowd.perform(
      .planSeating(order.seating([mix.assignment], places: places, in: crowd.session)))

    // When one walks in and one is said not to come
    try crowd.perform(.addDelegates([NewDelegate(.init(name: "Wil"), isWalkIn: true)]))
    try crowd.perform(.markPresent(crowd.id("police 3"), false))

    // Then one loses a seat, one gets a seat, and a mix is of twelve
    let proposal = try RepairProposal(crowd.session)
    #expect(proposal.lines.contains("without a seat, since not here: police 3"))
    #expect(proposal.lines.contains { $0.hasPrefix("Wil sits at ") })
    #expect(proposal.moves == 0)
    #expect(try crowd.mixed().0.people.count == 12)

    // And where the walk-in leaves again, eleven are left
    try crowd.perform(.markPresent(crowd.id("Wil"), false))
    #expect(try crowd.mixed().0.people.count == 11)
  }

  @Test func `wishes are kept, and the seats are those of the answer`() throws {
    let crowd = try Crowd.sectors([("police", 6), ("academia", 6)], groups: 3)
    let (one, two) = (try crowd.id("police 1"), try crowd.id("police 2"))
    let (three, four) = (try crowd.id("academia 1"), try crowd.id("academia 2"))
    let wishes = MixWishes(
      together: [[one, two]], apart: [[three, four]], hosts: [.init(three, at: "g3")])
    let (order, mix) = try crowd.mixed(wishes)
    let seats = order.seats(mix.assignment)
    #expect(seats.count == 12)
    #expect(seats[one] == seats[two])
    #expect(seats[three] == "g3" && seats[four] != "g3")
  }

  @Test func `unknown and ambiguous headings are refused with those there are`() throws {
    let headings = ["Sector", "Organisation", "Role", "Rota"]
    #expect(try Columns.heading(named: "SECT", among: headings) == "Sector")
    #expect(try Columns.heading(named: "organization", among: headings) == "Organisation")
    let several = #expect(throws: Refusal.self) {
      try Columns.heading(named: "ro", among: headings)
    }
    #expect(several?.reason == "‘ro’ fits more than one column of the roster: Role; Rota")
    let none = #expect(throws: Refusal.self) { try Columns.heading(named: "Zone", among: headings) }
    #expect(none?.remedy == "choose from Role; Sector; Organisation; Rota")
    // Of a column in which nothing stands nobody says that it is not there
    let empty = #expect(throws: Refusal.self) {
      try Columns.heading(named: "sector", among: ["Role", "Rota"])
    }
    #expect(empty?.reason == "nobody on the list has anything under ‘Sector’")
    // Accents need not be typed
    #expect(try Columns.heading(named: "region", among: headings + ["Région"]) == "Région")
  }

  @Test func `those who sat together before are kept apart`() throws {
    var old = try Crowd(groups: 2, (1...4).map { .init(name: "P\($0)") })
    let ids = Array(old.session.delegates.keys)
    try old.perform(
      .planSeating(
        NewSeating(rounds: [[ids[0]: "g1", ids[1]: "g1", ids[2]: "g2", ids[3]: "g2"]])))
    var met = PastMeetings()
    met.add(old.session)
    let order = try MixOrder(old.session, wishes: MixWishes(), met: met)
    #expect(order.avoid.map { [$0.first, $0.second] } == [[0, 1], [2, 3]])
    let mix = try Mixer.mix(order.problem, seed: 1) { $0.steps > 1_000_000 }
    #expect(mix.avoided == 0)
    #expect(mix.assignment[0] != mix.assignment[1])
  }

  @Test func `what is balanced is read in one way`() throws {
    let headings = ["Sector", "Role", "Term 2", "a=b"]
    func read(_ text: String) throws(BalanceText.Fault) -> [MixWishes.Weight] {
      try BalanceText.read(text, among: headings)
    }
    #expect(try read("sector=3, role") == [.init("Sector", 3), .init("Role")])
    #expect(try read(" sect 2.5 ,") == [.init("Sector", 2.5)])
    // A heading may end in a number, or have the sign in it
    #expect(try read("term 2, a=b") == [.init("Term 2"), .init("a=b")])
    #expect(try read("term 2=4,a=b=2") == [.init("Term 2", 4), .init("a=b", 2)])
    #expect(try read("None") == [.nothing])
    for text in ["role=0", "role=-1", "role=x", "role=", "role 1e308", "role,role=2", "role=inf"] {
      let fault = #expect(throws: BalanceText.Fault.self) { try read(text) }
      guard case .weight? = fault else {
        Issue.record("\(text): \(String(describing: fault))")
        continue
      }
    }
    let fault = #expect(throws: BalanceText.Fault.self) { try read("shoes=2") }
    #expect(fault?.refusal.reason == "there is no column of the roster ‘shoes’")
  }

  @Test func `whoever changed jobs, or is typed otherwise, sat there all the same`() throws {
    // Given an earlier workshop in which all sat together, two of one name among them
    let then: [Delegate.Profile] = [
      .init(name: "Ann  Ash", organisation: "Police"),
      .init(name: "Bo Birch", organisation: "Port"),
      .init(name: "Cy", organisation: "Council"), .init(name: "Cy", organisation: "University"),
    ]
    var old = try Crowd(groups: 2, then)
    try old.perform(
      .planSeating(
        NewSeating(rounds: [
          Dictionary(uniqueKeysWithValues: old.session.delegates.keys.map { ($0, "g1") })
        ])))
    var met = PastMeetings()
    met.add(old.session)
    // When Ann works elsewhere, Bo is typed otherwise, and one of those called Cy comes with a new Cy
    let now: [Delegate.Profile] = [
      .init(name: "ann ash", organisation: "University"), .init(name: "Bo  Birch"),
      .init(name: "Cy", organisation: "council "), .init(name: "Cy", organisation: "Bank"),
      .init(name: "Di"),
    ]
    let crowd = try Crowd(groups: 2, now)
    let order = try MixOrder(crowd.session, wishes: MixWishes(), met: met)
    // Then those three are known, and nobody else
    #expect(
      Set(order.avoid.map { [$0.first, $0.second] }) == [[0, 1], [0, 2], [1, 2]])
    #expect(met.known(on: Array(crowd.session.delegates.values)) == 3)
  }

  @Test func `a carousel sends every group to every priority`() throws {
    let crowd = try Crowd.sectors([("police", 6)], groups: 3)
    let (order, mix) = try crowd.mixed()
    let places = order.places(.carousel, rounds: 3, in: crowd.session)
    let seating = order.seating([mix.assignment], places: places, in: crowd.session)
    let schedule = try #require(seating.schedule)
    for group in crowd.session.tables {
      #expect(Set(schedule.compactMap { $0[group.id] }).count == 3)
    }
    for round in schedule { #expect(Set(round.values).count == 3) }
  }

  @Test(arguments: ["5-7", " 6 ", "0-1"])
  func `sizes are read`(text: String) {
    #expect(MixWishes.Sizes(text) != nil)
  }

  @Test(arguments: ["", "-", "7-5", "a-b", "0", "1-2-3", "-1"])
  func `what is no size is not`(text: String) {
    #expect(MixWishes.Sizes(text) == nil)
  }
}
