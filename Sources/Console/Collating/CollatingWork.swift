import Collating
import SessionEngine

// What Themes does between two keys: reading, comparing, suggesting. A key never waits for it.
extension ConsoleState {
  /// Whether there is something to read, to compare or to answer for what is in view.
  var hasCollating: Bool {
    guard screen == .themes else { return false }
    if !collating.collator.isRead || wantsSuggestion { return true }
    switch collating.view {
    case .duplicates: return !collating.collator.isSettled || arePairsOld
    case .topics: return areTopicsOld
    // Compared ahead of being asked, so that the pairs are there when somebody looks; not of so many
    // that a laptop would be busy with it for minutes.
    case .coding: return !collating.collator.isSettled && collating.collator.count <= Self.ahead
    case .shape, .highlights, .splitting: return false
    }
  }

  /// How many contributions are compared ahead at most.
  private static let ahead = 20_000

  /// Spends a few milliseconds on what is wanted most.
  mutating func collate() {
    guard hasCollating else { return }
    if wantsSuggestion {
      suggest()
    } else if !collating.collator.isRead {
      collating.collator.advance(in: session)
    } else if collating.view == .topics, areTopicsOld {
      findTopics()
    } else if !collating.collator.isSettled {
      collating.collator.advance(in: session)
      // The first pairs are shown before all are known.
      if collating.view == .duplicates, collating.pairs.list.isEmpty { listPairs() }
      if collating.collator.isSettled { listPairs() }
    } else if collating.view == .duplicates, arePairsOld {
      listPairs()
    }
  }

  /// Notes that the session changed; `take` calls it.
  mutating func followInCollating() {
    collating.shape.counts =
      collating.shape.eventCount == session.eventCount
      ? collating.shape.counts : nil
    guard screen == .themes else { return }
    collating.collator.follow(session)
    followPutAside()
    if collating.view == .shape { count() }
    keepCollatingChosen()
  }

  /// Comes to Themes.
  mutating func beginCollating() {
    collating.view = .coding
    collating.collator.follow(session)
    followPutAside()
  }

  /// Takes off the lists what somebody put aside, here or elsewhere, and puts back what is offered again.
  private mutating func followPutAside() {
    let now = session.putAside
    if collating.pairs.aside != now.pairs {
      collating.pairs.aside = now.pairs
      let aside = Set(now.pairs)
      collating.pairs.list.removeAll { aside.contains($0.key) }
      // What is offered again is listed by the next look.
      collating.pairs.version = nil
    }
    if collating.topics.aside != now.topics { listTopics() }
  }

  // MARK: The suggested theme

  /// How much must be read before the first suggestion is worth a look.
  private static let enough = 300

  private var wantsSuggestion: Bool {
    guard collating.view == .coding, let id = themes.contribution else { return false }
    if let offered = collating.suggestion, offered.contribution == id {
      if !collating.collator.isRead {
        // Where nothing was found among few, it is tried again among twice as many.
        return offered.best == nil && collating.collator.count >= 2 * offered.read
      }
      return offered.version != collating.collator.version
    }
    return collating.collator.isRead || collating.collator.count >= Self.enough
  }

  private mutating func suggest() {
    guard let id = themes.contribution else { return }
    collating.collator.read(id, in: session)
    collating.suggestion = CollatingState.Offered(
      contribution: id, version: collating.collator.version, read: collating.collator.count,
      best: collating.collator.suggestions(for: id, in: session).first)
  }

  /// What the screen suggests for the contribution at hand.
  var suggestedTheme: ThemeSuggestion? {
    guard let offered = collating.suggestion, offered.contribution == themes.contribution,
      let best = offered.best, session.theme(best.theme) != nil,
      chosenContribution?.themes.contains(best.theme) == false
    else { return nil }
    return best
  }

  // MARK: Pairs and topics

  private var arePairsOld: Bool { collating.pairs.version != collating.collator.version }
  private var areTopicsOld: Bool { collating.topics.version != collating.collator.version }

