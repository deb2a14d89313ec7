import SessionEngine
import Terminal
import Testing

@testable import Console

/// What goes wrong between talk and trial, and is heard in time.
@Suite("Mishaps between talk and trial") struct CollatingMishapTests {
  private func themes(_ width: Int = 120, _ height: Int = 40) throws -> Room {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-4")
    return room
  }

  @Test("one digit too many takes no coding off")
  func allCoded() throws {
    var room = try themes()
    let open = room.console.uncodedSlots.count
    for _ in 0..<open { room.press("2") }
    #expect(room.shows("everything is coded: t shows the rest"))
    room.press("2")
    #expect(room.console.uncodedSlots.isEmpty && room.performed.count == open)
    #expect(room.shows("everything is coded"))
    // The way back to the last one is open as before
    room.press(",", "2")
    #expect(room.performed.count == open + 1)
    room.press("u", "u")
    #expect(room.console.uncodedSlots.count == 1 && room.console.themes.contribution != nil)
  }

  @Test("topics that were ignored stay away after a restart, until they are asked for again")
  func ignoredTopics() throws {
    var room = try themes()
    let tables = room.session.tables.map(\.id)
    let talk = [
      "Parking permits take too long for van drivers", "Permits for parking cost the drivers a day",
      "Van drivers wait for parking permits", "A parking permit should be a click for drivers",
    ]
    try room.elsewhere(.capture(talk.map { NewContribution($0, group: tables[1]) }))
    func settle(_ room: inout Room) { while room.console.hasWork { room.send(.work) } }
    func offers(_ room: Room) -> Bool {
      room.console.collating.topics.list.contains { $0.words.contains("parking") }
    }
    room.press("T")
    settle(&room)
    room.console.collating.topics.chosen = try #require(
      room.console.collating.topics.list.firstIndex { $0.words.contains("parking") })
    room.press("x")
    settle(&room)
    #expect(!offers(room))
    // Undone and redone; both without looking for topics anew
    room.press("u")
    #expect(offers(room))
    room.press("U")
    #expect(!offers(room))
    var next = Room(room.desk, 120, 40)
    next.press("M-4", "T")
    settle(&next)
    #expect(!offers(next))
    next.press("X")
    settle(&next)
    #expect(offers(next))
    next.press("X")
    #expect(next.shows("no topic was ignored"))

