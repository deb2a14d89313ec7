import SessionEngine
import Testing

@Suite("Things named by a person")
struct NamingTests {
  func workshop() throws -> Workshop {
    var workshop = try Workshop()
    try workshop.perform(.formGroups(count: 12))
    try workshop.perform(.renameGroup("g3", "Window"))
    return workshop
  }

  func refusal(_ body: () throws(Refusal) -> Void) -> Refusal? {
    do {
      try body()
      return nil
    } catch { return error }
  }

  @Test func accentsNeedNotBeTyped() throws {
    var workshop = try Workshop()
    let names = ["Élodie Ørsted", "Elodie Weiß", "Zoë Ångström", "Bo Đurić"]
    try workshop.perform(.addDelegates(names.map { NewDelegate(.init(name: $0)) }))
    let session = workshop.session
    #expect(try session.delegate(named: "zoe angstrom").name == "Zoë Ångström")
    #expect(try session.delegate(named: "orsted").name == "Élodie Ørsted")
    #expect(try session.delegate(named: "weiss").name == "Elodie Weiß")
    #expect(try session.delegate(named: "duric").name == "Bo Đurić")
    // What is as typed comes before what is so but for its marks
    #expect(try session.delegate(named: "élodie").name == "Élodie Ørsted")
    #expect(try session.delegate(named: "elodie").name == "Elodie Weiß")
    // A slip of the finger is answered with those that are nearest
    let slip = try #require(
      refusal { () throws(Refusal) in _ = try session.delegate(named: "zeo") })
    #expect(slip.remedy.hasPrefix("choose from Zoë Ångström; "))
  }

  @Test func groups() throws {
    let session = try workshop().session
    #expect(try session.group(named: "3").name == "Window")
    #expect(try session.group(named: " win ").id == "g3")
    #expect(try session.group(named: "table 1").id == "g1")
    #expect(try session.group(named: "12").id == "g12")
    #expect(try session.group(named: "DOW").id == "g3")
    #expect(try session.group(named: "room") == .wholeRoom)
    #expect(try session.group(named: "0") == .wholeRoom)
    let many = try #require(refusal { () throws(Refusal) in _ = try session.group(named: "table") })
    #expect(many.reason.hasPrefix("‘table’ fits more than one group: Table 1; Table 2; Table 4"))
    #expect(many.reason.hasSuffix("; and 6 more") && many.remedy == "type more of the name")
    let none = try #require(refusal { () throws(Refusal) in _ = try session.group(named: "99") })
    #expect(none.reason == "there is no group ‘99’")
    #expect(none.remedy.hasPrefix("choose from Table 1"))
    let empty = try #require(refusal { () throws(Refusal) in _ = try session.group(named: " ") })
    #expect(empty.reason == "the group is not named" && !empty.remedy.isEmpty)
  }

  @Test func prioritiesThemesAndLenses() throws {
    let session = try workshop().session
    #expect(try session.priority(named: "2").id == "digital")
    #expect(try session.priority(named: "what works").id == "works")
    #expect(try session.priority(named: "PROT").id == "protect")
    #expect(try session.priority(named: "across") == .acrossAll)
    #expect(throws: Refusal.self) { try session.priority(named: "te") }
    #expect(throws: Refusal.self) { try session.priority(named: "6") }
    #expect(try session.theme(named: "1").id == "data")
    #expect(try session.theme(named: "inside").id == "inside")
    #expect(throws: Refusal.self) { try session.theme(named: "n") }
    #expect(try session.lens(named: "whatif").id == "whatif")
    #expect(try session.lens(named: "What If").id == "whatif")
    #expect(try session.lens(named: "3").id == "immediate")
    let none = try #require(refusal { () throws(Refusal) in _ = try session.lens(named: "zz") })
    #expect(none.remedy.contains("current approach"))
  }

  @Test func delegates() throws {
    var workshop = try Workshop()
    let nobody = refusal { () throws(Refusal) in _ = try workshop.session.delegate(named: "x") }
    #expect(nobody?.remedy == "there is none in this session yet")
    let first = try workshop.add("Ann Lee", organisation: "Northfield Police")
    let second = try workshop.add("Ann Lee", organisation: "Easton College")
    let third = try workshop.add("Joanna Bee")
    #expect(try workshop.session.delegate(named: "joan").id == third)
    #expect(try workshop.session.delegate(named: "bee").id == third)
    let both = refusal { () throws(Refusal) in
      _ = try workshop.session.delegate(named: "ann lee")
    }
    #expect(both?.reason.contains("Ann Lee, Northfield Police; Ann Lee, Easton College") == true)
    #expect(try workshop.session.delegate(named: "Ann Lee, North").id == first)
    #expect(try workshop.session.delegate(named: "easton").id == second)
  }
}
