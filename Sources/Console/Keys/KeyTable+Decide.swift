import Terminal

// Decide and Trials, and raising opportunities from wherever contributions are.
extension KeyTable {
  static let converging: [Binding] =
    voting + balloting + results + raising + trials + card + convergingEverywhere

  private static let voting: [Binding] = [
    Binding(
      .openVote, "Enter", [.decide], "open", "Open the vote: its ballots, or what came out.",
      footer: 1),
    Binding(
      .newVote, "a", [.decide], "new vote",
      "Ask the room: choose what to vote on, how, and who votes.", footer: 2),
    Binding(
      .reveal, "R", [.decide, .balloting, .result], "reveal",
      "Show the result to the room, or hide it again.", footer: 4),
    Binding(
      .closeVote, "C", [.decide, .balloting, .result], "close",
      "Take no more ballots, or take some again.", footer: 6),
    Binding(
      .withdrawVote, "x", [.decide], "withdraw",
      "Take the vote back with its ballots (u brings it back).", footer: 5),
  ]

  private static let balloting: [Binding] = [
    Binding(
      .enterMark, "1 2 3 4 5 6 7 8 9 0", [.balloting], "enter",
      "What the voter says, 0 for nothing: the cursor goes on by itself, and a full ballot is kept.",
      footer: 1),
    Binding(
      .castBallot, "Enter", [.balloting], "keep",
      "Keep the ballot as it stands, or the hands for an item.", footer: 2),
    Binding(
      .eraseMark, "Backspace", [.balloting], "back",
      "Take the last digit back; at the beginning of a row, the end of the ballot before.",
      footer: 6),
    Binding(
      .endNumber, "Space", [.balloting], "end number",
      "End a number that could go on; between digits it separates and leaves nothing out."),
    Binding(
      .leaveOut, "-", [.balloting], "leave out",
      "Leave the place empty, or an item of a show of hands not asked; a ranking only ends early.",
      footer: 5),
    Binding(.markBefore, "Left", [.balloting], "left", "The place before, as it is."),
    Binding(.markAfter, "Right", [.balloting], "right", "The next place, as it is."),
    Binding(
      .correctBallot, "c", [.balloting], "correct", "Type over a ballot that was kept.", footer: 4),
    Binding(
      .withdrawBallot, "x Del", [.balloting], "take out", "Take the voter’s ballot out again."),
    Binding(
      .countHands, "h", [.balloting], "hands", "Count a show of hands, item by item.", footer: 8),
    Binding(
      .showBallot, "s", [.balloting], "look",
      "Show what this one ballot says, or hide it: mind the projector."),
    Binding(.chooseVoter, "/", [.balloting], "find voter", "Choose whose ballot is next by name."),
    Binding(
      .showResult, "Tab", [.balloting], "result", "What came out, once it is revealed.", footer: 6),
    Binding(
      .showValues, "v", [.balloting, .result], "show numbers",
      "Show the numbers on this screen only, or hide them: mind the projector.", footer: 8),
  ]

  private static let results: [Binding] = [
    Binding(
      .enterMark, "1 2 3 4 5 6 7 8 9 0", [.result], "enter",
      "Go on entering ballots: the digit stands in the next one."),
    Binding(.showBallots, "Tab", [.result], "ballots", "Back to entering ballots.", footer: 2),
    Binding(
      .matrixOrTable, "m", [.result], "matrix or table",
      "As a matrix, in block digits where they fit, else reversed; or every number in a table.",
      footer: 3),
  ]

  private static let raising: [Binding] = [
    Binding(
      .markContribution, "Space", [.browsing], "mark",
      "Mark the contribution, to raise or vote on several together; in Themes * does.",
      footer: 12),
    Binding(
      .markContribution, "*", [.themes], "mark",
      "Mark the contribution, to raise or vote on several together; in Capture Space does."),
    Binding(
      .raise, "O", [.browsing, .themes, .result], "raise",
      "Raise an opportunity from what is marked, or from what is chosen.", footer: 7),
  ]

  private static let trials: [Binding] = [
    Binding(.openCard, "Enter", [.trials], "card", "The card in full, to be filled in.", footer: 1),
    Binding(
      .setStage, "s", [.trials, .card], "stage",
      "Say how far it has come; tried with what outcome, dropped for what reason.", footer: 3),
    Binding(
      .trialsView, "Tab", [.trials], "board or list",
      "The board by stage and priority, the list, or what became of those before.", footer: 2),
    Binding(.stageAfter, "Right", [.trials], "next stage", "To the stage at the right."),
    Binding(.stageBefore, "Left", [.trials], "stage before", "To the stage at the left."),
    Binding(
      .withdrawOpportunity, "x", [.trials], "withdraw",
      "Take it back: gone from every screen and output (u brings it back)."),
  ]

  private static let card: [Binding] = [
    Binding(.editField, "Enter", [.card], "fill in", "Fill in or choose the field.", footer: 1),
    Binding(
      .editFieldOutside, "e", [.card], "editor",
      "Write the field in the editor of VISUAL or EDITOR, in several lines if need be.", footer: 4),
    Binding(.clearField, "Del x", [.card], "empty", "Empty the field."),
    Binding(
      .showSource, "o", [.card], "go to source",
      "Go to a contribution that it came from, in Capture; M-6 leads back.", footer: 6),
    Binding(
      .linkSource, "l", [.card], "came from", "It came from another contribution too, by number.",
      footer: 5),
    Binding(
      .unlinkSource, "L", [.card], "did not come from",
      "It did not come from one of its contributions."),
  ]

  /// What holds in a vote or on a card as it does in every list, where the digits are free.
  private static let convergingEverywhere: [Binding] = {
    let open: Set<Context> = [.balloting, .result, .card]
    return [
      Binding(.goBack, "Esc q", open, "back", "Back to the list.", footer: 7),
      Binding(.up, "Up k", open, "up", "One row up."),
      Binding(.down, "Down j", open, "down", "One row down."),
      Binding(.pageUp, "PgUp C-u", open, "page up", "Half a screen up."),
      Binding(.pageDown, "PgDn C-d", open, "page down", "Half a screen down."),
      Binding(.top, "g Home", open, "first", "To the first row."),
      Binding(.bottom, "G End", open, "last", "To the last row."),
      Binding(
        .undo, "u", open, "undo",
        "Take back your latest act; the screen says which. A command’s: ‘plenary undo’."),
      Binding(.redo, "U C-r", open, "redo", "Bring back what was undone last."),
      Binding(.palette, ": C-k", open, "commands", "Every command by name or key."),
      Binding(
        .help, "?", open, "all keys",
        "Every key that works here; type to narrow, Enter to do it.", footer: 9),
      Binding(.previousScreen, "[", open, "previous screen", "The screen to the left."),
      Binding(.nextScreen, "]", open, "next screen", "The screen to the right."),
      Binding(
        .export, "E", open, "export",
        "Write the documents of every group and of the whole, now."),
    ]
  }()
}
