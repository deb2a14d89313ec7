import SessionEngine

@testable import Console

/// The day as the facilitator types it: nothing but keys.
extension Room {
  /// The whole day, from the first who arrives to the last form.
  static func dayAtKeys() throws -> Room {
    var room = Room(try Workshop.morning(), 120, 40)
    room.arrive()
    room.listen()
    room.code()
    room.collate()
    room.keepCodebook()
    room.raiseAll()
    room.score()
    for card in Day.cards { room.fillIn(card) }
    room.enterForms()
    return room
  }

  /// Everybody on the list comes, and twelve who are not on it.
  mutating func arrive() {
    press("M-1", "t")
    for _ in session.delegates.values { press("Space") }
    press("t")
    for person in Day.walkIns {
      press("a")
      keep(
        [
          person.name, person.organisation, person.sector, person.role,
          person.skills.joined(separator: "; "),
        ].joined(separator: ", "))
    }
  }

  /// Three rounds of table talk, each point at its table and under its lens.
  mutating func listen() {
    press("M-3", "C-t")
    for (index, round) in Day.talk.enumerated() {
      while session.round != index + 1 { press("M-.") }
      for said in round { capture(said) }
    }
  }

  private mutating func capture(_ said: Said) {
    wait(seconds: 15)
    press("C-g", "\(said.table)")
    for _ in 0...session.plan.lenses.count {
      let lens = console.capture.draft.lens ?? Lens.unknown.id
      if lens == said.lens ?? Lens.unknown.id { break }
      press("Tab")
    }
    if said.isHighlighted { press("C-s") }
    keep(said.words + (said.speaker.map { " @" + $0.lowercased() } ?? ""))
  }

  /// A digit for each point, two with a comma between them, Space for what has no theme yet.
  mutating func code() {
    press("M-4", "g")
    for (index, said) in Day.talk.joined().enumerated() {
      let keys = Day.codes(index, said).map(String.init)
      if keys.isEmpty { press("Space") }
      for (place, key) in keys.enumerated() {
        if place > 0 { press(",") }
        press(notation: key)
      }
    }
  }

  /// Goes to a point by the first of its words, in the list of everything.
  mutating func go(to beginning: String) {
    press("/")
    type(String(beginning.prefix(26)))
    press("Enter", "Esc")
  }

  /// Lets the console read on until it has nothing left to compare.
  mutating func rest() { while console.hasWork { send(.work) } }

  /// Two that say the same, two in other words, one that says two things, and what nobody had a theme
  /// for.
  mutating func collate() {
    press("M-4", "D")
    rest()
    let pairs = console.standingPairs
    for pair in pairs {
      let words = [pair.first, pair.second].map { session.contributions[$0]?.words ?? "" }
      if words == [Day.recruiter, Day.recruiterAgain] { break }
      press("n")
    }
    press("1", "Esc")
    while console.themes.filter != .all { press("t") }
    go(to: Day.banks)
    press("=")
    keep(contribution(Day.banksToo)?.number.description ?? "")
    go(to: Day.landlords)
    press("b", "C-e", "C-u")
    keep(Day.parts.joined(separator: " // "))
    press("T")
    rest()
    for topic in console.collating.topics.list {
      if topic.words.contains("crypto") { break }
      press("n")
    }
    press("r", "C-e", "C-u")
    keep("Crypto cash machines")
    press("Esc")
  }

  /// The codebook in the room's words, in its order, with the points that it comes down to; and the
  /// highlights in the order in which they are to be quoted.
  mutating func keepCodebook() {
    press("M-4", "Tab", "Home", "r", "C-e", "C-u")
    keep("Data, joined up")
    press("d", "C-e", "C-u")
    keep("What would have to be known, by whom, and when")
    press("p")
    keep("Ask the question first")
    press("Esc", ">", "End", "<", "Tab")
    go(to: "We follow the runner")
    press("h")
    go(to: "Price lists")
    press("h")
    press("H")
    while console.chosenTheme?.id != "inside" { press("Tab") }
    press("End", "<", "<", "Esc")
  }

  /// One key an opportunity; where it comes from several, they are marked first.
  mutating func raiseAll() {
    press("M-4")
    while console.themes.filter != .all { press("t") }
    for sources in Day.raised {
      for source in sources {
        go(to: source)
        if sources.count > 1 { press("*") }
      }
      press("O")
    }
  }

  /// Five tables call out two digits for each opportunity; then the result is shown.
  mutating func score() {
    press("M-5", "a")
    keep("opportunities")
    press("1", "Enter")
    for ballot in Day.ballots { type(ballot.filter { $0 != " " }) }
    press("R", "C", "Tab")
  }

  /// A card, every field of it.
  mutating func fillIn(_ card: CardText) {
    press("Esc", "M-6", "/")
    type(card.number)
    press("Enter", "Esc", "Enter")
    let words: [(CardField, String)] = [
      (.title, card.title), (.currentApproach, card.currentApproach),
      (.improvement, card.improvement), (.mindset, card.mindset), (.belief, card.belief),
      (.action, card.action), (.measure, card.measure), (.success, card.success),
      (.place, card.place), (.duration, card.duration), (.cost, card.cost), (.risk, card.risk),
      (.skillsWanted, card.skills.replacing(";", with: ",")), (.date, card.date),
    ]
    for (field, text) in words {
      open(field)
      press("C-e", "C-u")
      keep(text)
    }
    let evidence: [CardField] = [.effect, .mechanism, .moderators, .implementation, .economics]
    let choices =
      [
        (.stage, card.stage.key), (.priority, "\(card.priority)"),
        (.immediate, card.isImmediate ? "1" : "2"), (.marylandNow, "\(card.maryland.now)"),
        (.marylandAfter, "\(card.maryland.after)"),
      ] + zip(evidence, card.emmie.map(String.init)).map { ($0, $1) }
    for (field, key) in choices {
      open(field)
      press(notation: key)
    }
    open(.owner)
    keep(card.owner)
    for helper in card.helpers {
      open(.helpers)
      keep(helper)
      press("Esc")
    }
    for (field, keys) in [(CardField.themes, [card.theme]), (.fourPs, card.fourPs)] {
      open(field)
      for key in keys { press(notation: "\(key)") }
      press("Esc")
    }
    press("Esc")
  }

  /// Goes down the card to a field, and into it.
  private mutating func open(_ field: CardField) {
    press("Home")
    for _ in CardField.allCases where console.trials.field != field { press("Down") }
    press("Enter")
  }

  /// The pile of forms: eight ticks, then what is written, in the order of the form.
  mutating func enterForms() {
    press("M-7")
    for form in Day.forms {
      type(form.ticks + form.takeaway)
      press("Tab")
      type(form.comments)
      press("Tab")
      keep(form.wishes)
    }
  }
}
