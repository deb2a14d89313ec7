import GroupMixer
import SessionEngine
import Testing

@testable import Mixing

@Suite("What is said of a mix")
struct AccountTests {
  @Test func `given enough of some and too few of others, then that is what is said`() throws {
    let crowd = try Crowd.sectors(
      [("police", 6), ("academia", 3), ("analyst", 2)], groups: 3)
    let (order, mix) = try crowd.mixed()
    let account = MixAccount(order, mix)
    #expect(account.verdict == "No better mix exists.")
    #expect(
      account.sentences == [
        "Sector: every group has police and academia; too few for every group: analyst (2)."
      ])
    let picture = try #require(account.pictures.first)
    #expect(picture.values == ["police", "academia", "analyst"])
    #expect(picture.counts.allSatisfy { $0[0] == 2 && $0[1] == 1 })
    #expect(picture.fieldsOff == 0)
    #expect(picture.ideal[0] == [2...2, 1...1, 0...1])
  }

  @Test func `given a wish that spoils the mix, then what is lacking is said`() throws {
    let crowd = try Crowd.sectors([("police", 2), ("academia", 4)], groups: 2)
    let police = [try crowd.id("police 1"), try crowd.id("police 2")]
    let (order, mix) = try crowd.mixed(MixWishes(together: [police]))
    let account = MixAccount(order, mix)
    #expect(
      account.sentences == [
        "Sector: every group has academia; police is in 1 of 2 groups, "
          + "2 would cost a wish or the mix elsewhere."
      ])
    #expect(try #require(account.pictures.first).fieldsOff > 0)
  }

  @Test func `given nothing to balance by, then why is said as it is`() throws {
    func verdict(
      _ wishes: MixWishes = MixWishes(), _ person: (Int) -> Delegate.Profile
    ) throws -> String {
      let (order, mix) = try Crowd(groups: 2, (1...8).map(person)).mixed(wishes)
      #expect(Set(mix.sizes) == [4])
      return MixAccount(order, mix).verdict
    }
    let lead = "There is nothing to balance by: "
    #expect(try verdict { .init(name: "P\($0)") } == lead + "the list says nothing but names.")
    #expect(
      try verdict { .init(name: "P\($0)", skills: ["law \($0)"]) }
        == lead + "the list says nothing but skills.")
    // A column in which everybody differs tells people apart, and is nothing to spread
    #expect(
      try verdict { .init(name: "P\($0)", sector: "police", further: ["Years": "\($0)"]) }
        == lead + "all are alike in Sector, and no two are alike in Years.")
    #expect(
      try verdict(MixWishes(balance: [.init("sector")])) {
        .init(name: "P\($0)", sector: "police", role: $0 < 5 ? "a" : "b")
      } == lead + "all are alike in Sector.")
    #expect(
      try verdict(MixWishes(balance: [.nothing])) {
        .init(name: "P\($0)", sector: $0 < 5 ? "a" : "b")
      } == "Nothing is balanced, as was asked.")
  }

  @Test func `given skills to cover, then who lacks them and why is said`() throws {
    let people = (1...6).map {
      Delegate.Profile(
        name: "P\($0)", sector: $0.isMultiple(of: 2) ? "a" : "b",
        skills: $0 <= 3 ? ["maps"] : $0 == 6 ? ["law"] : [])
    }
    let crowd = try Crowd(groups: 3, people)
    let (order, mix) = try crowd.mixed(MixWishes(cover: ["Skills"]))
    let sentences = MixAccount(order, mix).sentences
    #expect(sentences.contains("Skills: maps: in every group."))
    #expect(sentences.contains("Skills: law: 2 groups have nobody, because there is only 1."))
  }

  @Test func `given a café, then meetings, returns and shares are told in plain words`() throws {
    // Thirteen people at one table, three times: all meet all, three times each.
    let crowd = try Crowd(
      groups: 1, (1...13).map { .init(name: "P\($0)", sector: $0 < 7 ? "a" : "b") })
    let order = try MixOrder(crowd.session, wishes: MixWishes())
    let places = order.places(.cafe, rounds: 3, in: crowd.session)
    let schedule = try RoundsMixer.schedule(order.rounds(places: places), seed: 1) { $0.steps > 0 }
    #expect(
      RoundsAccount(order, schedule).sentences == [
        "No better schedule exists.",
        "Everyone meets 12 of the 12 others; 12 is the most there can be.",
        "156 of 234 meetings are of two who met before (no schedule has fewer): "
          + "78 pairs meet again, none more than 3 times.",
        "Nobody comes to a priority twice.",
        "Sector: in every round every group has b and a; even shares in every round.",
        "Every round is as mixed as can be.",
      ])
  }

  @Test func `given people to keep apart from, then they are told of beside the columns`() throws {
    var old = try Crowd.sectors([("police", 4), ("academia", 4)], groups: 2)
    let all = Array(old.session.delegates.keys)
    // Two rounds were planned, and the second never began.
    let rounds = [0, 1].map { round in
      Dictionary(
        all.enumerated().map { index, id in
          (id, GroupID((index + round * (index % 2)) % 2 == 0 ? "g1" : "g2"))
        }, uniquingKeysWith: { one, _ in one })
    }
    try old.perform(.planSeating(NewSeating(rounds: rounds)))
    try old.perform(.enterRound(1))
    var met = PastMeetings()
    met.add(old.session)
    // Of two rounds one began.
    #expect(met.rounds == 1)
    let order = try MixOrder(old.session, wishes: MixWishes(), met: met)
    #expect(order.avoid.count == 12 && order.avoid.allSatisfy { $0.weight == 1 })
    let mix = try Mixer.mix(order.problem, seed: 1) { $0.steps > 200_000 }
    let account = MixAccount(order, mix)
    // Two groups of four were two groups of four: each is halved at best.
    #expect(
      account.sentences.last
        == "Of the 12 pairs who sat together before, 4 do so again; no fewer can.")
    #expect(order.hasFewestAgain(mix.assignment))
    #expect(!order.hasFewestAgain(all.map { _ in 0 }))
  }

  @Test(arguments: [
    (0, "0"), (3, "3"), (2.5, "2.5"), (2.25, "2.25"), (2.05, "2.05"), (-1.5, "-1.5"),
    (1e18, "1e+18"),
  ])
  func `numbers have as many digits as they need`(value: Double, text: String) {
    #expect(MixAccount.number(value) == text)
  }

  @Test func `given hosts and a pin, then who stays is named where nobody else comes back`() throws
  {
    let crowd = try Crowd.sectors([("police", 9)], groups: 3)
    let ids = try (1...9).map { try crowd.id("police \($0)") }
    func told(_ wishes: MixWishes) throws -> String? {
      let order = try MixOrder(crowd.session, wishes: wishes)
      let schedule = try RoundsMixer.schedule(
        order.rounds(places: [[0, 1, 2], [0, 1, 2]]), seed: 1
      ) { $0.steps > 5_000 }
      #expect(schedule.measures.visitsRepeated.value == 0)
      return RoundsAccount(order, schedule).sentences.first { $0.contains("comes to a") }
    }
    #expect(try told(MixWishes()) == "Nobody comes to a priority twice.")
    #expect(
      try told(MixWishes(hosts: [.init(ids[0], at: "g1")]))
        == "Nobody comes to a priority twice, apart from police 1, who stays there.")
    // Who is with somebody who stays, stays too
    #expect(
      try told(
        MixWishes(together: [[ids[3], ids[4]]], pins: [.init(ids[3], at: "g2")]))
        == "Nobody comes to a priority twice, apart from police 4 and police 5, who stay there.")
  }
}
