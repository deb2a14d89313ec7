import GroupMixer
import SessionEngine
import Testing

@testable import Mixing

@Suite("What every group is to have")
struct CoverTests {
  /// Nine people at three tables: three know the law, two maps, all of them speak.
  private func crowd() throws -> Crowd {
    let people = (0..<9).map { number in
      Delegate.Profile(
        name: "P\(number)", sector: number < 4 ? "police" : "academia",
        skills: ["Speaking"] + (number < 3 ? ["law"] : number < 5 ? ["crime  maps"] : []),
        further: ["a=b": number < 3 ? "x" : "y"])
    }
    return try Crowd(groups: 3, people)
  }

  private func read(_ text: String, _ crowd: Crowd) throws -> CoverWish {
    let people = crowd.session.delegates.values
    return try CoverWish(text, among: Columns.headings(of: people), in: crowd.session)
  }

  @Test func `chosen values of a column are had, and only those are asked for`() throws {
    let crowd = try crowd()
    let wish = try read(" skill = LAW; Crime Maps;law ", crowd)
    #expect(wish.text == "Skills=law;crime  maps")
    let (order, mix) = try crowd.mixed(MixWishes(cover: [wish.text]))
    #expect(order.covers.map(\.title) == ["Skills: law", "Skills: crime  maps"])
    let told = MixAccount(order, mix).sentences
    #expect(told.contains("Skills: law: in every group."))
    #expect(
      told.contains("Skills: crime  maps: 1 group has nobody, because there are only 2."))
    let lawyers = try (0..<3).map { try crowd.id("P\($0)") }
    #expect(Set(lawyers.compactMap { order.seats(mix.assignment)[$0] }).count == 3)
    // Asked for twice is asked for once
    let twice = try MixOrder(crowd.session, wishes: MixWishes(cover: [wish.text, "Skills"]))
    #expect(twice.covers.count == 3)
  }

  @Test func `what nobody has is refused by name, with what there is`() throws {
    let crowd = try crowd()
    let refusal = #expect(throws: Refusal.self) { try read("Skills=law;juggling", crowd) }
    #expect(refusal?.reason == "nobody has ‘juggling’ in the column Skills")
    #expect(refusal?.remedy == "choose from Speaking, law and crime  maps")
    #expect(throws: Refusal.self) { try read("Skills=", crowd) }
    #expect(throws: Refusal.self) { try read("Shoes=law", crowd) }
    // A heading may have the sign in it
    #expect(try read("a=b", crowd) == read("A=B", crowd))
    #expect(try read("a=b", crowd).values == nil)
  }

  @Test func `what only somebody who is not here has is asked for, and told of`() throws {
    var crowd = try crowd()
    for number in 5..<9 { try crowd.perform(.markPresent(crowd.id("P\(number)"), true)) }
    let (order, mix) = try crowd.mixed(MixWishes(cover: ["Skills=law"]))
    #expect(
      MixAccount(order, mix).sentences.contains("Skills: law: nobody who is here has it."))
  }
}
