import SessionEngine

/// The Themes screen: the codebook at the left, contributions at the right.
struct ThemesState: Sendable {
  enum Pane: Sendable { case codebook, contributions }

  enum Filter: CaseIterable, Sendable {
    case uncoded, ofTheme, all

    var title: String {
      switch self {
      case .uncoded: "not coded yet"
      case .ofTheme: "of this theme"
      case .all: "all"
      }
    }

    /// What it lets through, for whoever chose it.
    var account: String {
      switch self {
      case .uncoded: "what is not coded yet"
      case .ofTheme: "what is coded to the chosen theme"
      case .all: "every contribution"
      }
    }
  }

  var pane = Pane.contributions
  var filter = Filter.uncoded
  var theme: ThemeID? { didSet { if theme != oldValue { coded = nil } } }
  /// The theme that something was coded to since this one was chosen: the codebook scrolls to it.
  var coded: ThemeID?
  var contribution: ContributionID?
  /// The contributions in view, by their places in the order of capture.
  var rows = SlotSet()
  /// What stays in its row although it fits the filter no longer, since it was just coded.
  var staying: Set<ContributionID> = []
}
