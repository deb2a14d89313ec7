import Intake
import SessionEngine
import Testing

@Suite("A conversation from elsewhere becomes contributions")
struct ConversationImportTests {
  private func read(
    _ text: String, _ options: ImportOptions, _ room: Room? = nil
  ) throws -> ImportReading {
    let room = try room ?? Room.open()
    return try ConversationImport.read(bytes(text), options, for: room.session)
  }

  @Test(
    "given the London conversation, when imported, then its 39 texts are unchanged, oldest first")
  func london() throws {
    var room = try Room.open()
    let file = try fixture("london-youth-policing.csv")
    let options = try #require(try ImportOptions.suggested(for: file))
    #expect(options == ImportOptions(text: "comment-body", time: "timestamp", id: "comment-id"))
    let reading = try ConversationImport.read(file, options, for: room.session)
    #expect(reading.badRows.isEmpty)
    #expect(reading.notes.isEmpty)
    try ConversationImport.carryOut(reading, on: room.session) { try room.perform($0) }
    let all = Array(room.session.contributions.all)
    #expect(all.count == 39)
    #expect(all.first?.words == "Are you between 15 and 19 years old?")
    #expect(all.first?.at.description == "2022-07-26T09:30:22.012Z")
    #expect(all.last?.words.hasPrefix("Why are so many policemen") == true)
    #expect(all.map(\.at) == all.map(\.at).sorted())
    #expect(
      all.allSatisfy { $0.group == Group.wholeRoom.id && $0.priority == Priority.acrossAll.id })
    let raw = String(decoding: file, as: UTF8.self)
    #expect(all.allSatisfy { raw.utf8.count > 0 && raw.contains($0.words) })

