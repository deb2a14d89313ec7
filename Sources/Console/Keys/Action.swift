/// Everything that a key can do. The key table says which key, where, and in which words.
enum Action: String, CaseIterable, Sendable {
  // Everywhere
  case arrivals, groups, capture, themes, decide, trials, previousScreen, nextScreen
  case help, palette, undo, redo, quit, suspend, repaint, export, sheets
  case chooseColours, alarm, revisePlan
  case startOrPause, addMinute, takeMinute, addMinutes, nextStage, chooseStage, endStage,
    chooseRound

  // Lists
  case up, down, pageUp, pageDown, top, bottom
  case search, nextMatch, previousMatch, endSearch

  // Capture, typing
  case keep, browse, nextLens, previousLens, nextGroup, previousGroup, chooseGroup
  case nextPriority, previousPriority, choosePriority, highlightLine, editOutside
  case historyBack, historyOn

  // Capture, browsing
  case stepBack, typeAgain, reword, withdraw, restore, moveGroup, movePriority, code, highlight
  case cycleLens, speaker

  // Arrivals
  case togglePresence, markMissing, markEverybody, walkIn, correct, remove, onlyMissing

  // Groups
  case mixDown, mixUp
  case mix, tableBefore, tableAfter, seatPrevious, seatNext, seatAt, groupCount, assignPriority,
    renameGroup
  case swap, repair, together, apart, host, pin, wishes

  // Mixing
  case takeMix, restMix, mixAnew, nextPicture, previousPicture, mixBalance, mixCover, mixSizes,
    mixRounds, leaveMix

  // Themes
  case switchPane, cycleFilter, addTheme, renameTheme, defineTheme
  case acceptSuggestion, alsoTheme, nextUncoded, sameAs, breakUp, family
  case keyPoints, mergeTheme, splitTheme, themeEarlier, themeLater
  case code1, code2, code3, code4, code5, code6, code7, code8, code9, code10, code11
  case code12, code13, code14, code15, code16, code17, code18, code19, code20, code21, code22
  case code23, code24, code25, code26, code27, code28, code29, code30, code31, code32, code33

  // Views of Themes
  case showShape, showDuplicates, showTopics, showHighlights, leaveView
  case nextTable, previousTable
  case keepFirst, keepSecond, dismissPair, reinstatePair
  case acceptTopic, renameTopic, ignoreTopic, reinstateTopic
  case highlightEarlier, highlightLater, nextTheme, previousTheme, dropHighlight
  case markForSplit, markAll, splitNow

  // Decide
  case newVote, openVote, reveal, closeVote, withdrawVote, showResult, showBallots, showValues,
    matrixOrTable, goBack
  case enterMark, castBallot, eraseMark, endNumber, leaveOut, markBefore, markAfter,
    correctBallot, withdrawBallot, countHands, chooseVoter, showBallot

  // Trials
  case markContribution, raise, openCard, setStage, trialsView, stageBefore, stageAfter,
    withdrawOpportunity, editField, editFieldOutside, clearField, showSource, linkSource,
    unlinkSource

  // Evaluation
  case evaluation, showSummary, enterForms, showForm
  case answer0, answer1, answer2, answer3, answer4, answer5, clearAnswer, openAnswer
  case toWords, nextWords, previousWords, keepForm, toTicks
  case addItem, rewordItem, removeItem, itemUp, itemDown, formQuestions

  private static let answers: [Action] = [
    .answer0, .answer1, .answer2, .answer3, .answer4, .answer5,
  ]

  /// The points that a digit key ticks on a form, 0 for not applicable.
  var points: Int? { Self.answers.firstIndex(of: self) }

  private static let coding = Dictionary(
    uniqueKeysWithValues: KeyTable.themeKeys.indices.compactMap { index in
      Action(rawValue: "code\(index + 1)").map { ($0, index) }
    })

  /// The place in the codebook that a theme's key codes to, from 0.
  var codeIndex: Int? { Self.coding[self] }
}

/// Where keys mean what they mean.
enum Context: String, CaseIterable, Sendable {
  case typing, browsing, arrivals, groups, mixing, themes
  case decide, balloting, result, trials, card
  case shape, duplicates, topics, highlights, splitting
  case evaluation, formTicks, formWords, formItems

  var title: String {
    switch self {
    case .typing: "Capture, typing"
    case .browsing: "Capture, browsing"
    case .arrivals: "Arrivals"
    case .groups: "Groups"
    case .mixing: "Groups, mixing"
    case .themes: "Themes"
    case .decide: "Decide"
    case .balloting: "Decide, ballots"
    case .result: "Decide, result"
    case .trials: "Trials"
    case .card: "Trials, card"
    case .shape: "Themes, shape"
    case .duplicates: "Themes, likely duplicates"
    case .topics: "Themes, emergent topics"
    case .highlights: "Themes, highlights"
    case .splitting: "Themes, splitting a theme"
    case .evaluation: "Evaluation, what was said"
    case .formTicks: "Evaluation, a form"
    case .formWords: "Evaluation, the words of a form"
    case .formItems: "Evaluation, the items"
    }
  }

  static let lists: Set<Context> = [.browsing, .arrivals, .groups, .themes, .decide, .trials]
  static let everywhere = Set(Context.allCases)
}
