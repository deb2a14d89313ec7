import Intake
import SessionEngine
import Testing

@Suite("Imported contributions find their place, once")
struct ImportPlacesTests {
  @Test("given groups and priorities by name and number, when imported, then each finds its place")
  func places() throws {
    let room = try Room.open()
    let file = bytes("x,g,p\na,2,models\nb,table 3,1\nc,Table,WHAT\nd,1,nothing\ne,7,1\nf,0,2\n")
    let reading = try ConversationImport.read(
      file, ImportOptions(text: "x", group: "g", priority: "p"), for: room.session)
    #expect(reading.rows.map(\.contribution.group.text) == ["g2", "g3", "room"])
    #expect(reading.rows.map { $0.contribution.priority?.text } == ["models", "links", "models"])
    #expect(reading.badRows.map(\.line) == [4, 5, 6])
    #expect(
      reading.badRows[1].description.hasPrefix(
        "line 5, character 5: there is no priority ‘nothing’; "
          + "choose from International links; OCG business models; What works"))
    let fixed = try ConversationImport.read(
      file, ImportOptions(text: "x", group: "=Table 2"), for: room.session)
    #expect(fixed.rows.count == 6)
    #expect(fixed.rows.allSatisfy { $0.contribution.group == "g2" })
    #expect(fixed.rows.allSatisfy { $0.contribution.priority == nil })
  }

  @Test("given the same text twice in a file, when imported twice, then it is there exactly twice")
  func repeats() throws {
    var room = try Room.open()
    let file = bytes("x\nyes\nno\nyes\n")
    for _ in 0..<2 {
      let reading = try ConversationImport.read(file, ImportOptions(text: "x"), for: room.session)
      try ConversationImport.carryOut(reading, on: room.session) { try room.perform($0) }
    }
    #expect(room.session.contributions.all.map(\.words) == ["yes", "no", "yes"])
    let longer = try ConversationImport.read(
      bytes("x\nyes\nyes\nyes\n"), ImportOptions(text: "x"), for: room.session)
    #expect(longer.rows.count == 1)
    #expect(longer.alreadyImported == 2)
  }

  @Test("given ids, when another conversation uses the same ones, then nothing of it is lost")
  func ids() throws {
    var room = try Room.open()
    let options = ImportOptions(text: "x", id: "id")
    func take(_ text: String) throws -> ImportReading {
      let reading = try ConversationImport.read(bytes(text), options, for: room.session)
      try ConversationImport.carryOut(reading, on: room.session) { try room.perform($0) }
      return reading
    }
    #expect(try take("id,x\n1,yes\n2,yes\n1,yes\n,lost\n").rows.count == 2)
    #expect(try take("x,id\nyes,2\nnew,3\n").rows.map(\.contribution.words) == ["new"])
    #expect(try take("x,id\nother,1\n").rows.count == 1)
  }

  @Test("given speakers, when imported, then those on the list are found and the others are added")
  func speakers() throws {
    var room = try Room.open()
    try room.perform(
      .addDelegates([
        NewDelegate(Delegate.Profile(name: "Ada Byron")),
        NewDelegate(Delegate.Profile(name: "Bo Lee", organisation: "A")),
        NewDelegate(Delegate.Profile(name: "Bo Lee", organisation: "B")),
      ]))
    let reading = try ConversationImport.read(
      bytes("x,who\na, ada  BYRON\nb,Cy\nc,cy\nd,\ne,bo lee\n"),
      ImportOptions(text: "x", by: "who"), for: room.session)
    #expect(reading.newSpeakers == ["Cy"])
    #expect(reading.badRows.map(\.line) == [6])
    #expect(reading.notes == ["new on the list of delegates: Cy"])
    try ConversationImport.carryOut(reading, on: room.session) { try room.perform($0) }
    let session = room.session
    let names = session.contributions.all.map { $0.speaker.flatMap { session.delegates[$0]?.name } }
    #expect(names == ["Ada Byron", "Cy", "Cy", nil])
    let newcomer = try #require(session.delegates.values.last)
    #expect(!newcomer.isWalkIn && !newcomer.isPresent)
  }

  @Test("given fifty thousand rows, when imported, then every row has a contribution of its own")
  func many() throws {
    let session = try Room.open().session
    let rows = (0..<50_000).map { "\($0 % 3 + 1);\(2_000_000_000 - $0);Said number \($0 % 40_000)" }
    let file = bytes((["g;t;x"] + rows).joined(separator: "\n"))
    let reading = try ConversationImport.read(
      file, ImportOptions(text: "x", group: "g", time: "t"), for: session)
    #expect(reading.rows.count == 50_000)
    #expect(Set(reading.rows.map(\.contribution.source)).count == 50_000)
  }
}
