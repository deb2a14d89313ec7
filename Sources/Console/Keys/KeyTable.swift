import Terminal

/// The one table of key bindings.
public enum KeyTable {
  static let all: [Binding] =
    typing + browsing + arrivals + groups + mixing + themes + collating + converging + evaluation
    + lists + screens + everywhere

  private static let typing: [Binding] = [
    Binding(
      .keep, "Enter", [.typing], "keep",
      "Keep what is typed: it is on the disk when the screen says so.", footer: 1),
    Binding(
      .nextLens, "Tab", [.typing], "lens",
      "Say which question the line answers: the next lens (or complete a # or @ mark).", footer: 2),
    Binding(.previousLens, "S-Tab", [.typing], "lens back", "The previous lens."),
    Binding(
      .nextGroup, "C-n", [.typing, .browsing], "next group",
      "Listen to the next group; the half-typed line waits.", footer: 3),
    Binding(
      .previousGroup, "C-p", [.typing, .browsing], "previous group", "Listen to the previous group."
    ),
    Binding(
      .chooseGroup, "C-g", [.typing, .browsing], "go to group",
      "Choose the group by number or name.", footer: 6),
    Binding(
      .nextPriority, "C-o", [.typing, .browsing], "next priority",
      "Look at another priority of this group; the last step leads back.", footer: 7),
    Binding(
      .choosePriority, "M-o", [.typing, .browsing], "go to priority",
      "Choose the priority by number or name."),
    Binding(
      .highlightLine, "C-s", [.typing], "highlight", "Pick the line out to be quoted.", footer: 4),
    Binding(
      .editOutside, "M-e", [.typing], "editor", "Finish the line in the editor of VISUAL or EDITOR."
    ),
    Binding(
      .historyBack, "Up", [.typing], "earlier line",
      "Bring back a line kept earlier, to be kept again."),
    Binding(.historyOn, "Down", [.typing], "later line", "The other way."),
    Binding(
      .browse, "Esc", [.typing], "browse",
      "Leave the line as it is and move among the contributions.", footer: 5),
  ]

  private static let browsing: [Binding] = [
    Binding(
      .typeAgain, "Enter i", [.browsing], "type",
      "Back to the line, as it was left. Any letter that commands nothing does so too, and is typed.",
      footer: 1),
    Binding(
      .stepBack, "Esc", [.browsing], "back", "End the search; without one, back to the line."),
    Binding(
      .reword, "r", [.browsing], "reword",
      "Put it into other words; the earlier ones stay in sight.", footer: 2),
    Binding(
      .withdraw, "x Del", [.browsing], "withdraw",
      "Take it back: gone from every screen and output; its number is spent.", footer: 3),
    Binding(
      .restore, "R", [.browsing], "restore",
      "Let a withdrawn contribution stand again, by its number."),
    Binding(.moveGroup, "m", [.browsing], "move", "Move it to another group.", footer: 5),
    Binding(.movePriority, "M", [.browsing], "move priority", "Move it to another priority."),
    Binding(
      .code, "c", [.browsing, .themes], "code",
      "Code it to a theme, or take the coding off; type to find or to add a theme.", footer: 4),
    Binding(
      .highlight, "h", [.browsing, .themes], "highlight", "Pick it out to be quoted, or no longer.",
      footer: 6),
    Binding(.cycleLens, "l", [.browsing, .themes], "lens", "The next lens."),
    Binding(
      .speaker, "s", [.browsing], "speaker",
      "Note who said it. No export says so under the Chatham House Rule.", footer: 11),
    Binding(
      .nextPriority, "Right", [.browsing], "next priority",
      "Look at another priority of this group."),
    Binding(.previousPriority, "Left", [.browsing], "previous priority", "The other way."),
  ]

  private static let arrivals: [Binding] = [
    Binding(
      .togglePresence, "Space Enter", [.arrivals], "present",
      "Mark the delegate present, or not, and go on to the next.", footer: 1),
    Binding(
      .markMissing, "o", [.arrivals], "did not come",
      "Mark that the delegate did not come, or left, and go on to the next."),
    Binding(
      .markEverybody, "A", [.arrivals], "all present",
      "Mark everybody on the list present, as one act."),
    Binding(
      .walkIn, "a", [.arrivals], "add a walk-in", "Add somebody who is not on the list.", footer: 2),
    Binding(
      .correct, "e", [.arrivals], "correct",
      "Put name, organisation, sector, role or skills right.", footer: 4),
    Binding(.remove, "x", [.arrivals], "remove", "Take the delegate off the list (u brings back)."),
    Binding(
      .onlyMissing, "t", [.arrivals], "missing only",
      "Show only those who have not arrived, or everybody.", footer: 5),
  ]

  /// Where a digit leads to a screen: nowhere where digits are data, or are meant as such by whoever
  /// looks up from a pile of ballots or forms and goes on typing (Themes, Decide, a card, Evaluation). There
  /// Alt with the digit does.
  private static let digits = Context.lists.subtracting([.themes, .decide])

