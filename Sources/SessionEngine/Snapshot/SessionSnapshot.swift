import OrderedCollections

/// Everything that a session holds, in a form that is written and read in few strokes.
///
/// Equal sessions make equal snapshots: whatever has no order of its own is sorted.
public struct SessionSnapshot: Codable, Sendable {
  private let id: SessionID
  private let plan: Plan
  private let isOpen: Bool
  private let delegates: [Delegate]
  private let everPresent: [DelegateID]
  private let groups: [Group]
  private let seats: [[String]]
  private let rounds: [[[String]]]
  private let seating: [[[String]]]
  private let mixWishes: MixWishes
  private let round: Int?
  private let roundStarts: [[Int64]]
  private let contributions: ContributionColumns
  private let themes: [Theme]
  private let merged: [[String]]
  private let offshoots: [[String]]
  private let parts: [[String]]
  private let themeMerges: [ThemeLineage.Merge]
  private let themeOrigins: [[String]]
  private let highlightOrder: [[String]]
  private let distinct: [[String]]
  private let ignored: [[String]]
  private let scorings: [Scoring]
  private let opportunities: [Opportunity]
  private let feedback: [FeedbackForm]
  private let retiredItems: [EvaluationForm.Item]
  private let followsUp: Predecessor?
  private let carriedSources: [CarriedSource]?
  private let clock: StageClock?
  private let enteredStages: [StageID]
  private let acts: [StoredActs]
  private let unresolved: [Session.Unresolved]
  private let unknownEvents: [String: Int]
  private let redactions: [[String]]
  private let redactedCards: [RedactedCard]?
  private let lastTime: HybridTime
  private let eventCount: Int

  /// Takes down a session.
  public init(_ session: Session) {
    id = session.id
    plan = session.plan
    isOpen = session.isOpen
    delegates = Array(session.delegates.values)
    everPresent = session.everPresent.sorted()
    groups = session.groups
    seats = Self.pairs(session.seats)
    rounds = session.rounds.map { Self.pairs($0) }
    seating = session.seating.map { Self.pairs($0) }
    mixWishes = session.mixWishes
    round = session.round
    roundStarts = session.roundStarts.sorted { $0.key < $1.key }.map {
      [Int64($0.key), $0.value.milliseconds]
    }
    contributions = ContributionColumns(session.contributions)
    themes = session.themes
    merged = session.lineage.mergings
    offshoots = session.lineage.offshootLists
    parts = session.lineage.splittings
    let lineage = session.themeLineage
    themeMerges = lineage.merges.values.sorted { $0.theme.id < $1.theme.id }
    themeOrigins = Self.pairs(lineage.origins)
    highlightOrder = lineage.highlightOrder.sorted { $0.key < $1.key }.map {
      [$0.key.text] + $0.value.map(\.text)
    }
    distinct = session.putAside.pairs.map { [$0.first.text, $0.second.text] }
    ignored = session.putAside.topics.map { $0.sorted().map(\.text) }
    scorings = Array(session.scorings.values)
    opportunities = Array(session.opportunities.all)
    feedback = session.feedback.forms
    retiredItems = session.retiredItems
    followsUp = session.followsUp
    carriedSources = session.carriedSources.values.sorted { $0.contribution < $1.contribution }
    clock = session.clock
    enteredStages = session.enteredStages.sorted()
    acts = session.acts.sorted { $0.key < $1.key }.map { StoredActs($0.key, $0.value) }
    unresolved = session.unresolved
    unknownEvents = session.unknownEvents
    redactions = session.redactions.sorted { $0.key < $1.key }.map { [$0.key.text, $0.value] }
    redactedCards = session.redactedCards.values.sorted { $0.opportunity < $1.opportunity }
    lastTime = session.lastTime
    eventCount = session.eventCount
  }

  private static func pairs<Key, Value>(_ names: [ID<Key>: ID<Value>]) -> [[String]] {
    names.sorted { $0.key < $1.key }.map { [$0.key.text, $0.value.text] }
  }

  private static func names<Key, Value>(_ pairs: [[String]]) -> [ID<Key>: ID<Value>] {
    Dictionary(
      pairs.compactMap { $0.count == 2 ? (ID($0[0]), ID($0[1])) : nil }, uniquingKeysWith: { $1 })
  }

  /// The session that was taken down; `nil` where the snapshot contradicts itself.
  public func session() -> Session? {
    guard let contributions = contributions.contributions() else { return nil }
    var session = Session()
    session.id = id
    session.plan = plan
    session.isOpen = isOpen
    session.delegates = OrderedDictionary(
      delegates.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    session.everPresent = Set(everPresent)
    session.groups = groups
    session.seats = Self.names(seats)
    session.rounds = rounds.map { Self.names($0) }
    session.seating = seating.map { Self.names($0) }
    session.mixWishes = mixWishes
    session.round = round
    session.roundStarts = Dictionary(
      roundStarts.compactMap {
        $0.count == 2 ? (Int($0[0]), Instant(milliseconds: $0[1])) : nil
      }, uniquingKeysWith: { $1 })
    session.contributions = contributions
    session.themes = themes
    session.lineage = Lineage(
      mergings: merged, offshoots: offshoots, splittings: parts)
    session.themeLineage = ThemeLineage(
      merges: themeMerges, origins: Self.names(themeOrigins), highlightOrder: highlightOrder)
    session.putAside.pairs = distinct.compactMap {
      $0.count == 2 ? PairKey(ID($0[0]), ID($0[1])) : nil
    }
    session.putAside.topics = ignored.map { Set($0.map { ID($0) }) }
    session.scorings = OrderedDictionary(scorings.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    session.opportunities = Opportunities(restoring: opportunities)
    for form in feedback { session.feedback.add(form) }
    session.retiredItems = retiredItems
    session.followsUp = followsUp
    session.carriedSources = Dictionary(
      (carriedSources ?? []).map { ($0.contribution, $0) }, uniquingKeysWith: { $1 })
    session.clock = clock
    session.enteredStages = Set(enteredStages)
    session.acts = Dictionary(acts.map { ($0.device, $0.log) }, uniquingKeysWith: { $1 })
    session.unresolved = unresolved
    session.unknownEvents = unknownEvents
    session.redactions = Dictionary(
      redactions.compactMap { $0.count == 2 ? (ContributionID($0[0]), $0[1]) : nil },
      uniquingKeysWith: { $1 })
    session.redactedCards = Dictionary(
      (redactedCards ?? []).map { ($0.opportunity, $0) }, uniquingKeysWith: { $1 })
    session.lastTime = lastTime
    session.eventCount = eventCount
    return session
  }
}
