import Terminal

// Themes: coding, the codebook, and the views one key away.
extension KeyTable {
  private static let views: Set<Context> = [.shape, .duplicates, .topics, .highlights, .splitting]
  private static let offered: Set<Context> = [.duplicates, .topics]

  static let themes: [Binding] = coding + codebook + digits + leading

  private static let coding: [Binding] = [
    Binding(
      .acceptSuggestion, "y", [.themes], "take it",
      "Code the contribution to the suggested theme, and go on.", footer: 2),
    Binding(
      .alsoTheme, ",", [.themes], "and also",
      "Back to the one just coded, for a second theme: 2,3 codes to both.", footer: 4),
    Binding(
      .nextUncoded, "Space", [.themes], "next uncoded",
      "The next that is not coded yet; to mark, as Space does in Capture, there is *.",
      footer: 3
    ),
    Binding(
      .switchPane, "Tab", [.themes], "other pane",
      "From the codebook to the contributions and back.", footer: 11),
    Binding(
      .cycleFilter, "t", [.themes], "show",
      "Show what is not coded yet, what belongs to the chosen theme, or everything.", footer: 12),
    Binding(
      .sameAs, "=", [.themes], "same as",
      "Let the contribution stand for others too, named by their numbers."),
    Binding(
      .breakUp, "b", [.themes], "break up",
      "Let the points that the contribution makes stand each for itself."),
    Binding(
      .family, "f", [.themes], "wordings",
      "Who said it in which words, and what it is a part of; choose one to let it stand again."),
  ]

  private static let codebook: [Binding] = [
    Binding(.addTheme, "a", [.themes], "add theme", "Add a theme to the codebook.", footer: 13),
    Binding(.renameTheme, "r", [.themes], "rename", "Give the chosen theme another title."),
    Binding(.defineTheme, "d", [.themes], "define", "Say what belongs to the chosen theme."),
    Binding(
      .keyPoints, "p", [.themes], "key points",
      "What the chosen theme comes down to: add, change or remove a point."),
    Binding(
      .mergeTheme, "m", [.themes], "merge theme",
      "Let the chosen theme count for another, which takes its contributions."),
    Binding(
      .splitTheme, "s", [.themes], "split theme",
      "Choose the contributions of the chosen theme that go over to a new one."),
    Binding(.themeEarlier, "<", [.themes], "theme up", "The chosen theme one place up."),
    Binding(.themeLater, ">", [.themes], "theme down", "The chosen theme one place down."),
  ]

  /// The keys of the themes, in the order of the codebook: the digits, then the letters that command
  /// nothing in Themes, capitals first. `x` is left out: elsewhere it takes away what is chosen.
  static let themeKeys: [String] =
    "1234567890ABCFIJKLMPQRSVWXYZeiowz".map { String($0) }

  /// The key that stands beside a theme, by its place from 0; past the last letter the one that finds any theme.
  static func themeKey(_ index: Int) -> String {
    themeKeys.indices.contains(index) ? themeKeys[index] : "c"
  }

  private static let digits: [Binding] = themeKeys.enumerated().map { index, key in
    Binding(
      Action(rawValue: "code\(index + 1)") ?? .code, key, [.themes], "theme \(index + 1)",
      "Code the contribution to theme \(index + 1) and go on, or take the coding off.",
      footer: index == 0 ? 1 : nil)
  }

  /// The keys that lead to the views.
  private static let leading: [Binding] = [
    Binding(
      .showShape, "v", [.themes], "shape",
      "Counts over themes, priorities and groups; overlaps, repeats, what one sector says.",
      footer: 5),
    Binding(
      .showDuplicates, "D", [.themes], "duplicates",
      "Pairs that may say the same, side by side, the likeliest first.", footer: 5),
    Binding(
      .showTopics, "T", [.themes], "topics",
      "What the contributions that are not coded yet have in common.", footer: 5),
    Binding(
      .showHighlights, "H", [.themes], "highlights",
      "What the chosen theme is quoted by, in which order.", footer: 6),
  ]

  static let collating: [Binding] =
    [
      Binding(.nextTable, "Tab Right", [.shape], "next table", "Show the next table.", footer: 1),
      Binding(.previousTable, "S-Tab Left", [.shape], "table before", "The other way.", footer: 3),
      Binding(
        .keepFirst, "1", [.duplicates], "merge, left stands",
        "The two are one point, in the words at the left (or above).", footer: 1),
      Binding(
        .keepSecond, "2", [.duplicates], "right stands",
        "The two are one point, in the words at the right (or below).", footer: 2),
      Binding(
        .dismissPair, "x", [.duplicates], "two points",
        "They say different things: never offer them again.", footer: 3),
      Binding(
        .reinstatePair, "X", [.duplicates], "offer again",
        "Offer the pair again that was put aside last."),
      Binding(
        .acceptTopic, "y Enter", [.topics], "make a theme",
        "Make a theme of the topic and code its contributions to it.", footer: 1),
      Binding(
        .renameTopic, "r", [.topics], "under a name",
        "The same under a title of your own.", footer: 2),
      Binding(.ignoreTopic, "x", [.topics], "ignore", "Do not offer the topic again.", footer: 3),
      Binding(
        .reinstateTopic, "X", [.topics], "offer again",
        "Offer the topic again that was ignored last."),
      Binding(
        .highlightEarlier, "<", [.highlights], "earlier", "Quote it before the one above it.",
        footer: 1),
      Binding(
        .highlightLater, ">", [.highlights], "later", "Quote it after the one below it.", footer: 2),
      Binding(
        .nextTheme, "Tab Right", [.highlights], "next theme", "The highlights of the next theme.",
        footer: 3),
      Binding(.previousTheme, "S-Tab Left", [.highlights], "theme before", "The other way."),
      Binding(
        .dropHighlight, "h", [.highlights], "no highlight", "Quote it no longer.", footer: 6),
      Binding(
        .markForSplit, "Space", [.splitting], "goes over",
        "The contribution goes over to the new theme, or stays.", footer: 1),
      Binding(.markAll, "a", [.splitting], "all", "All go over, or none."),
      Binding(
        .splitNow, "Enter", [.splitting], "split",
        "Make the new theme and let them go over.", footer: 2),
      Binding(.leaveView, "Esc q", views, "back to coding", "Back to coding.", footer: 5),
      Binding(.down, "n Space", offered, "next", "The next that is offered.", footer: 4),
      Binding(.up, "N", offered, "the one before", "The one before."),
      Binding(.up, "Up k", views, "up", "One row up."),
      Binding(.down, "Down j", views, "down", "One row down."),
      Binding(.pageUp, "PgUp C-u", views, "page up", "Half a screen up."),
      Binding(.pageDown, "PgDn C-d", views, "page down", "Half a screen down."),
      Binding(.top, "g Home", views, "first", "To the first row."),
      Binding(.bottom, "G End", views, "last", "To the last row."),
      Binding(
        .undo, "u", views, "undo",
        "Take back your latest act; the screen says which. A command’s: ‘plenary undo’.", footer: 7),
      Binding(.redo, "U C-r", views, "redo", "Bring back what was undone last."),
      Binding(
        .help, "?", views, "all keys",
        "Every key that works here; type to narrow, Enter to do it.", footer: 9),
      Binding(.palette, ": C-k", views, "commands", "Every command by name or key."),
      Binding(.previousScreen, "[", views, "previous screen", "The screen to the left."),
      Binding(.nextScreen, "]", views, "next screen", "The screen to the right."),
    ]
}
