import GroupMixer
import SessionEngine
import Testing

@testable import Mixing

@Suite("Wishes of people who are not here")
struct AwaitedTests {
  /// Six people, of whom the first is marked present.
  private func arriving() throws -> Crowd {
    var crowd = try Crowd.sectors([("police", 6)], groups: 3)
    try crowd.perform(.markPresent(crowd.id("police 1"), true))
    return crowd
  }

  @Test func `a contradiction is found whoever is here`() throws {
    let crowd = try arriving()
    let ids = try (1...4).map { try crowd.id("police \($0)") }
    func told(_ wishes: MixWishes) -> String? {
      MixOrder.contradiction(in: wishes, crowd.session)?.reason
    }
    // Together and apart, also by way of a third
    #expect(
      told(MixWishes(together: [[ids[0], ids[1]]], apart: [[ids[1], ids[0]]]))
        == "these cannot all be kept: police 1 and police 2 together; police 2 and police 1 apart")
    #expect(
      told(
        MixWishes(
          together: [[ids[0], ids[1]], [ids[1], ids[2]]], apart: [[ids[0], ids[2], ids[3]]]))
        != nil)
    // Together with a group each; apart with one group
    #expect(
      told(
        MixWishes(
          together: [[ids[1], ids[2]]], pins: [.init(ids[1], at: "g1")],
          hosts: [.init(ids[2], at: "g2")])) != nil)
    #expect(
      told(
        MixWishes(
          apart: [[ids[1], ids[2]]],
          pins: [.init(ids[1], at: "g1"), .init(ids[2], at: "g1")])) != nil)
    // More people apart than there are groups is no contradiction while they are not all here
    #expect(told(MixWishes(together: [[ids[0], ids[1]]], apart: [Array(ids[1...])])) == nil)
    #expect(told(MixWishes()) == nil)
  }

  @Test func `a wish that waits is told as waiting, not as kept`() throws {
    var crowd = try arriving()
    let ids = try (1...4).map { try crowd.id("police \($0)") }
    try crowd.perform(.markPresent(ids[2], true))
    let wishes = MixWishes(
      together: [[ids[0], ids[1]], [ids[0], ids[2], ids[3]]], apart: [[ids[1], ids[3]]],
      pins: [.init(ids[3], at: "g2")], sizes: .init(least: 0, most: 3))
    let waits =
      "3 wishes wait for people who are not here: police 1 and police 2 together; "
      + "police 2 and police 4 apart; police 4 in Table 2."
    let (order, mix) = try crowd.mixed(wishes)
    #expect(MixAccount(order, mix).sentences.contains(waits))
    // Those two of three who are here are kept together, and that is the one wish that is
    let schedule = try RoundsMixer.schedule(
      order.rounds(places: [[0, 1, 2], [1, 2, 0]]), seed: 1
    ) { $0.steps > 2_000 }
    let sentences = RoundsAccount(order, schedule).sentences
    #expect(sentences.contains(waits) && sentences.contains("The wish is kept in every round."))
  }

  @Test func `a host who is gone is missed by the mix as by the repair`() throws {
    var crowd = try Crowd.sectors([("police", 6)], groups: 3)
    let host = try crowd.id("police 1")
    let wishes = MixWishes(hosts: [.init(host, at: "g1")])
    try crowd.perform(.markPresent(host, false))
    let (order, mix) = try crowd.mixed(wishes)
    #expect(MixAccount(order, mix).sentences.first == "Table 1 has no host now: choose one.")
    let schedule = try RoundsMixer.schedule(
      order.rounds(places: [[0, 1, 2], [1, 2, 0]]), seed: 1
    ) { $0.steps > 2_000 }
    let sentences = RoundsAccount(order, schedule).sentences
    #expect(sentences.contains("Table 1 has no host now: choose one."))
    #expect(!sentences.contains { $0.contains("kept in every round") })
  }
}
