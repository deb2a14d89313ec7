import GroupMixer
import SessionEngine
import Testing

@testable import Mixing

@Suite("What is said is true")
struct WordsTests {
  @Test func `given a mix that may be bettered, then likenesses are counted as what they are`()
    throws
  {
    // Six people, two columns that pull apart: whoever spreads the one spoils the other.
    let people = (0..<12).map {
      Delegate.Profile(
        name: "P\($0)", sector: "s\($0 % 4)", role: "r\($0 * 7 % 5)",
        further: ["Region": "\($0 * 5 % 3)", "Kind": "\($0 * $0 % 7)"])
    }
    let crowd = try Crowd(groups: 5, people)
    for (weight, ending) in [
      (1.0, "(a pair alike in two columns counts twice)"), (2.5, " %."),
    ] {
      let wishes = MixWishes(
        balance: [
          .init("Sector", weight), .init("Role"), .init("Region"), .init("Kind"),
        ], together: [[try crowd.id("P0"), try crowd.id("P4")]])
      let order = try MixOrder(crowd.session, wishes: wishes)
      let search = try MixSearch(order.problem, seed: 1)
      let verdict = MixAccount(order, search.best).verdict
      #expect(verdict.hasPrefix("A better mix may exist") && verdict.contains(ending), "\(verdict)")
      #expect(!verdict.contains(" pairs "))
    }
  }

  @Test func `given people of whom nothing is known, then nobody misses them at a table`() throws {
    let people = (0..<9).map {
      Delegate.Profile(name: "P\($0)", sector: $0 == 0 ? "" : $0 < 5 ? "a" : "b")
    }
    let (order, mix) = try Crowd(groups: 3, people).mixed()
    let account = MixAccount(order, mix)
    #expect(account.sentences == ["Sector: every group has a and b."])
    #expect(account.pictures.first?.values.contains("not given") == true)
  }

  @Test func `given skills and no word of them, then that they are not spread is said`() throws {
    let people = (0..<6).map {
      Delegate.Profile(name: "P\($0)", sector: $0 < 3 ? "a" : "b", skills: ["maps", "law"])
    }
    let crowd = try Crowd(groups: 3, people)
    let told = { (wishes: MixWishes, how: String) in
      let (order, mix) = try crowd.mixed(wishes)
      return MixAccount(order, mix, howToCover: how).sentences.filter { $0.contains("Skills: ") }
    }
    // What is so is said in one way; how to have it otherwise, as the front end has it
    let said = "Skills: several a person, so not spread."
    #expect(try told(MixWishes(), "") == [said])
    #expect(try told(MixWishes(), "c does it.") == [said + " c does it."])
    #expect(try !told(MixWishes(cover: ["Skills"]), "").contains(said))
    #expect(try !told(MixWishes(balance: [.init("Skills")]), "").contains(said))
  }