  private mutating func listPairs() {
    collating.pairs.list = collating.collator.duplicates(
      in: session, limit: PairsState.most)
    collating.pairs.version = collating.collator.version
    if let wanted = collating.pairs.wanted, standingPairs.contains(where: { $0.key == wanted }) {
      collating.pairs.chosen = wanted
    }
    collating.pairs.wanted = nil
    keepCollatingChosen()
  }

  /// Takes the search for topics among all that is not coded one step further.
  private mutating func findTopics() {
    let version = collating.collator.version
    guard var search = collating.topics.search, collating.topics.searched == version else {
      let uncoded = uncodedSlots.map { session.contributions.all[$0].id }
      collating.topics.search = collating.collator.search(among: uncoded)
      collating.topics.searched = version
      return
    }
    // Taken out while it goes on: a second holder would make it copy what it holds.
    collating.topics.search = nil
    guard let topics = collating.collator.advance(&search) else {
      collating.topics.search = search
      return
    }
    collating.topics.found = topics
    collating.topics.version = version
    listTopics()
    keepCollatingChosen()
  }

  /// Lists what nobody ignored of what was found; the chosen one stays so, wherever it stands then.
  private mutating func listTopics() {
    let chosen = chosenTopic
    collating.topics.aside = session.putAside.topics
    collating.topics.list = collating.topics.found.filter {
      !session.putAside.holds(topicOf: $0.members)
    }
    if let place = collating.topics.list.firstIndex(where: { $0 == chosen }) {
      collating.topics.chosen = place
    }
  }

  /// Keeps what is chosen in the views within what there is.
  mutating func keepCollatingChosen() {
    if collating.view == .duplicates {
      let pairs = standingPairs
      if !pairs.contains(where: { $0.key == collating.pairs.chosen }) {
        collating.pairs.chosen = pairs.first?.key
      }
    }
    collating.topics.chosen = max(
      0, min(collating.topics.chosen, collating.topics.list.count - 1))
    if collating.view == .highlights, let theme = themes.theme {
      let highlights = session.highlights(of: theme)
      if !highlights.contains(where: { $0.id == collating.highlight }) {
        collating.highlight = highlights.first?.id
      }
    }
    if collating.view == .splitting {
      if let theme = collating.split.theme, session.theme(theme) != nil {
        collating.split.going = collating.split.going.filter { isCoded($0, to: theme) }
        if collating.split.chosen.map({ !isCoded($0, to: theme) }) ?? true {
          collating.split.chosen = splitRows.first
        }
      } else {
        collating.view = .coding
      }
    }
    if let last = collating.lastCoded, session.contributions[last]?.isKept != true {
      collating.lastCoded = nil
    }
  }

  private func isCoded(_ id: ContributionID, to theme: ThemeID) -> Bool {
    session.contributions[id].map { $0.isKept && $0.themes.contains(theme) } ?? false
  }

  /// The pairs of which both still stand.
  var standingPairs: [DuplicatePair] {
    collating.pairs.list.filter { pair in
      session.contributions[pair.first]?.isKept == true
        && session.contributions[pair.second]?.isKept == true
    }
  }

  var chosenPair: DuplicatePair? {
    standingPairs.first { $0.key == collating.pairs.chosen } ?? standingPairs.first
  }

  var chosenTopic: TopicOffer? {
    let list = collating.topics.list
    return list.indices.contains(collating.topics.chosen) ? list[collating.topics.chosen] : nil
  }

  /// What is coded to the theme that is being split, in the order of capture.
  var splitRows: [ContributionID] {
    guard let theme = collating.split.theme else { return [] }
    return session.contributions.slots(of: theme).map { session.contributions.all[$0].id }
  }

  /// Counts anew where the session has changed since.
  mutating func count() {
    guard collating.shape.counts == nil || collating.shape.eventCount != session.eventCount
    else { return }
    collating.shape.counts = session.themeShape()
    collating.shape.sectors = session.sectorVoices()
    collating.shape.eventCount = session.eventCount
  }
}
