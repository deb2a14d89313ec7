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
        "Sector: every group has academia; police is in 1 of 2 groups, 2 was possible."
      ])
    #expect(try #require(account.pictures.first).fieldsOff > 0)
  }

  @Test func `given nothing that tells people apart, then that is said`() throws {
    let crowd = try Crowd(groups: 2, (1...4).map { .init(name: "P\($0)") })
    let (order, mix) = try crowd.mixed()
    #expect(
      MixAccount(order, mix).verdict
        == "There is nothing to balance by: the roster tells nobody apart.")
    #expect(Set(mix.sizes) == [2])
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
    #expect(sentences.contains("Skills: law: 2 groups have nobody, because there are only 1."))
  }

  @Test(arguments: [
    (0, "0"), (3, "3"), (2.5, "2.5"), (2.25, "2.25"), (2.05, "2.05"), (-1.5, "-1.5"),
    (1e18, "1e+18"),
  ])
  func `numbers have as many digits as they need`(value: Double, text: String) {
    #expect(MixAccount.number(value) == text)
  }
}
