import SessionEngine
import Testing

@testable import Console

/// What goes wrong on a card, and is heard in time.
@Suite("Mishaps on a card") struct CardMishapTests {
  @Test("a card names the parts that it was raised from, and the way leads to them")
  func parts() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    let whole = try #require(room.contribution("Victims are asked"))
    try room.elsewhere(.split(whole.id, into: ["Ask later", "Are they safe?", "Left out"]))
    let parts = room.session.parts(of: whole.id)
    try room.elsewhere(.raise([parts[0].id, parts[1].id], CardPatch()))
    room.press("M-6", "Enter")
    #expect(room.tail.contains("‘Ask later’") && room.tail.contains("‘Are they safe?’"))
    #expect(room.tail.contains("\(parts[0].number.spoken) is part of \(whole.number.spoken)"))
    #expect(!room.tail.contains("‘Left out’"))
    // The whole is told once, word for word
    #expect(room.tail.components(of: whole.capturedWords) == 1)
    room.press("o", "Down", "Enter")
    #expect(room.console.context == .browsing && room.console.capture.selection == parts[1].id)
    room.press("M-6")
    #expect(room.console.context == .card)
  }

  @Test("a number ticks, Enter after it is done, and what was ticked is said")
  func ticking() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    try room.raise("Banks see")
    room.press("M-6", "Enter")
    room.console.trials.field = .themes
    let before = room.session.opportunities.kept.first?.card.themes ?? []
    let third = room.session.themes[2]
    #expect(!before.contains(third.id))
    room.press("Enter", "3")
    #expect(room.shows("ticked ‘\(third.title)’"))
    room.press("Enter")
    #expect(room.session.opportunities.kept.first?.card.themes.contains(third.id) == true)
    #expect(room.console.overlays.isEmpty)
    // Of many, the number ticks as soon as it cannot go on
    room.console.trials.field = .helpers
    room.press("Enter")
    let most = room.session.delegates.count
    #expect(most > 9)
    room.type("\(most)")
    #expect(room.session.opportunities.kept.first?.card.helpers.count == 1)
    // Immediate is chosen like the others: words typed there run no commands
    room.press("Esc")
    room.console.trials.field = .immediate
    room.press("Enter")
    room.type("yes")
    room.press("Enter")
    #expect(room.session.opportunities.kept.first?.card.isImmediate == true)
    #expect(room.console.trials.field == .mindset)
  }

  @Test("who can do what is wanted is found by typing the skill; the owner is not asked to help")
  func helpers() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    try room.raise("Banks see")
    room.press("M-6", "Enter")
    let order = CardField.allCases.filter { [.skillsWanted, .helpers].contains($0) }
    #expect(order == [.skillsWanted, .helpers])
    let skilled = try #require(
      room.session.delegates.values.first { $0.profile.skills.contains("accountancy") })
    room.console.trials.field = .helpers
    room.press("Enter")
    room.type("accountan")
    #expect(room.shows(skilled.name))
    room.press("Esc")
    room.console.trials.field = .owner
    room.press("Enter")
    room.type(skilled.name)
    room.press("Enter")
    #expect(room.session.opportunities.kept.first?.card.owner == skilled.id)
    room.console.trials.field = .helpers
    room.press("Enter")
    room.type("accountan")
    #expect(!room.shows(skilled.name + "  "))
  }
}

extension String {
  /// How many times a text stands in this one.
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: text) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}

/// What is likely a slip is kept and said.
@Suite("Slips on a card and on a form") struct SlipTests {
  private func card() throws -> Room {
    var room = Room(try Workshop.underWay(), 120, 40)
    try room.raise("Banks see")
    room.press("M-6", "Enter")
    return room
  }

  @Test(
    "a date is read as people write it, shown as the calendar has it, and warned of when it is over"
  )
  func dates() throws {
    var room = try card()
    for (typed, kept, isOver) in [
      ("1 Mar 2027", "2027-03-01", false), ("24/11/26", "2026-11-24", false),
      ("23.11.2026", "2026-11-23", true),
    ] {
      room.console.trials.field = .date
      room.press("Enter", "C-u")
      room.keep(typed)
      #expect(room.session.opportunities.kept.first?.card.date == kept)
      #expect(room.shows("is over: today is 2026-11-24") == isOver, "\(typed)")
    }
  }

  @Test("a trial whose date is past is not ready: card, board and list say so")
  func past() throws {
    var room = try card()
    let opportunity = try #require(room.session.opportunities.kept.first)
    var patch = CardPatch()
    patch.owner = room.session.delegates.keys.first
    patch.measure = "accounts closed"
    for (date, isOver) in [("2026-11-23", true), ("2026-11-24", false)] {
      patch.date = date
      try room.elsewhere(.reviseCard(opportunity.id, patch))
      #expect(room.shows("the date is past") == isOver && room.shows("ready to try") != isOver)
      room.press("Esc")
      #expect(room.shows("the date is past") == isOver)
      #expect(room.shows("\(isOver ? 0 : 1) of 1 ready to try"))
      room.press("Enter")
    }
    // Once it is under way, the date is when it began
    patch.date = "2026-11-23"
    try room.elsewhere(.reviseCard(opportunity.id, patch))
    try room.elsewhere(.stageOpportunity(opportunity.id, .init(.underWay)))
    #expect(!room.shows("the date is past"))
  }

  @Test("a trial that begins without what it needs is kept, and says what it lacks")
  func underWay() throws {
    var room = try card()
    room.press("s", "3")
    #expect(room.session.opportunities.kept.first?.standing.stage == .underWay)
    #expect(room.shows("O1 is under way and lacks an owner, a date and a measure"))
    room.press("Esc", "s", "2")
    #expect(!room.shows("is under way and"))
  }

  @Test("a digit beyond the scale says the scale")
  func scale() throws {
    var room = Room(try Workshop.underWay())
    room.press("M-7")
    for digit in ["6", "9"] {
      room.press(notation: digit)
      #expect(room.shows("\(digit) is no answer: 1 to 5, or 0 for not applicable"))
    }
    #expect(room.console.context == .formTicks && room.console.evaluation.entry.answers.isEmpty)
  }

  @Test("what the room before wanted taken up stays in view")
  func wishes() throws {
    var old = try Workshop.underWay()
    try old.perform(.enterFeedback([FeedbackForm(futurePriorities: ["Crypto"])]))
    var next = Desk()
    try next.perform(.open("next", old.session.followUpPlan))
    try next.perform(.followUp(Session.followUp(from: old.session)))
    for (width, height) in [(80, 24), (120, 40)] {
      var room = Room(next, width, height)
      room.press("M-6")
      #expect(room.shows("The room before wanted taken up") && room.shows("1. Crypto (1 form)"))
    }
  }
}