    // Another scribe’s no is one here, too
    let topic = try #require(
      next.console.collating.topics.list.first { $0.words.contains("parking") })
    try next.elsewhere(.ignoreTopic(topic.members, true))
    #expect(!offers(next))
    next.press("X")
    #expect(offers(next))
  }

  @Test("the footer offers only what the keys do, and a number is found from either pane")
  func searching() throws {
    var room = try themes()
    let point = try #require(room.contribution("What if suppliers"))
    room.press("t", "t", "Tab", "/")
    room.type(point.number.description)
    room.press("Enter")
    #expect(room.console.themes.contribution == point.id)
    #expect(room.console.themes.pane == .contributions)
    #expect(room.shows("next match"))
    for key in ["T", "v", "D"] {
      room.press(notation: key)
      #expect(!room.shows("next match") && !room.shows("end the search"))
      room.press("Esc")
    }
    // Esc in the search leads back to the pane where it began
    room.press("Esc", "Tab", "/")
    room.type(point.number.description)
    room.press("Esc")
    #expect(room.console.themes.pane == .codebook)
  }

  @Test(
    "what keys act on is marked in both panes: with a bar where the arrows go, faintly in the other"
  )
  func markers() throws {
    var room = try themes()
    for _ in 1...2 {
      let canvas = room.console.view()
      let marked = markers(in: canvas)
      #expect(marked.filter(\.isSelected).count == 1)
      #expect(marked.filter { !$0.isSelected }.map(\.role) == [.dim])
      room.press("Tab")
    }
    // Where there is room for one pane only, nothing is done to what the other has chosen
    room.resize(60, 24)
    room.press("Tab")
    #expect(room.console.themes.pane == .codebook)
    let before = room.performed.count
    for key in ["O", "h", "*", "1", "b", "f", "="] {
      room.press(notation: key)
      #expect(room.shows("the contribution is not in sight: Tab shows it"), "\(key)")
    }
    #expect(room.performed.count == before && room.console.trials.marked.isEmpty)
    room.press("Tab", "r")
    #expect(room.shows("the codebook is not in sight"))
    room.press("h")
    #expect(room.performed.count == before + 1)
  }

  private func markers(in canvas: Canvas) -> [Style] {
    (3..<canvas.size.height).flatMap { y in
      (0..<canvas.size.width).compactMap { x in
        canvas[x, y].cluster == "▸" ? canvas[x, y].style : nil
      }
    }
  }

  @Test("Enter on a search without a match stays in the search, wherever one searches")
  func noMatch() throws {
    var room = try themes()
    for screen in ["M-4", "M-1", "M-2"] {
      room.press(notation: screen)
      room.press("/")
      room.type("zzyzx")
      room.press("Enter")
      #expect(!room.console.overlays.isEmpty, "\(screen)")
      #expect(room.shows("fits ‘zzyzx’"))
      // What is typed next goes into the search, and acts on nobody
      let before = room.performed.count
      room.type("xO")
      #expect(room.performed.count == before)
      room.press("Esc")
      #expect(room.console.overlays.isEmpty)
    }
  }

  @Test("a table whose rows do not come to their total says why")
  func shapeNotes() throws {
    var room = try themes(200, 60)
    room.press("v")
    #expect(!room.shows("stands for several"))
    let one = try #require(room.contribution("Follow the recruiter"))
    let shape = room.session.themeShape()
    let other = try #require(
      room.session.contributions.all.first {
        $0.isKept && $0.group != one.group && $0.priority != one.priority
          && shape.priorities.contains($0.priority)
      })
    try room.elsewhere(.merge([other.id], into: one.id))
    #expect(room.shows("A point that stands for several counts on each priority"))
    // And where there is room, no heading is cut
    for priority in room.session.plan.priorities { #expect(room.shows(priority.title)) }
  }

  @Test("what was raised already is raised again by a second press only")
  func raisedTwice() throws {
    var room = try themes()
    room.press("O", "O")
    #expect(room.session.opportunities.kept.count == 1)
    #expect(room.shows("O1; O again raises another"))
    room.press("O")
    #expect(room.session.opportunities.kept.count == 2)
  }

  @Test("the palette finds the commands of every screen, by name, purpose or another word")
  func palette() throws {
    for (word, name) in [
      ("merge", "merge theme"), ("score", "new vote"), ("rate", "new vote"), ("report", "export"),
      ("matrix", "matrix or table"), ("quick", "matrix or table"), ("opportun", "raise"),
    ] {
      var room = Room(try Workshop.underWay(), 120, 40)
      room.press("M-5", ":")
      room.type(word)
      guard case .picker(let picker)? = room.console.overlays.last else {
        Issue.record("no palette")
        continue
      }
      #expect(picker.shown.contains { $0.title == name }, "\(word)")
    }
    // Chosen, it leads there: what only opens something is done, anything else is said
    var room = Room(try Workshop.underWay(), 120, 40)
    room.press("M-1", ":")
    room.type("new vote")
    room.press("Enter")
    #expect(room.console.screen == .decide && room.shows("Vote on what?"))
    room.press("Esc", ":")
    room.type("merge theme")
    room.press("Enter")
    #expect(room.console.context == .themes && room.shows("m: let the chosen theme count"))
    #expect(room.performed.isEmpty)
  }

  @Test("help begins with what can be done, and lists the screens in their order")
  func helpOrder() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    for key in ["M-4", "M-6", "M-5"] {
      room.press("Esc")
      room.press(notation: key)
      room.press("?")
      guard case .picker(let picker)? = room.console.overlays.last else {
        Issue.record("no help")
        continue
      }
      #expect(picker.items[picker.selection].unavailable == nil)
      let order = picker.items.compactMap { item in
        Screen.allCases.firstIndex { $0.title == item.title }
      }
      #expect(order == order.sorted())
    }
  }
}