  private static let lists: [Binding] = [
    Binding(.up, "Up k", Context.lists, "up", "One row up."),
    Binding(.down, "Down j", Context.lists, "down", "One row down."),
    Binding(.pageUp, "PgUp C-u", Context.lists, "page up", "Half a screen up."),
    Binding(.pageDown, "PgDn C-d", Context.lists, "page down", "Half a screen down."),
    Binding(.top, "g Home", Context.lists, "first", "To the first row."),
    Binding(.bottom, "G End", Context.lists, "last", "To the last row."),
    Binding(.search, "/", Context.lists, "search", "Search as you type; Esc clears.", footer: 8),
    Binding(
      .endSearch, "Esc", [.arrivals, .groups, .themes, .decide, .trials], "end search",
      "End the search."),
    Binding(.nextMatch, "n", Context.lists, "next match", "The next that fits the search."),
    Binding(
      .previousMatch, "N", Context.lists, "previous match", "The previous that fits the search."),
    Binding(
      .undo, "u", Context.lists, "undo",
      "Take back your latest act; the screen says which. A command’s: ‘plenary undo’.", footer: 7),
    Binding(.redo, "U C-r", Context.lists, "redo", "Bring back what was undone last."),
    Binding(
      .quit, "q", Context.lists, "leave",
      "q: back to the line from browsing, elsewhere leave after a question. ^C: leave at once.",
      footer: 10),
    Binding(.palette, ": C-k", Context.lists, "commands", "Every command by name or key."),
    Binding(.addMinute, "+", Context.lists, "a minute more", "Give the stage another minute."),
    Binding(.takeMinute, "-", Context.lists, "a minute less", "Take a minute off the stage."),
    Binding(.arrivals, "1", digits, "Arrivals", "The delegates: who is here."),
    Binding(.groups, "2", digits, "Groups", "Who sits where, and which group works on what."),
    Binding(.capture, "3", digits, "Capture", "What is being said."),
    Binding(.themes, "4", digits, "Themes", "The codebook, and coding to it."),
    Binding(.decide, "5", digits, "Decide", "The votes of the room."),
    Binding(.trials, "6", digits, "Trials", "Opportunities and how they would be tried."),
    Binding(
      .evaluation, "7", digits, "Evaluation",
      "Filled-in forms, and what the room said of the day."),
    Binding(.previousScreen, "[", Context.lists, "previous screen", "The screen to the left."),
    Binding(.nextScreen, "]", Context.lists, "next screen", "The screen to the right."),
    Binding(
      .export, "E", Context.lists, "export",
      "Write the documents of every group and of the whole, now."),
    Binding(
      .help, "?", Context.lists, "all keys",
      "Every key that works here; type to narrow, Enter to do it.", footer: 9),
  ]

  private static let screens: [Binding] = [
    Binding(.arrivals, "M-1 F1", Context.everywhere, "Arrivals", "The delegates: who is here."),
    Binding(
      .groups, "M-2 F2", Context.everywhere, "Groups",
      "Who sits where, and which group works on what."),
    Binding(.capture, "M-3 F3", Context.everywhere, "Capture", "What is being said."),
    Binding(.themes, "M-4 F4", Context.everywhere, "Themes", "The codebook, and coding to it."),
    Binding(.decide, "M-5 F5", Context.everywhere, "Decide", "The votes of the room."),
    Binding(
      .trials, "M-6 F6", Context.everywhere, "Trials",
      "Opportunities and how they would be tried."),
    Binding(
      .evaluation, "M-7 F7", Context.everywhere, "Evaluation",
      "Filled-in forms, and what the room said of the day."),
  ]

  private static let everywhere: [Binding] = [
    Binding(
      .startOrPause, "C-t", Context.everywhere, "clock",
      "Start the first stage, hold the clock, or let it run on."),
    Binding(
      .nextStage, "M-.", Context.everywhere, "next stage",
      "Begin the next stage of the agenda, and its round."),
    Binding(
      .addMinute, "M-+ M-=", Context.everywhere, "a minute more", "Give the stage another minute."),
    Binding(
      .takeMinute, "M--", Context.everywhere, "a minute less", "Take a minute off the stage."),
    Binding(
      .addMinutes, "", Context.everywhere, "add minutes",
      "Give the stage so many minutes more; a minus takes them off."),
    Binding(.chooseStage, "", Context.everywhere, "go to stage", "Begin any stage of the agenda."),
    Binding(
      .chooseRound, "", Context.everywhere, "go to round",
      "Begin any round, for a plan without an agenda or a day that departs from it."),
    Binding(
      .endStage, "", Context.everywhere, "end stage", "End the stage with none after it yet."),
    Binding(
      .alarm, "", Context.everywhere, "alarm",
      "At zero: show it, flash the screen, or ring; each time the next of the three."),
    Binding(
      .revisePlan, "", Context.everywhere, "revise plan",
      "Put title, date, organisers, reference, contact, marking, circulation or attribution right."),
    Binding(
      .chooseColours, "M-p", Context.everywhere, "colours",
      "The next palette: dark, light, high contrast, mono."),
    Binding(
      .undo, "C-_ M-u", [.typing], "undo",
      "Take back your latest act; the screen says which. A command’s: ‘plenary undo’."),
    Binding(.redo, "M-r", [.typing], "redo", "Bring back what was undone last."),
    Binding(.palette, "M-x", Context.everywhere, "commands", "Every command by name or key."),
    Binding(
      .help, "M-?", Context.everywhere, "all keys",
      "Every key that works here; type to narrow, Enter to do it.", footer: 9),
    Binding(
      .export, "", [.typing], "export",
      "Write the documents of every group and of the whole, now."),
    Binding(
      .sheets, "", Context.everywhere, "seating sheets",
      "Write who sits where: for every person, every group and every round, with names."),
    Binding(.repaint, "C-l", Context.everywhere, "repaint", "Paint the screen anew."),
    Binding(.suspend, "C-z", Context.everywhere, "shell", "Back to the shell; ‘fg’ returns."),
    Binding(
      .quit, "C-c", Context.everywhere, "quit",
      "Leave Plenary. The half-typed lines wait for the next time."),
  ]
}
