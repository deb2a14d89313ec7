import SessionEngine
import Testing

@testable import Console

/// A pile of paper forms, typed in at the end of the day.
@Suite("Evaluation") struct EvaluationTests {
  private func room(_ width: Int = 80, _ height: Int = 24) throws -> Room {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-7")
    return room
  }

  private func answers(_ room: Room) -> [[Int?]] {
    let items = room.session.plan.evaluation.items
    return room.session.feedback.forms.map { form in items.map { form.answers[$0.id] } }
  }

  @Test func `a form is one key an item and Enter, and the next blank one follows`() throws {
    // Given the screen, which says why the pile is shuffled
    var room = try room()
    #expect(room.shows("Shuffle the pile"))

    // When eight digits and Enter are pressed
    room.keep("5434-025")

    // Then 0 and - are not applicable, the form is kept and a blank one waits
    #expect(answers(room) == [[5, 4, 3, 4, 0, 0, 2, 5]])
    #expect(room.shows("kept; 1 form entered") && room.shows("Form 2"))
    #expect(room.console.evaluation.entry.answers.isEmpty)
  }

  @Test func `what is written goes with the form, in the plan's order`() throws {
    var room = try room()
    room.type("55555555")
    room.type("Meeting the port")
    room.press("Tab")
    room.type("Less paper; more air")
    room.press("Tab")
    room.keep("ports; parcel drivers ;")
    let form = try #require(room.session.feedback.forms.first)
    #expect(form.takeaway == "Meeting the port")
    #expect(form.comments == "Less paper; more air")
    #expect(form.futurePriorities == ["ports", "parcel drivers"])
  }

  @Test func `backspace goes back over ticks and words alike`() throws {
    var room = try room()
    room.type("55")
    room.press("Backspace")
    room.type("1555555")
    // All ticked, the hand is at the words; an empty line leads back to the last item
    room.type("x")
    room.press("Backspace", "Backspace")
    room.type("2")
    room.press("Enter")
    #expect(answers(room) == [[5, 1, 5, 5, 5, 5, 5, 2]])
  }

  @Test func `an item left open is on no answer, and a form with nothing on it is not kept`() throws
  {
    var room = try room()
    room.press("Enter", "Enter")
    #expect(room.session.feedback.count == 0 && room.shows("nothing stands on the form yet"))
    room.press("Esc", "Space", "4", "Tab", "Enter")
    #expect(answers(room) == [[nil, 4, nil, nil, nil, nil, nil, nil]])
  }

  @Test func `comments typed a form too late take no kept form back`() throws {
    var room = try room()
    for _ in 0..<2 {
      room.type("44444444")
      room.press("Enter")
    }
    // Enter has kept the second form already when its comments are typed, and their letters command
    room.type("useful, unusual and full of surprises")
    #expect(room.session.feedback.count == 2)
  }

  @Test func `a form with items left open says so`() throws {
    var room = try room()
    room.type("444")
    room.press("Tab", "Enter")
    #expect(room.shows("kept; 1 form entered; 5 items left open"))
  }

  @Test func `undo brings the form back to be put right`() throws {
    var room = try room()
    room.type("11111111")
    room.keep("as it was")
    room.press("u")
    #expect(room.session.feedback.count == 1 && room.shows("u again takes the form kept last back"))
    room.press("u")
    #expect(room.session.feedback.count == 0)
    #expect(room.console.evaluation.entry.answers.count == 8)
    room.press("5", "Tab", "Enter")
    #expect(answers(room).map { $0[0] } == [5])
    #expect(room.session.feedback.forms[0].takeaway == "as it was")
  }

  @Test func `a half-entered form waits while one looks elsewhere, whatever arrives`() throws {
    var room = try room()
    room.type("543")
    room.press("s")
    #expect(room.shows("No form was entered yet"))
    try room.elsewhere(.enterFeedback([FeedbackForm(answers: ["relevance-1": 5])]))
    #expect(room.shows("1 of 18 forms"))
    room.press("M-3", "M-7", "Enter")
    room.type("21012")
    room.press("Enter")
    #expect(answers(room).contains([5, 4, 3, 2, 1, 0, 1, 2]))
    #expect(room.session.feedback.count == 2)
  }

  @Test func `what cannot be kept stays on the screen`() throws {
    var room = try room()
    room.isDiskFull = true
    room.type("55555555")
    room.keep("not lost")
    #expect(room.shows("the disk is full") && room.shows("not lost"))
    room.isDiskFull = false
    room.press("Enter")
    #expect(room.session.feedback.count == 1)
  }

  @Test func `what was pasted is text in the words and nothing among the ticks`() throws {
    var room = try room()
    room.paste("55555555")
    #expect(room.console.evaluation.entry.answers.isEmpty)
    room.press("Tab")
    room.paste("one\ntwo")
    #expect(room.shows("one two"))
  }

  @Test func `thirty forms are read as figures, bars, comments by theme and wishes`() throws {
    var room = try room(120, 40)
    for index in 0..<30 {
      room.type(index % 3 == 0 ? "55550-43" : "44554433")
      room.type(index % 10 == 0 ? "The talk of money laundering" : "")
      room.press("Tab")
      room.type(index % 15 == 0 ? "More data, joined up" : "")
      room.press("Tab")
      room.keep(index % 2 == 0 ? "Ports" : "")
    }
    room.press("s")
    #expect(room.session.feedback.count == 30)
    // Thirty forms from eighteen people say that presence was not kept up: no rate, and what to do
    #expect(room.shows("30 forms, 100% positive on relevance") && room.shows("only 18 people"))
    #expect(room.shows("n 20") && room.shows("N/A 10"))
    #expect(room.row("What I had to say").contains("100%"))
    room.press("G")
    #expect(room.shows("by its words: The challenge of data"))
    #expect(room.shows("data, joined"))
    #expect(room.row("1. Ports").hasSuffix("15"))
  }

