/// What short texts have in common: likely duplicates, emergent topics, and the theme each may belong
/// to.
///
/// The collator is told of every text and every label as they come, change and go, and answers at any
/// time from what it was told last; nothing depends on the order in which it was told, on a clock or on
/// the machine. It only ever suggests. Texts and themes are whatever whole numbers the caller uses.
///
/// A value. Its parts are large, so keep a single copy: a change of a copy that is shared copies what it
/// touches.
public struct Collator: Sendable {
  private var index = TextIndex()
  private var duplicates = DuplicateFinder()
  private var dismissed: Set<DuplicateFinder.Pair> = []
  private var suggester = ThemeSuggester()

  /// A collator that was told nothing.
  public init() {}

  // MARK: Texts

  /// How many texts there are.
  public var count: Int { index.count }

  /// Whether there is such a text.
  public func contains(_ id: Int) -> Bool { index.contains(id) }

  /// Adds a text, or puts it in the place of the one with the same identifier, which keeps its labels.
  /// Costs as much as the text is long.
  public mutating func set(_ text: String, for id: Int) {
    guard let change = index.replace(text, for: id) else { return }
    duplicates.note(change, in: index)
    suggester.note(change, in: index)
  }

  /// Takes a text out, with its labels and what was dismissed of it. Does nothing when there is none.
  public mutating func remove(_ id: Int) {
    guard let change = index.replace(nil, for: id) else { return }
    duplicates.note(change, in: index)
    suggester.note(change, in: index)
    dismissed = dismissed.filter { $0.first != id && $0.second != id }
  }

  // MARK: Likely duplicates

  /// How many texts have not been compared with the others yet.
  public var pending: Int { duplicates.pending }

  /// Compares texts that were not compared yet, the newest first, and at most so many: some 20 µs each,
  /// so that a console may compare a few hundred between two keys.
  public mutating func settle(atMost limit: Int = .max) { duplicates.settle(limit, in: index) }

  /// Pairs that say about the same, best first, among the texts compared so far; not those dismissed.
  public func likelyDuplicates(limit: Int) -> [LikelyDuplicate] {
    duplicates.pairs(in: index).lazy.filter { !dismissed.contains($0.pair) }.prefix(limit)
      .compactMap { explain($0.pair, $0.likeness) }
  }

  /// The pairs that a text is in, best first, as far as it was compared; not those dismissed.
  public func likelyDuplicates(of id: Int) -> [LikelyDuplicate] {
    duplicates.partners(of: id, in: index).compactMap { other in
      let pair = DuplicateFinder.Pair(id, other.id)
      return dismissed.contains(pair) ? nil : explain(pair, other.likeness)
    }
  }

  /// Never offers a pair again, until it is reinstated or one of the two is taken out.
  public mutating func dismiss(_ one: Int, _ other: Int) {
    dismissed.insert(DuplicateFinder.Pair(one, other))
  }

  /// Takes back that a pair was dismissed.
  public mutating func reinstate(_ one: Int, _ other: Int) {
    dismissed.remove(DuplicateFinder.Pair(one, other))
  }

  private func explain(_ pair: DuplicateFinder.Pair, _ likeness: Double) -> LikelyDuplicate? {
    guard let first = passage(pair.first), let second = passage(pair.second) else { return nil }
    let comparison = duplicates.comparison(first, second, index)
    return LikelyDuplicate(
      first: pair.first, second: pair.second, likeness: min(1, likeness),
      shared: comparison.shared.map { word(for: $0, in: [first, second]) },
      apart: comparison.apart.map { word(for: $0, in: [first, second]) })
  }

  private func passage(_ id: Int) -> Passage? { index.slot(of: id).flatMap { index.passages[$0] } }

  /// A term as the first of these texts that has it writes it.
  private func word(for term: Int, in passages: [Passage]) -> String {
    let vocabulary = index.vocabulary
    for passage in passages {
      if let form = passage.forms.first(where: { vocabulary.forms[$0].term == term }) {
        return vocabulary.forms[form].surface
      }
    }
    return vocabulary.name(of: term)
  }

  // MARK: Emergent topics

  /// What texts have in common, the largest topic first; a text may be in none.
  ///
  /// - Parameters:
  ///   - ids: the texts to look among, such as those that have no theme; others are left out of it.
  ///   - limit: the most topics to offer.
  public func topics(among ids: [Int], limit: Int = 12) -> [EmergentTopic] {
    var search = search(among: ids, limit: limit)
    while true {
      if let topics = search.topics { return topics }
      advance(&search)
    }
  }

  /// Begins to look for what texts have in common, in steps; `advance` takes them.
  ///
  /// - Parameters:
  ///   - ids: the texts to look among.
  ///   - limit: the most topics to offer.
  public func search(among ids: [Int], limit: Int = 12) -> TopicSearch {
    TopicSearch(among: ids, limit: limit, in: index)
  }

  /// Takes a search one step further: some milliseconds among five thousand texts. A search that began
  /// before texts came, changed or went is to be begun anew.
  public func advance(_ search: inout TopicSearch) { search.advance(in: index) }

  // MARK: Suggested themes

  /// What is known of a theme before anything is coded to it: its title, definition, key points. Each
  /// counts as a text coded to it, with less weight. Empty takes the description back.
  public mutating func describe(_ theme: Int, as texts: [String]) {
    suggester.describe(theme, as: texts, in: &index)
  }

  /// Says which themes a text is coded to now: none, one or several.
  public mutating func label(_ id: Int, with themes: [Int]) {
    suggester.label(id, with: themes)
  }

  /// The themes a text most probably belongs to, best first, with the words that speak for each; empty
  /// where nothing that was coded speaks for any.
  ///
  /// - Parameters:
  ///   - id: a text; its own labels do not count for it.
  ///   - limit: the most suggestions.
  ///   - leastConfidence: what is less sure than this is not said, 0 to 1.
  public func suggestions(
    for id: Int, limit: Int = 3, leastConfidence: Double = 0.25
  ) -> [SuggestedTheme] {
    guard let slot = index.slot(of: id), let passage = index.passages[slot] else { return [] }
    return suggester.suggestions(
      for: passage, limit: limit, leastConfidence: leastConfidence, in: index)
  }
}
