import Foundation
import SessionEngine
import Terminal
import Testing

@testable import Console

/// The one table that footer, help, palette and document come from.
@Suite("Key table") struct KeyTableTests {
  @Test func everyNotationIsAKey() {
    for binding in KeyTable.all {
      #expect(
        binding.keys.count == binding.notations.count, "\(binding.action): \(binding.notations)")
    }
  }

  @Test func noKeyMeansTwoThings() {
    for context in Context.allCases {
      var seen: [Key: Action] = [:]
      for binding in KeyTable.all where binding.contexts.contains(context) {
        for key in binding.keys {
          let other = seen.updateValue(binding.action, forKey: key)
          #expect(
            other == nil || other == binding.action,
            "\(key.notation) in \(context): \(binding.action) and \(String(describing: other))")
        }
      }
    }
  }

  @Test func everyActionIsReachable() {
    let bound = Set(KeyTable.all.map(\.action))
    #expect(Action.allCases.filter { !bound.contains($0) } == [])
    for binding in KeyTable.all {
      #expect(!binding.contexts.isEmpty && !binding.name.isEmpty)
      #expect(binding.explanation.hasSuffix("."), "\(binding.explanation)")
    }
  }

  @Test func typingIsLeftAlone() {
    // No letter commands anything while one types, and no key of the line editor is taken away.
    for binding in KeyTable.bindings(in: .typing) {
      for key in binding.keys {
        if case .character = key { Issue.record("\(key.notation) commands \(binding.action)") }
        var line = LineEditor(text: "some words")
        let edits = line.handle(key)
        #expect(!edits, "\(key.notation) edits the line, and is \(binding.action)")
      }
    }
  }

  /// A room in which an action has something to act on.
  private func suitable(_ context: Context, _ action: Action) throws -> Room {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.keep("For the history")
    switch context {
    case .typing:
      if action == .historyOn { room.press("Up") }
      if action != .historyBack, action != .historyOn { room.type("half a line") }
    case .browsing: room.press("Esc", "k")
    case .arrivals: room.press("M-1", "j")
    case .groups: room.press("M-2", "j")
    case .mixing: room.press("M-2", "d")
    case .themes: room.press("M-4", "j")
    case .decide, .balloting, .result, .trials, .card: try room.converge(to: context, for: action)
    case .shape: room.press("M-4", "v")
    case .duplicates: room.press("M-4", "D")
    case .topics: room.press("M-4", "T")
    case .highlights: room.press("M-4", "Tab", "G", "H")
    case .splitting: room.press("M-4", "s")
    case .evaluation, .formTicks, .formWords, .formItems: Self.evaluate(&room, context)
    }
    if room.console.screen == .themes {
      try prepareCollating(&room, context, action)
    }
    switch action {
    case .nextMatch, .previousMatch, .endSearch:
      room.press("/")
      room.type(context == .arrivals || context == .groups ? "police" : "wh")
      room.press("Enter")
    case .redo:
      room.press("M-x")
      room.type("undo")
      room.press("Enter")
      if context.screenTitle == Context.evaluation.screenTitle { room.press("u") }
    case .up, .pageUp, .top: room.press("Down", "Down")
    default: break
    }
    return room
  }

  /// Gives the views of Themes something to offer, and something to have been done.
  private func prepareCollating(
    _ room: inout Room, _ context: Context, _ action: Action
  ) throws {
    let words = [
      "Follow the recruiter, never the runner", "Follow the recruiter before the runner",
      "Parking permits take long for drivers", "Permits for parking cost drivers a day",
      "Drivers wait for parking permits", "School meals run out on Fridays",
      "Nobody counts school meals", "Meals at school are cold in winter",
    ]
    let table = room.session.tables[0].id
    try room.elsewhere(.capture(words.map { NewContribution($0, group: table) }))
    for point in room.session.highlights(of: "inside").isEmpty ? [] : ["We follow", "Map the"] {
      try room.elsewhere(.highlight(try #require(room.contribution(point)).id, true))
    }
    if action == .alsoTheme { room.press("1") }
    if action == .acceptSuggestion {
      room.press("/")
      room.type("Follow the recruiter, never")
      room.press("Enter", "Esc")
    }
    while room.console.hasWork { room.send(.work) }
    if action == .reinstatePair || action == .reinstateTopic { room.press("x") }
    if context == .shape, action != .down { room.press("j") }
    if context == .splitting, action == .splitNow { room.press("Space") }
    if action == .themeEarlier { room.press("Tab", "j") }
    if action == .highlightEarlier { room.press("j") }
    if action == .undo || action == .redo { room.press("u") }
  }

  /// Goes to a part of the Evaluation screen, with a few forms entered and one begun.
  private static func evaluate(_ room: inout Room, _ context: Context) {
    room.press("M-7")
    for _ in 0..<3 {
      room.type("54321054")
      room.press("Tab")
      room.keep("One comment, and another")
    }
    switch context {
    case .evaluation: room.press("s", "j")
    case .formItems: room.press("f", "j")
    case .formWords:
      room.type("54321054")
      room.press("Tab")
    default: room.type("543")
    }
  }

  /// Whether anything that one can see, or that is remembered for later, is different.
  private func differ(_ a: ConsoleState, _ b: ConsoleState) -> Bool {
    a.view() != b.view() || a.alarm != b.alarm || a.palettes != b.palettes
      || a.capture.historyIndex != b.capture.historyIndex || a.search.query != b.search.query
  }

  @Test(arguments: Context.allCases) func everyKeyDoesSomething(_ context: Context) throws {
    for binding in KeyTable.bindings(in: context) {
      // To go where one is already changes nothing, and need not.
      if binding.name == context.screenTitle { continue }
      let room = try suitable(context, binding.action)
      for key in binding.keys {
        var after = room.console
        // There are four themes: the digits beyond say so.
        let effects = after.update(.terminal(.key(key)))
        #expect(
          !effects.isEmpty || differ(after, room.console),
          "\(key.notation) in \(context) does nothing")
        let isMissing = (binding.action.codeIndex ?? 0) > 3
        if !isMissing, let notice = after.notice {
          // What cannot be looked over first is warned of, and done by the second press.
          #expect(
            notice.role != .warning || after.asked != nil,
            "\(key.notation) in \(context): \(notice.text)")
        }
      }
      if binding.keys.isEmpty {
        var after = room.console
        let effects = after.perform(binding.action)
        #expect(!effects.isEmpty || differ(after, room.console), "\(binding.action)")
      }
    }
  }

  @Test func whatCannotBeDoneSaysWhy() throws {
    var room = Room(try Workshop.morning())
    room.press("M-3", "M-=")
    #expect(room.shows("no stage is under way"))
    room.press("M-r")
    #expect(room.shows("there is nothing to redo"))
    room.press("Esc", "x")
    #expect(room.shows("no contribution is chosen"))
    // A letter that would only step through a search is typed while there is none.
    room.press("n")
    #expect(room.line == "n")
    room.press("M-4", "9")
    #expect(room.shows("no contribution is chosen"))
    room.press("M-1", "%")
    #expect(room.shows("% does nothing here"))
  }

  @Test func helpRunsWhatItShows() throws {
    var room = Room(try Workshop.underWay())
    room.press("Esc", "?")
    #expect(room.shows("Keys: Capture, browsing"))
    room.type("withdraw")
    room.press("Enter")
    #expect(room.shows("withdrew"))
  }

  @Test func paletteFindsByNameAndByKey() throws {
    var room = Room(try Workshop.underWay())
    for typed in ["next group", "C-n", "^N"] {
      let before = room.console.capture.group
      room.press("M-x")
      room.type(typed)
      room.press("Enter")
      #expect(room.console.capture.group != before, "\(typed)")
    }
  }

  @Test func `the README shows a screen as it is`() throws {
    let root = Golden.tests.deletingLastPathComponent().deletingLastPathComponent()
    let read = { (path: String) in
      String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
    }
    let screen = try read("Tests/ConsoleTests/Golden/capture-80x24.txt")
    #expect(try read("README.md").contains(screen))
  }

  @Test func documentIsFresh() {
    let root = Golden.tests.deletingLastPathComponent().deletingLastPathComponent()
    Golden.compare(
      KeyTable.document, with: root.appendingPathComponent("docs/keys.md"), #_sourceLocation)
    for binding in KeyTable.all {
      for key in binding.keys {
        let short = key.short == "|" ? "\\|" : key.short
        #expect(KeyTable.document.contains("`\(short)`"), "\(key.notation)")
      }
    }
  }
}

extension Context {
  fileprivate var screenTitle: String {
    switch self {
    case .typing: Screen.capture.title
    case .browsing: ""
    case .arrivals: Screen.arrivals.title
    case .groups, .mixing: Screen.groups.title
    case .themes, .shape, .duplicates, .topics, .highlights, .splitting: Screen.themes.title
    case .decide, .balloting, .result: Screen.decide.title
    case .trials, .card: Screen.trials.title
    case .evaluation, .formTicks, .formWords, .formItems: Screen.evaluation.title
    }
  }
}
