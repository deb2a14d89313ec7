import Collation
import SessionEngine

/// A collator that is kept in step with a session, a slice at a time, in the session's own names.
///
/// A session does not say what changed since it was seen last, so every contribution is held against
/// what the collator was told of it; one that is as it was costs next to nothing. Whoever shows answers
/// calls `follow` when the session changes and `advance` while nobody waits.
///
/// A value whose parts are large: keep one copy.
public struct SessionCollator: Sendable {
  private var collator = Collator()
  /// Contributions by the whole number that the collator knows them by, and the other way round.
  private var ids: [ContributionID] = []
  private var numbers: [ContributionID: Int] = [:]
  /// What the collator was told of each; `nil` where it does not hold it.
  private var told: [Told?] = []
  private var themeIDs: [ThemeID] = []
  private var themeNumbers: [ThemeID: Int] = [:]
  private var described: [Theme] = []
  /// The pairs that are not offered.
  private var dismissed: [PairKey] = []
  /// The place in the order of capture that is looked at next, going back; below 0 when all were. While they are
  /// read for the first time, the places above are those of a walk before it, of what is coded.
  private var next = -1
  private var hasReadAll = false
  private var seen: Seen?

  /// Grows whenever a text or a coding changed: answers of an earlier version may be out of date.
  public private(set) var version = 0

  /// How many texts are read between two keys, and how many are compared: a few milliseconds each.
  private static let texts = 48
  private static let comparisons = 96
  /// How many contributions are looked at that turn out to be as they were.
  private static let looks = 4096

  private struct Told: Equatable, Sendable {
    var words: String
    var themes: [ThemeID]
  }

  private struct Seen: Equatable, Sendable {
    var events: Int
    var last: HybridTime
    var session: SessionID
  }

  /// A collator that has read nothing.
  public init() {}

  /// How many contributions it holds.
  public var count: Int { collator.count }

  /// Whether it has read all that stands.
  public var isRead: Bool { next < 0 }

  /// Whether it has read and compared all that stands.
  public var isSettled: Bool { isRead && collator.pending == 0 }

  // MARK: Keeping in step

  /// Notes that the session may have changed. Costs nothing to speak of.
  public mutating func follow(_ session: Session) {
    let now = Seen(events: session.eventCount, last: session.lastTime, session: session.id)
    guard now != seen else { return }
    seen = now
    next = session.contributions.all.count * (hasReadAll ? 1 : 2) - 1
    describe(session.themes)
    dismiss(session.putAside.pairs)
  }

  /// Reads or compares for a few milliseconds; the newest contributions first, and at the very first those that
  /// are coded, so that a theme can be suggested before all are read.
  public mutating func advance(in session: Session) {
    follow(session)
    guard !isRead else { return collator.settle(atMost: Self.comparisons) }
    let all = session.contributions.all
    var changed = 0
    var looked = 0
    while next >= 0, changed < Self.texts, looked < Self.looks {
      let contribution = all[next % all.count]
      let isItsTurn = next < all.count || !contribution.themes.isEmpty
      if isItsTurn, read(contribution) { changed += 1 }
      looked += 1
      next -= 1
    }
    if isRead { hasReadAll = true }
  }

  /// Reads and compares all that is left.
  public mutating func finish(in session: Session) {
    read(session)
    collator.settle()
  }

  /// Reads all that is left, and compares nothing: enough for themes and topics.
  public mutating func read(_ session: Session) {
    follow(session)
    while !isRead { advance(in: session) }
  }

  /// Reads one contribution at once, ahead of its turn.
  public mutating func read(_ id: ContributionID, in session: Session) {
    follow(session)
    if let contribution = session.contributions[id] { read(contribution) }
  }

  /// - Returns: whether its words were read anew.
  @discardableResult
  private mutating func read(_ contribution: Contribution) -> Bool {
    let number = number(of: contribution.id)
    guard contribution.isKept else {
      guard told[number] != nil else { return false }
      told[number] = nil
      collator.remove(number)
      // It may come back, and makes a point of its own then, too.
      for pair in dismissed where pair.first == contribution.id || pair.second == contribution.id {
        collator.dismiss(self.number(of: pair.first), self.number(of: pair.second))
      }
      version += 1
      return true
    }
    let now = Told(words: contribution.words, themes: contribution.themes)
    let before = told[number]
    guard now != before else { return false }
    told[number] = now
    version += 1
    let isNew = before?.words != now.words
    if isNew { collator.set(now.words, for: number) }
    if isNew || before?.themes != now.themes {
      collator.label(number, with: now.themes.map { themeNumber(of: $0) })
    }
    return isNew
  }

