import Collating
import Collation
import SessionEngine

/// What Themes knows beyond its two lists: which of its views is open, what was offered, what was
/// answered.
struct CollatingState: Sendable {
  /// The views of Themes, one key away from coding.
  enum View: Sendable {
    /// Codebook and contributions.
    case coding
    /// Counts over themes, priorities and groups.
    case shape
    /// Pairs that may say the same.
    case duplicates
    /// What the uncoded have in common.
    case topics
    /// What a theme is quoted by.
    case highlights
    /// Which contributions of a theme go over to a new one.
    case splitting

    var context: Context {
      switch self {
      case .coding: .themes
      case .shape: .shape
      case .duplicates: .duplicates
      case .topics: .topics
      case .highlights: .highlights
      case .splitting: .splitting
      }
    }
  }

  var view = View.coding
  var collator = SessionCollator()
  /// What was coded last, for a second theme.
  var lastCoded: ContributionID?
  var suggestion: Offered?
  var pairs = PairsState()
  var topics = TopicsState()
  var shape = ShapeState()
  /// The highlight chosen, of the chosen theme.
  var highlight: ContributionID?
  /// Which contributions go over to the new theme, and which row is chosen.
  var split = SplitState()

  /// What is suggested for a contribution, as far as the collator had read then.
  struct Offered: Sendable {
    var contribution: ContributionID
    var version: Int
    /// How many contributions were read by then.
    var read: Int
    var best: ThemeSuggestion?
  }
}

/// The pairs offered.
struct PairsState: Sendable {
  var list: [DuplicatePair] = []
  /// How far the collator was when the list was made.
  var version: Int?
  var chosen: PairKey?
  /// The one that is to be chosen when it is offered again.
  var wanted: PairKey?
  /// What was put aside when the list was made.
  var aside: [PairKey] = []

  /// The most pairs that are listed.
  static let most = 200
}

/// The topics offered.
struct TopicsState: Sendable {
  /// All that were found, and those of them that nobody ignored.
  var found: [TopicOffer] = []
  var list: [TopicOffer] = []
  /// What was ignored when the list was made.
  var aside: [Set<ContributionID>] = []
  var version: Int?
  var chosen = 0
  /// The search while it is under way, and what the collator had read when it began.
  var search: TopicSearch?
  var searched: Int?
}

/// The tables of counts.
struct ShapeState: Sendable {
  enum Table: Int, CaseIterable, Sendable {
    case priorities, groups, overlaps, repeats, sectors
  }

  var table = Table.priorities
  /// The first row in view.
  var top = 0
  var counts: ThemeShape?
  var sectors: SectorVoices?
  /// The number of events that the counts are of.
  var eventCount: Int?
}

/// A theme being split.
struct SplitState: Sendable {
  var theme: ThemeID?
  var chosen: ContributionID?
  var going: Set<ContributionID> = []
}

/// Lines to be typed for Themes.
enum CollatingPrompt: Equatable, Sendable {
  case keyPoint(ThemeID, index: Int?)
  case splitTheme(ThemeID, [ContributionID])
  case sameAs(ContributionID)
  case breakUp(ContributionID)
  case topic([ContributionID])
}

/// Lists to choose from for Themes.
enum CollatingPicker: Equatable, Sendable {
  case keyPoints(ThemeID)
  case mergeTheme(ThemeID)
  case family(ContributionID)
}

/// What a command from Themes was for.
public enum CollatingPurpose: Equatable, Sendable {
  /// A contribution was coded: the next that is not is wanted.
  case coded(ContributionID)
  /// A theme was named in the capture line that was not in the codebook.
  case themeInLine
  /// Key points were changed; where one was added, the next is asked for.
  case keyPoints(ThemeID, added: Bool)
  /// A theme was split: back to the codebook.
  case split
}
