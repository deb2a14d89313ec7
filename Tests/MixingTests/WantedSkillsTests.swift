import GroupMixer
import SessionEngine
import Testing

@testable import Mixing

@Suite("Skills wanted by a priority")
struct WantedSkillsTests {
  /// Eighteen people at three tables: two know the law, one makes maps, four analyse.
  private func crowd(_ skills: [[String]]) throws -> Crowd {
    let people = (0..<18).map { number in
      let having = number < 2 ? ["Law"] : number == 2 ? ["maps"] : number < 7 ? ["analysis"] : []
      return Delegate.Profile(
        name: "P\(number)", sector: ["police", "academia", "partner"][number % 3], skills: having)
    }
    return try Crowd(groups: 3, people, skills: skills)
  }

  private func holders(_ skill: String, _ order: MixOrder) -> [Int] {
    order.people.indices.filter { order.people[$0].profile.skills.contains(skill) }
  }

  @Test("given a plan that names them, then the groups at those priorities have them")
  func fixedGroups() throws {
    let crowd = try crowd([["law", "maps"], ["analysis"], ["law"]])
    // What the plan says is wished from the beginning
    let wishes = crowd.session.mixWishes
    #expect(wishes.cover == ["Skills=law;maps@p1", "Skills=analysis@p2", "Skills=law@p3"])
    let (order, mix) = try crowd.mixed(wishes)
    func tables(_ skill: String) -> Set<Int> {
      Set(holders(skill, order).map { mix.assignment[$0] })
    }
    #expect(tables("Law") == [0, 2])
    #expect(tables("maps") == [0])
    #expect(tables("analysis").contains(1))
    #expect(mix.isOptimal)
    let told = MixAccount(order, mix).sentences
    #expect(told.contains("Skills: law for Priority 1 and Priority 3: in Table 1 and Table 3."))
    #expect(told.contains("Skills: maps for Priority 1: in Table 1."))
  }

  @Test("given a café, then they are there in every round")
  func cafe() throws {
    let crowd = try crowd([["law"], ["analysis"], []])
    var order = try MixOrder(crowd.session, wishes: crowd.session.mixWishes)
    let places = order.places(.cafe, rounds: 3, in: crowd.session)
    order.visit(places)
    let problem = order.rounds(places: places)
    let schedule = try RoundsMixer.schedule(problem, seed: 1) { $0.steps > 20_000 }
    for (round, tables) in schedule.tables.enumerated() {
      for (skill, place) in [("Law", 0), ("analysis", 1)] {
        let there = holders(skill, order).map { places[round][tables[$0]] }
        #expect(there.contains(place), "\(skill) in round \(round + 1)")
      }
    }
    let told = RoundsSpread(order, schedule).sentences
    #expect(told.contains("Skills: law for Priority 1: in Table 1 in every round."))
  }

  @Test("given a carousel, where every group comes to every priority, then every group has them")
  func carousel() throws {
    let crowd = try crowd([[], ["analysis"], []])
    var order = try MixOrder(crowd.session, wishes: crowd.session.mixWishes)
    order.visit(order.places(.carousel, rounds: 3, in: crowd.session))
    let mix = try Mixer.mix(order.problem, seed: 1) { $0.steps > 1_000 }
    #expect(Set(holders("analysis", order).map { mix.assignment[$0] }) == [0, 1, 2])
  }

  @Test("given too few, then as many of the groups have one as can be, and it is said")
  func tooFew() throws {
    let crowd = try crowd([["maps"], ["maps"], ["juggling"]])
    let (order, mix) = try crowd.mixed(crowd.session.mixWishes)
    let mapmaker = try #require(holders("maps", order).first)
    #expect(mix.assignment[mapmaker] < 2)
    let told = MixAccount(order, mix).sentences
    #expect(
      told.contains(
        "Skills: maps for Priority 1 and Priority 2: 1 group has nobody, because there is only 1."))
    #expect(told.contains("Skills: juggling for Priority 3: nobody who is here has it."))
  }

  @Test("given nobody who names any skill, then what a plan wants stands in nobody's way")
  func nobodyHasAny() throws {
    let crowd = try Crowd(
      groups: 2, (0..<6).map { .init(name: "P\($0)") }, skills: [["law"], [], []])
    let order = try MixOrder(crowd.session, wishes: crowd.session.mixWishes)
    #expect(order.covers.map(\.people) == [[]])
    _ = try Mixer.mix(order.problem, seed: 1) { $0.steps > 1_000 }
  }

  @Test("given a priority typed by number, id or part of its title, then it is kept by its id")
  func typed() throws {
    let crowd = try crowd([[], [], []])
    let headings = Columns.headings(of: crowd.session.delegates.values)
    func read(_ text: String) throws(Refusal) -> String {
      try CoverWish(text, among: headings, in: crowd.session).text
    }
    for text in ["skills=law@2", "skill=LAW @ p2", "Skills=law@ity 2"] {
      #expect(try read(text) == "Skills=Law@p2")
    }
    #expect(try read("sector@3") == "Sector@p3")
    let unknown = #expect(throws: Refusal.self) { try read("skills=law@9") }
    #expect(unknown?.reason == "there is no priority ‘9’")
    let nobody = #expect(throws: Refusal.self) { try read("skills=joke@2") }
    #expect(nobody?.reason == "nobody has ‘joke’ in the column Skills")
    #expect(
      MixWishes.coverWords("Skills=Law@p2", in: crowd.session.plan)
        == "at Priority 2: Law (Skills)")
  }

  @Test("given who must be where, and somebody pinned elsewhere, then the two are named")
  func contradiction() throws {
    let crowd = try crowd([["maps"], [], []])
    var wishes = crowd.session.mixWishes
    wishes.pins = [.init(try crowd.id("P2"), at: crowd.session.tables[2].id)]
    let order = try MixOrder(crowd.session, wishes: wishes)
    let refusal = #expect(throws: MixRefusal.self) { try MixSearch(order.problem, seed: 1) }
    #expect(
      try order.refusal(#require(refusal)).reason
        == "these cannot all be kept: P2 in Table 3; "
        + "Skills: maps for Priority 1 in Table 1 (P2)")
  }
}