  @Test func `given two who are to stay together, then they are no pair that meets too often`()
    throws
  {
    let crowd = try Crowd(groups: 3, (0..<9).map { .init(name: "P\($0)") })
    let pair = [try crowd.id("P0"), try crowd.id("P1")]
    let order = try MixOrder(crowd.session, wishes: MixWishes(together: [pair]))
    let places = order.places(.cafe, rounds: 3, in: crowd.session)
    let problem = order.rounds(places: places, visits: .free)
    let schedule = try RoundsMixer.schedule(problem, seed: 1) { $0.steps > 20_000 }
    let sentence = try #require(
      RoundsAccount(order, schedule).sentences.first { $0.contains("who met before") })
    #expect(sentence.contains("those who are to stay together"), "\(sentence)")
    #expect(!sentence.contains("3 times"), "\(sentence)")
  }

  @Test func `given more to keep apart than groups, then the numbers are the reason`() throws {
    let crowd = try Crowd.sectors([("police", 12)], groups: 5)
    let six = Array(crowd.session.delegates.keys.prefix(6))
    let order = try MixOrder(crowd.session, wishes: MixWishes(apart: [six]))
    let refusal = #expect(throws: MixRefusal.self) { try MixSearch(order.problem, seed: 1) }
    #expect(
      try order.refusal(#require(refusal)).reason.hasSuffix(
        "are 6 to be apart, and there are only 5 groups"))
  }

  private func refusal(_ crowd: Crowd, _ wishes: MixWishes) throws -> Refusal {
    let order = try MixOrder(crowd.session, wishes: wishes)
    let refusal = #expect(throws: MixRefusal.self) { try MixSearch(order.problem, seed: 1) }
    return try order.refusal(#require(refusal))
  }

  @Test func `given the same typed pair by pair, then it is told as one`() throws {
    let crowd = try Crowd.sectors([("police", 12)], groups: 3)
    let four = Array(crowd.session.delegates.keys.prefix(4))
    let pairs = four.indices.flatMap { one in four[(one + 1)...].map { [four[one], $0] } }
    let told = try refusal(crowd, MixWishes(apart: pairs))
    #expect(
      told.reason == "police 1, police 2, police 3 and police 4 are 4 to be apart, and there "
        + "are only 3 groups")
  }

  @Test func `given two of one name, then refusals tell them apart and leave no wish out`() throws {
    let crowd = try Crowd(
      groups: 2,
      [
        .init(name: "Ann Lee", organisation: "Met"), .init(name: "Ann Lee", organisation: "LSE"),
        .init(name: "Bo"), .init(name: "Cy"),
      ])
    let both = Array(crowd.session.delegates.keys.prefix(2))
    let group = crowd.session.tables[0].id
    let told = try refusal(
      crowd, MixWishes(apart: [both], pins: both.map { .init($0, at: group) }))
    #expect(
      told.reason == "these cannot all be kept: Ann Lee, Met and Ann Lee, LSE apart; "
        + "Ann Lee, Met in Table 1; Ann Lee, LSE in Table 1")
  }

  @Test func `given sizes that nobody asked for in the way, then those that would do are told`()
    throws
  {
    let crowd = try Crowd.sectors([("police", 12)], groups: 3)
    let five = Array(crowd.session.delegates.keys.prefix(5))
    let told = try refusal(crowd, MixWishes(together: [five]))
    #expect(told.remedy == "leave one of them out, or let groups have 3 to 5 people (3-5)")
    // Where no size nearby would do, none is told
    let ten = Array(crowd.session.delegates.keys.prefix(10))
    #expect(try refusal(crowd, MixWishes(together: [ten])).remedy == "leave one of them out")
  }

  @Test func `given decimal commas, or thousands, then they are numbers`() throws {
    func title(_ cells: [String]) throws -> String? {
      let crowd = try Crowd(
        groups: 2, cells.enumerated().map { .init(name: "P\($0)", further: ["Years": $1]) })
      let (order, mix) = try crowd.mixed(MixWishes(balance: [.init("Years")]))
      return MixAccount(order, mix).sentences.first { $0.hasPrefix("Years: the groups’ means") }
    }
    let commas = ["1,5", "2,5", "3,5", "4,5", "5,5", "6,5", "7,5", "7,5"]
    #expect(try title(commas)?.hasSuffix("over all it is 4.88.") == true)
    let thousands = ["1,500", "900", "2,500", "800", "700", "600", "500", "400"]
    #expect(try title(thousands)?.hasSuffix("over all it is 987.5.") == true)
    // Neither: two commas, or a comma beside a point
    #expect(try title(["1,5,2", "2", "3", "4", "5", "6", "7", "8"]) == nil)
    #expect(try title(["1,5", "2.5", "3", "4", "5", "6", "7", "8"]) == nil)
  }

  @Test func `given rounds of an earlier day, then each time together that was held counts one`()
    throws
  {
    var old = try Crowd(groups: 2, (1...4).map { .init(name: "P\($0)") })
    let ids = Array(old.session.delegates.keys)
    let round: [DelegateID: GroupID] = [
      ids[0]: "g1", ids[1]: "g1", ids[2]: "g2", ids[3]: "g2",
    ]
    let other: [DelegateID: GroupID] = [
      ids[0]: "g1", ids[1]: "g2", ids[2]: "g1", ids[3]: "g2",
    ]
    try old.perform(
      .planSeating(NewSeating(rounds: [round, round, other], rotation: .cafe)))
    func weights() throws -> [[Int]: Double] {
      var met = PastMeetings()
      met.add(old.session)
      let order = try MixOrder(old.session, wishes: MixWishes(), met: met)
      return Dictionary(
        order.avoid.map { ([$0.first, $0.second], $0.weight) }, uniquingKeysWith: { $1 })
    }
    // None began: all that was planned. Two began: those, and not the third
    #expect(try weights() == [[0, 1]: 2, [2, 3]: 2, [0, 2]: 1, [1, 3]: 1])
    try old.perform(.enterRound(1))
    #expect(try weights() == [[0, 1]: 1, [2, 3]: 1])
    try old.perform(.enterRound(2))
    #expect(try weights() == [[0, 1]: 2, [2, 3]: 2])
  }

  @Test func `given more rounds than priorities, then that groups come back is said`() throws {
    let crowd = try Crowd.sectors([("police", 6)], groups: 3)
    let order = try MixOrder(crowd.session, wishes: MixWishes())
    let five = order.places(.carousel, rounds: 5, in: crowd.session)
    #expect(
      order.comingBack(five)
        == "There are 5 rounds and 3 priorities: every group comes back to where it has been, twice."
    )
    #expect(throws: Refusal.self) { try order.checkCarousel(five) }
    let three = order.places(.carousel, rounds: 3, in: crowd.session)
    #expect(order.comingBack(three) == nil)
    try order.checkCarousel(three)
  }

  @Test func `given a host who is not here, then the group needs one`() throws {
    var crowd = try Crowd.sectors([("police", 6)], groups: 2)
    let (host, other) = (try crowd.id("police 1"), try crowd.id("police 2"))
    try crowd.perform(.wish(MixWishes(hosts: [.init(host, at: "g2"), .init(other, at: "g1")])))
    let (order, mix) = try crowd.mixed(crowd.session.mixWishes)
    try crowd.perform(.planSeating(NewSeating(rounds: [order.seats(mix.assignment)])))
    #expect(crowd.session.groupsWithoutHost.isEmpty)
    for number in 2...6 { try crowd.perform(.markPresent(crowd.id("police \(number)"), true)) }
    #expect(crowd.session.groupsWithoutHost.map(\.id) == ["g2"])
    let proposal = try RepairProposal(crowd.session)
    #expect(proposal.lines.contains("Table 2 has no host now: choose one"))
    try crowd.perform(try #require(proposal.command))
    let again = try RepairProposal(crowd.session)
    #expect(again.command == nil && again.hostless.count == 1)
  }
}