    let again = try ConversationImport.read(file, options, for: room.session)
    #expect(again.rows.isEmpty)
    #expect(again.alreadyImported == 39)
    #expect(again.notes.isEmpty)
  }

  @Test("given a text over the limit, when imported, then its row is bad, with the reason")
  func tooLong() throws {
    let most = String(repeating: "é", count: WordsLimit.most)
    let reading = try read("text\n\(most)\n\(most)!\n", ImportOptions(text: "text"))
    #expect(reading.rows.map(\.line) == [2] && reading.badRows.map(\.line) == [3])
    #expect(
      reading.badRows.first?.message == "the text has 20001 characters, and 20000 are the most")
  }

  @Test("given the other times of that file, when imported, then the zone is said to be a guess")
  func zones() throws {
    let file = try fixture("london-youth-policing.csv")
    let options = ImportOptions(text: " Comment-Body", time: "2")
    let reading = try ConversationImport.read(file, options, for: Room.open().session)
    #expect(reading.rows.count == 39)
    #expect(reading.notes == ["the zone WIB is not known: those times are taken as UTC"])
  }

  @Test("given times in every form, when read, then they are the same moment")
  func times() throws {
    let forms = [
      "1658934589", "1658934589.5", "1658934589000", "1658934589000000", "2022-07-27T15:09:49Z",
      "2022-07-27T22:09:49+07:00", "2022-07-27 22:09:49.000+0700", "2022-07-27 15:09:49 UTC",
      "Wed Jul 27 15:09:49 WIB 2022",
      "Wed Jul 27 2022 22:09:49 GMT+0700 (Western Indonesia Time)", "2022-07-27 16:09:49",
      "27/07/2022 16:09:49", "27.07.2022 04:09:49 PM", "2022/07/27 16:09:49",
    ]
    for form in forms {
      let reading = try read(
        "t;x\n\(form);hello\n", ImportOptions(text: "x", time: "t", utcOffsetSeconds: 3600))
      #expect(reading.badRows.isEmpty, "\(form)")
      let at = try #require(reading.rows.first?.contribution.saidAt)
      #expect(at.milliseconds / 1000 == 1_658_934_589, "\(form)")
    }
    for form in [
      "", "soon", "44769.92", "1.65893E+12", "2022-02-30 10:00", "07/27/2022 10:00", "10:00",
      "2022-07-27 25:00", "2022-07-27 10:00 nowhere near", "13:00 PM", "99999999999999999999",
    ] {
      let reading = try read("t;x\n\(form);hello\n", ImportOptions(text: "x", time: "t"))
      #expect(reading.rows.isEmpty, "\(form)")
      #expect(reading.badRows.first?.line == 2, "\(form)")
      #expect(reading.badRows.first?.column == 1)
    }
  }

  @Test("given a time without a zone, when read, then the notes say which was assumed")
  func assumedZone() throws {
    let text = "t,x\n27/07/2022 22:09,hello\n"
    let utc = try read(text, ImportOptions(text: "x", time: "t"))
    #expect(utc.notes == ["times without a zone are taken as UTC"])
    let options = ImportOptions(text: "x", time: "t", utcOffsetSeconds: -12_600)
    #expect(try read(text, options).notes == ["times without a zone are taken as UTC-3:30"])
  }

  @Test(
    "given times of day alone, when read, then they are of the day of the workshop, and that is said"
  )
  func timesOfDay() throws {
    // Given a scribe's table of a day whose date is known
    let text = "t,x\n10:01,first\n9:15 PM,last\n10:01:30,second\n"
    let priorities = [Priority(id: "links", title: "International links")]
    let dated = try Room.open(Plan(title: "Trial", date: "2026-11-24", priorities: priorities))
    let options = ImportOptions(text: "x", time: "t", utcOffsetSeconds: 3600)
    // When it is read
    let reading = try read(text, options, dated)
    // Then the clock is that of the room
    #expect(reading.badRows.isEmpty)
    #expect(
      reading.rows.map { $0.contribution.saidAt?.description } == [
        "2026-11-24T09:01:00.000Z", "2026-11-24T09:01:30.000Z", "2026-11-24T20:15:00.000Z",
      ])
    #expect(
      reading.notes == [
        "times without a day are taken as of 2026-11-24, the day of the workshop"
      ])
    // And while the date is open, no day is made up
    let open = try read(text, options)
    #expect(open.rows.isEmpty && open.badRows.count == 3)
  }

  @Test("given rows with equal times, when imported, then their order in the file stays")
  func stableOrder() throws {
    let reading = try read(
      "t,x\n2000000000,c\n1900000000,a\n2000000000,d\n1900000000,b\n",
      ImportOptions(text: "x", time: "t"))
    #expect(reading.rows.map(\.contribution.words) == ["a", "b", "c", "d"])
  }

  @Test("given hostile words, when imported, then they are byte for byte those of the file")
  func wordsUntouched() throws {
    let words = ["  two spaces ", "=1+1", "e\u{301}", "a\r\nb", "\u{0}\u{202E}", "say \"hi\", no;"]
    let quoted = words.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
    let reading = try read(
      (["x"] + quoted).joined(separator: "\n"), ImportOptions(text: "x"))
    #expect(reading.rows.map { Array($0.contribution.words.utf8) } == words.map { Array($0.utf8) })
  }

  @Test("given rows without words, when imported, then they are left out and said")
  func empty() throws {
    let reading = try read("x,y\n,1\nhello,2\n \u{A0} ,3\n", ImportOptions(text: "x"))
    #expect(reading.emptyLines == [2, 4])
    #expect(reading.badRows.isEmpty)
    #expect(reading.notes.isEmpty)
  }

  @Test("given an unknown column, when imported, then the headings are listed")
  func unknownColumn() {
    let error = #expect(throws: IntakeError.self) {
      try read("Text , When\na,b\n", ImportOptions(text: "body"))
    }
    #expect(
      error?.description == "--text: there is no column ‘body’; choose from 1 Text, 2 When")
    let twice = #expect(throws: IntakeError.self) {
      try read("x,x\na,b\n", ImportOptions(text: "X"))
    }
    #expect(twice?.problems[0].remedy == "give the column’s number: 1 or 2")
    #expect(throws: IntakeError.self) { try read("x\na\n", ImportOptions(text: "3")) }
    #expect(throws: IntakeError.self) {
      try read("x\na\n", ImportOptions(text: "x", group: "=Purple"))
    }
  }
}