  private mutating func describe(_ themes: [Theme]) {
    guard themes != described else { return }
    version += 1
    for theme in described where !themes.contains(where: { $0.id == theme.id }) {
      collator.describe(themeNumber(of: theme.id), as: [])
    }
    for theme in themes where !described.contains(theme) {
      collator.describe(
        themeNumber(of: theme.id), as: [theme.title, theme.definition] + theme.keyPoints)
    }
    described = themes
  }

  private mutating func dismiss(_ pairs: [PairKey]) {
    guard pairs != dismissed else { return }
    let (before, now) = (Set(dismissed), Set(pairs))
    for pair in now.subtracting(before) {
      collator.dismiss(number(of: pair.first), number(of: pair.second))
    }
    for pair in before.subtracting(now) {
      collator.reinstate(number(of: pair.first), number(of: pair.second))
    }
    dismissed = pairs
  }

  private mutating func number(of id: ContributionID) -> Int {
    if let number = numbers[id] { return number }
    numbers[id] = ids.count
    ids.append(id)
    told.append(nil)
    return ids.count - 1
  }

  private mutating func themeNumber(of id: ThemeID) -> Int {
    if let number = themeNumbers[id] { return number }
    themeNumbers[id] = themeIDs.count
    themeIDs.append(id)
    return themeIDs.count - 1
  }

  // MARK: Answers

  /// The themes that a contribution may belong to, best first; not those it is coded to.
  ///
  /// - Parameters:
  ///   - id: the contribution; it must have been read.
  ///   - session: tells which themes there are and what is coded to them.
  ///   - limit: the most to answer.
  public func suggestions(
    for id: ContributionID, in session: Session, limit: Int = 1
  ) -> [ThemeSuggestion] {
    guard let number = numbers[id], let contribution = session.contributions[id] else { return [] }
    return collator.suggestions(for: number, limit: limit + contribution.themes.count)
      .compactMap { found in
        let theme = themeIDs[found.theme]
        guard session.theme(theme) != nil, !contribution.themes.contains(theme) else { return nil }
        return ThemeSuggestion(theme: theme, confidence: found.confidence, words: found.words)
      }.prefix(limit).map { $0 }
  }

  /// Pairs that say about the same, best first, among what was compared so far; not those
  /// that were put aside.
  ///
  /// - Parameters:
  ///   - session: tells which of two was captured first.
  ///   - limit: the most pairs to answer.
  public func duplicates(in session: Session, limit: Int) -> [DuplicatePair] {
    collator.likelyDuplicates(limit: limit).map { pair in
      var both = [ids[pair.first], ids[pair.second]]
      // Read first is not said first.
      let places = both.map { session.contributions.index(of: $0) ?? .max }
      if places[1] < places[0] { both.reverse() }
      return DuplicatePair(
        first: both[0], second: both[1], likeness: pair.likeness, shared: pair.shared,
        apart: pair.apart)
    }
  }

  /// What some contributions have in common, the largest topic first.
  ///
  /// - Parameters:
  ///   - contributions: such as those that are not coded yet.
  ///   - limit: the most topics to answer.
  public func topics(among contributions: [ContributionID], limit: Int = 12) -> [TopicOffer] {
    offers(collator.topics(among: contributions.compactMap { numbers[$0] }, limit: limit))
  }

  /// Begins to look for topics in steps; a search belongs to the `version` in which it began.
  ///
  /// - Parameters:
  ///   - contributions: the contributions to look among.
  ///   - limit: the most topics to answer.
  public func search(among contributions: [ContributionID], limit: Int = 12) -> TopicSearch {
    collator.search(among: contributions.compactMap { numbers[$0] }, limit: limit)
  }

  /// Takes a search one step further; the topics where it is done.
  public func advance(_ search: inout TopicSearch) -> [TopicOffer]? {
    collator.advance(&search)
    return search.topics.map(offers)
  }

  private func offers(_ topics: [EmergentTopic]) -> [TopicOffer] {
    topics.map { topic in
      TopicOffer(
        words: topic.words, members: topic.members.map { ids[$0] }, cohesion: topic.cohesion)
    }
  }
}
