import SessionEngine
import Testing

@testable import Console

/// The palette knows a facilitator's words, not only the console's.
@Suite("Words for commands") struct PaletteWordsTests {
  /// What somebody types, and what they are after.
  static let words: [(String, Set<Action>)] = [
    ("owner", [.editField]), ("percent", [.showSummary, .showShape]),
    ("budget", [.newVote, .editField]),
    ("follow", [.trialsView, .setStage]), ("deadline", [.editField]),
    ("score", [.newVote, .enterMark]),
    ("dots", [.newVote]), ("rank", [.newVote]),
    ("vote", [.newVote, .openVote, .withdrawVote, .decide]),
    ("quote", [.highlight, .highlightLine]), ("report", [.export, .highlight, .keyPoints]),
    ("pdf", [.export]), ("Word", [.export]), ("badge", [.walkIn, .correct, .sheets]),
    ("late", [.walkIn, .togglePresence, .addMinute, .addMinutes]),
    ("attendance", [.togglePresence]), ("seating", [.sheets]), ("shuffle", [.mix]),
    ("lunch", [.startOrPause, .nextStage, .chooseStage]), ("timer", [.startOrPause, .endStage]),
    ("agenda", [.nextStage, .chooseStage, .chooseRound]), ("bell", [.alarm]),
    ("mistake", [.undo, .reword]), ("typo", [.reword]), ("delete", [.withdraw, .remove]),
    ("tag", [.code]), ("category", [.addTheme, .code]), ("duplicate", [.showDuplicates, .sameAs]),
    ("split", [.splitTheme, .breakUp]), ("unmerge", [.family]),
    ("quick wins", [.showResult, .matrixOrTable]),
    ("survey", [.evaluation, .enterForms, .showSummary]),
    ("comments", [.showSummary, .formQuestions]),
    ("EMMIE", [.editField]), ("projector", [.showValues, .chooseColours, .reveal]),
    ("confidential", [.revisePlan]), ("chatham", [.speaker, .revisePlan]), ("Délégué", []),
    ("show of hands", [.countHands]), ("evidence", [.editField, .linkSource, .showSource]),
  ]

  @Test("what a facilitator would type leads to the command", arguments: words)
  func finds(_ word: String, _ wanted: Set<Action>) throws {
    for place in ["M-3", "M-4", "M-6"] {
      var room = Room(try Workshop.underWay(), 80, 24)
      room.press(notation: place)
      room.press("M-x")
      room.type(word)
      guard case .picker(let picker) = room.console.overlays.last else {
        Issue.record("no palette")
        return
      }
      let found = picker.shown.prefix(4).compactMap { item -> Action? in
        switch item.choice {
        case .action(let action): action
        case .elsewhere(let action, _): action
        default: nil
        }
      }
      #expect(
        wanted.isEmpty ? found.isEmpty : !wanted.isDisjoint(with: found), "\(place): \(found)")
    }
  }

  @Test("accents and case are no hindrance")
  func folded() throws {
    var room = Room(try Workshop.underWay(), 80, 24)
    room.press("M-x")
    room.type("ÜNDÖ")
    #expect(room.shows("Take back your latest act"))
  }

  @Test(
    "in the list of keys the screens stand together, and every sentence is read whole at 80 columns"
  )
  func help() throws {
    for place in [["M-3"], ["M-4"], ["M-6"], ["M-7"], ["M-4", "T"]] {
      var room = Room(try Workshop.underWay(), 80, 24)
      for key in place { room.press(notation: key) }
      let bindings = KeyTable.bindings(in: room.console.context)
      let screens = bindings.indices.filter {
        bindings[$0].notations.contains { $0.hasPrefix("M-") && Int($0.dropFirst(2)) != nil }
          || [.arrivals, .groups, .capture, .themes, .decide, .trials, .evaluation]
            .contains(bindings[$0].action)
      }
      #expect(screens.count == 7 && screens == Array(screens[0]...screens[6]), "\(screens)")
      room.press("M-?")
      // Going down the list, the sentence of every key is on the screen, word for word
      for _ in bindings {
        guard case .picker(let picker) = room.console.overlays.last,
          picker.items.indices.contains(picker.selection)
        else { break }
        let text = room.screen.joined(separator: " ").split(separator: " ").joined(separator: " ")
        let item = picker.items[picker.selection]
        let last = (item.unavailable ?? item.detail).split(separator: " ").suffix(2)
        #expect(text.contains(last.joined(separator: " ")), "\(item.detail)")
        room.press("Down")
      }
    }
  }
}
