// What a facilitator calls things, where the key table calls them otherwise.
extension KeyTable {
  /// Other words that people look for a command by.
  static let synonyms: [Action: String] = [
    // Arrivals and groups
    .togglePresence: "arrive arrived here absent attendance register check-in checkin late tick",
    .markMissing: "no-show noshow absent left gone away", .markEverybody: "everyone register tick",
    .walkIn: "guest new person participant name badge late",
    .onlyMissing: "absent no-show late who",
    .correct: "name spelling badge skills person details",
    .remove: "cancelled delete person no-show",
    .mix: "shuffle randomise random seat tables chairs allocate",
    .sheets: "print seating badge list handout",
    .swap: "exchange seat change", .seatAt: "move place chair table",
    .groupCount: "tables number how many",
    .host: "facilitator scribe stay table", .together: "same table pair",
    .apart: "separate conflict not",
    .assignPriority: "topic question work table",
    // Capture
    .keep: "save write record", .undo: "revert take back mistake wrong oops cancel",
    .redo: "again repeat", .reword: "edit change correct fix spelling typo mistake wrong",
    .withdraw: "delete remove erase", .restore: "undelete bring back withdrawn",
    .speaker: "who said name chatham attribution anonymous person",
    .highlight: "quote star favourite important report", .highlightLine: "quote star important",
    .search: "find look where", .nextLens: "question category type",
    .cycleLens: "question category type",
    .moveGroup: "wrong table", .movePriority: "wrong topic", .editOutside: "long vim nano",
    // The clock
    .startOrPause: "timer stopwatch begin pause break lunch coffee",
    .addMinute: "extend longer time late overrun",
    .takeMinute: "shorter time", .addMinutes: "extend longer time late overrun break",
    .nextStage: "round agenda schedule programme move on break lunch coffee",
    .chooseStage: "agenda schedule programme jump break lunch coffee",
    .chooseRound: "rotation agenda rotate", .endStage: "stop finish timer",
    .alarm: "bell sound ring flash noise",
    // Themes
    .code: "tag label categorise category sort",
    .acceptSuggestion: "suggested theme code automatic",
    .addTheme: "category new label heading", .renameTheme: "title wording call",
    .defineTheme: "description meaning explain", .keyPoints: "finding summary report conclusion",
    .mergeTheme: "combine join", .splitTheme: "divide separate part",
    .sameAs: "merge combine duplicate repeat", .keepFirst: "merge combine duplicate",
    .keepSecond: "merge combine duplicate", .showDuplicates: "merge combine similar same repeated",
    .breakUp: "split divide parts compound", .family: "unmerge separate rejoin lineage who said",
    .showTopics: "cluster emerging new themes automatic", .nextUncoded: "untagged left remaining",
    .showShape: "counts matrix overview statistics table sector percent numbers heat",
    .showHighlights: "quotes report order",
    // Decide
    .newVote:
      "score rate ranking rank dots dot voting ballot poll prioritise priority matrix nominal group budget points decide",
    .enterMark: "score rate ballot", .castBallot: "score rate ballot", .countHands: "show of hands",
    .matrixOrTable: "impact ease quick wins chart plot scores",
    .showResult: "quick wins dissent disagree matrix scores ranking winner percent",
    .reveal: "publish result show quick wins secret projector",
    .closeVote: "finish end stop voting",
    .showValues: "secret projector peek", .chooseVoter: "delegate table whose ballot",
    .withdrawVote: "delete remove cancel",
    // Trials
    .raise: "opportunity idea trial action proposal new",
    .openCard: "opportunity trial card report details",
    .editField:
      "owner helper responsible lead who deadline due date when measure success cost risk budget money "
      + "skills evidence EMMIE Maryland 4P pursue prevent protect prepare priority where",
    .setStage: "opportunity progress status drop follow follow-up outcome worked done",
    .trialsView: "follow follow-up since before progress ready kanban",
    .linkSource: "source quote evidence lineage",
    .showSource: "source quote evidence lineage", .withdrawOpportunity: "delete remove cancel",
    // Evaluation
    .evaluation: "feedback survey", .enterForms: "feedback survey paper questionnaire happy sheet",
    .showSummary:
      "feedback survey results report percent positive response rate satisfaction comments n",
    .showForm: "feedback questions survey questionnaire edit",
    .formQuestions: "survey comments takeaway wording",
    .addItem: "question statement survey", .keepForm: "save next form",
    // The whole
    .export:
      "report documents save print output Markdown HTML Word docx Excel csv pdf minutes send share",
    .revisePlan:
      "title date marking classification attribution chatham organiser confidential secret settings",
    .chooseColours: "theme palette dark light contrast projector bright",
    .quit: "exit close leave end stop",
    .help: "keys shortcuts manual how", .palette: "menu command",
    .suspend: "shell terminal background",
  ]
}
