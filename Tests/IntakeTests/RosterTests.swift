import Intake
import SessionEngine
import Testing

@Suite("A roster out of Excel becomes people")
struct RosterTests {
  private func read(_ text: String) throws -> RosterReading { try Roster.read(bytes(text)) }

  @Test("given what Excel writes, when read, then every person is there as typed")
  func excel() throws {
    let reading = try read(
      "\u{FEFF} role ;SKILLS;NAME;Organization; Sector;Group;Seniority\r\n"
        + "Analyst;\"maps; law ;;maps\";\" Zoe\u{308}\r\nMarsh \";\u{A0}North Police ;police;Table 2;mid\r\n"
        + ";;;;;;\r\n\r\nReader;\"a\nb\";Bo Lee;;;;\r\n")
    #expect(reading.badRows.isEmpty)
    #expect(
      reading.entries == [
        RosterEntry(
          line: 2,
          profile: Delegate.Profile(
            name: "Zoe\u{308} Marsh", organisation: "North Police", sector: "police",
            role: "Analyst", skills: ["maps", "law"], further: ["Seniority": "mid"]),
          groupText: "Table 2"),
        RosterEntry(
          line: 6, profile: Delegate.Profile(name: "Bo Lee", role: "Reader", skills: ["a", "b"])),
      ])
    #expect(reading.entries[0].profile.name.unicodeScalars.contains("\u{308}"))
    #expect(reading.notes == ["kept the further column ‘Seniority’"])
  }

  @Test("given bad rows, when read, then each is said with its line and the good ones are there")
  func badRows() throws {
    let reading = try read(
      "Name,Organisation\nAda,X\n  ,Y\nADA , x\nAda,Z\nBo,A,more\nCy,A,,\n")
    #expect(reading.entries.map(\.line) == [2, 5, 7])
    #expect(
      reading.badRows.map(\.description) == [
        "line 3, character 1: Name is empty; write the name, or remove the row",
        "line 4: ADA, x is already on line 2; remove one of the rows, or tell the two people apart",
        "line 6, character 6: there are 3 fields, but 2 headings; "
          + "put a field that has the delimiter in it between quotes",
      ])
    #expect(
      reading.badRows[0].problem.description(in: "roster.csv")
        == "roster.csv, line 3, character 1: Name is empty; write the name, or remove the row")
  }

  @Test("given no column for the name, when read, then the headings found are listed")
  func noName() {
    let error = #expect(throws: IntakeError.self) { try read("First;Last\nAda;Lovelace\n") }
    #expect(
      error?.description
        == "line 1: there is no column headed Name; the headings are ‘First’, ‘Last’; "
        + "head the column of names with Name")
    #expect(throws: IntakeError.self) { try read("Name,name\na,b\n") }
    #expect(throws: IntakeError.self) { try read("Name\n\n") }
    #expect(throws: IntakeError.self) { try read("Name\n\"Ada\n") }
  }

  @Test("given the rosters of the test data, when read, then all are there and nothing is bad")
  func realRosters() throws {
    for (file, count) in [("60-into-5.csv", 60), ("200-into-20.csv", 200)] {
      let reading = try Roster.read(fixture(file))
      #expect(reading.entries.count == count)
      #expect(reading.badRows.isEmpty)
      #expect(reading.entries[0].profile.name == "P000")
      #expect(reading.notes == ["kept the further column ‘Seniority’"])
    }
  }

  @Test("given groups by number and by name, when tables are formed, then each has its people")
  func groups() throws {
    let reading = try read(
      "Name;Group\nAda;Red\nBo;2\nCy;table 3\nDi;\nEd;red\nFy;Blue\n")
    let wish = try reading.groups(atLeast: 1)
    #expect(wish == RosterGroups(count: 4, names: [1: "Red", 4: "Blue"]))
    var room = try Room.open(tables: wish.count)
    for (number, name) in wish.names {
      try room.perform(.renameGroup(GroupID("g\(number)"), name))
    }
    let people = reading.delegates(in: room.session)
    #expect(people.badRows.isEmpty)
    try room.perform(.addDelegates(people.new))
    let session = room.session
    #expect(session.tables.map(\.name) == ["Red", "Table 2", "Table 3", "Blue"])
    #expect(
      session.delegates.keys.map { session.seats[$0]?.text } == ["g1", "g2", "g3", nil, "g1", "g4"])
    let again = reading.delegates(in: room.session)
    #expect(again.new.isEmpty)
    #expect(again.notes == ["6 people are on the list already, and left out"])
  }

  @Test(
    "given a group that is not there, when people are made, then the row is bad with the choices")
  func unknownGroups() throws {
    let reading = try read("Name,Group\nAda,9\nBo,Table\nCy,Purple\nDi,0\nEd,1\n")
    let people = reading.delegates(in: try Room.open().session)
    #expect(people.new.map(\.profile.name) == ["Ed"])
    #expect(people.badRows.map(\.line) == [2, 3, 4, 5])
    #expect(
      people.badRows[0].description
        == "line 2: there is no group ‘9’; choose from Table 1; Table 2; Table 3; Whole room")
    #expect(people.badRows[1].message.contains("Table 1; Table 2; Table 3"))
    let error = #expect(throws: IntakeError.self) {
      try read("Name,Group\nAda,1\nBo,100\n").groups(atLeast: 1)
    }
    #expect(error?.problems[0].place == "line 3")
  }
}