  @Test func `below ten forms there are counts and no percentages`() throws {
    var room = try room()
    for _ in 0..<9 {
      room.type("55555555")
      room.press("Enter")
    }
    room.press("s")
    #expect(room.shows("9 of 18 forms") && !room.text.contains("100%"))
    #expect(room.shows("9 of 9"))
  }

  @Test func `the form is put into the room's own words`() throws {
    var room = try room()
    let before = room.session.plan.evaluation.items
    // An item is added after the first
    room.press("f", "a")
    room.keep("The tables were mixed well")
    #expect(room.session.plan.evaluation.items[1].statement == "The tables were mixed well")
    #expect(room.session.plan.evaluation.items[1].dimension == "engagement")
    // moved to the top, reworded, and the last one removed
    room.press("K", "r", "C-u")
    room.keep("relevance: The mix of people: right")
    #expect(room.session.plan.evaluation.items[0].statement == "The mix of people: right")
    room.press("G", "x")
    #expect(room.session.plan.evaluation.items.count == before.count)
    room.press("u")
    #expect(room.session.plan.evaluation.items.last == before.last)
    // A statement without what it measures is asked for again
    room.press("a", "C-u")
    room.keep("no colon")
    #expect(room.shows("type what the item measures"))
  }

  @Test func `other words for an answered item are another item, and the answers keep theirs`()
    throws
  {
    var room = try room()
    room.type("55555555")
    room.press("Enter", "f", "r", "C-u")
    room.keep("engagement: Something else")
    let items = room.session.plan.evaluation.items
    #expect(items[0].statement == "Something else" && items[0].id == "engagement-4")
    room.press("s", "G")
    #expect(room.session.feedbackSummary.items.last?.isRetired == true)
    #expect(room.console.summaryLines(to: 80).contains { $0.text.contains("(no longer asked)") })
  }

  @Test func `a plan without a form says so, and gets one`() throws {
    var plan = try Workshop.plan()
    plan.evaluation = EvaluationForm()
    var room = Room(try Workshop.morning(plan))
    room.press("M-7", "5")
    #expect(room.shows("no evaluation form yet"))
    room.press("f", "a")
    room.keep("It was worth it")
    room.press("e", "5", "Enter")
    #expect(room.session.feedback.forms == [FeedbackForm(answers: ["relevance-1": 5])])
  }

  @Test(arguments: ScreenTests.sizes) func screens(_ width: Int, _ height: Int) throws {
    var room = try room(width, height)
    for _ in 0..<12 {
      room.type("54534254")
      room.press("Tab")
      room.keep("More data, joined up \u{1B}[31m and a line that goes on and on beyond the room")
    }
    room.type("543")
    Golden.check("evaluation-form-\(width)x\(height)", room)
    room.press("s")
    Golden.check("evaluation-\(width)x\(height)", room)
    room.press("G")
    #expect(Looks.problems(room.console.view(), of: room.console) == [])
    room.press("g")
    room.press("f", "j")
    Golden.check("evaluation-items-\(width)x\(height)", room)
  }

  @Test(arguments: [(80, 24), (40, 10), (200, 60)])
  func `hostile words are shown and steer nothing`(_ width: Int, _ height: Int) throws {
    var plan = try Workshop.plan()
    plan.evaluation.items[1].statement = "\u{1B}[2J\u{202E}日本語 | a\nb"
    plan.evaluation.questions = ["\u{9B}31m Anything?\t"]
    var room = Room(try Workshop.morning(plan), width, height)
    room.press("M-7", "5", "5", "Tab")
    room.paste("👩🏽‍🔬 \u{202E}evil\u{7} e\u{301}\n\u{1B}]0;x\u{7}")
    for part in ["Enter", "s", "G", "f"] {
      #expect(Looks.problems(room.console.view(), of: room.console) == [])
      room.press(notation: part)
    }
    #expect(room.session.feedback.count == 1)
    #expect(Looks.problems(room.console.view(), of: room.console) == [])
  }

  @Test func `with ASCII alone and without colours it says the same`() throws {
    var room = Room(try Workshop.underWay(), 80, 24, glyphs: .ascii)
    room.press("M-7")
    for _ in 0..<12 {
      room.type("12345012")
      room.press("Enter")
    }
    room.press("s")
    Golden.check("ascii-evaluation-80x24", room)
    #expect(room.row("0 0 0 0 12").contains("#####") && !room.text.contains("█"))
  }

  @Test(
    arguments: [[0, 0, 0, 0, 0], [1, 0, 0, 0, 0], [1, 1, 1, 1, 1], [9, 3, 3, 1, 7]], 5...61)
  func `a bar has as many cells as there are, and none for nobody`(counts: [Int], room: Int) {
    let cells = ConsoleState.cells(counts, among: room)
    #expect(cells.reduce(0, +) == (counts.reduce(0, +) == 0 ? 0 : room))
    for (count, cells) in zip(counts, cells) where count == 0 { #expect(cells == 0) }
  }
}
