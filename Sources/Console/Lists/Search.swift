import SessionEngine
import Terminal

// Searching as one types, in whatever list is in view.
extension ConsoleState {
  /// Opens the search line, and remembers where one was.
  mutating func beginSearch() {
    endSearch()
    search.origin = SearchState.Origin(
      group: capture.group, strayPriority: capture.strayPriority[capture.group],
      contribution: capture.selection, themesContribution: themes.contribution,
      delegate: screen == .arrivals ? arrivals.selection : groups.selection,
      theme: themes.theme, pane: themes.pane, scoring: decide.scoring,
      opportunity: trials.opportunity)
    overlays.append(
      .prompt(Prompt(purpose: .search, title: "search", hint: searchHint)))
  }

  private var searchHint: String {
    switch screen {
    case .capture: "through every group and priority, or a number such as 17"
    case .themes: "through all themes and contributions, or a number such as 17"
    case .arrivals, .groups: "a name, an organisation, a sector or a role"
    case .decide: "what the room was asked"
    case .trials: "a number, a title, an owner or a priority"
    case .evaluation: ""
    }
  }

  /// Searches for what is typed now: from where the search began, what was chosen then included.
  mutating func searchAgain(_ query: String) {
    search.query = query
    search.sweep = nil
    search.census = nil
    returnToOrigin()
    if query.isEmpty { return }
    if screen == .themes { return searchThemes() }
    // What stands nowhere does not stand anywhere with more letters; a number may.
    if let absent = search.absent, absent.eventCount == session.eventCount,
      query.hasPrefix(absent.query), spokenContribution == nil
    {
      noteNothingFits()
    } else {
      findMatch(forward: true, isInclusive: true)
    }
  }

  /// Ends the search; what it found stays chosen.
  mutating func endSearch() {
    search = SearchState()
  }

  /// Goes back to where the search began.
  mutating func returnToOrigin() {
    guard let origin = search.origin else { return }
    switch screen {
    case .capture:
      capture.group = origin.group
      capture.strayPriority[origin.group] = origin.strayPriority
      capture.selection = origin.contribution
    case .themes:
      themes.contribution = origin.themesContribution
      themes.theme = origin.theme
      themes.pane = origin.pane
    case .arrivals: arrivals.selection = origin.delegate
    case .groups: groups.selection = origin.delegate
    case .decide: decide.scoring = origin.scoring
    case .trials: trials.opportunity = origin.opportunity
    case .evaluation: break
    }
  }

  /// Chooses the next row that fits the search, or says that none does.
  ///
  /// In Capture it goes through every group and priority, so that what was said is found wherever
  /// it was said.
  mutating func findMatch(forward: Bool, isInclusive: Bool = false) {
    let query = FoldedText(search.query)
    guard !query.isEmpty else { return }
    if screen == .themes, themes.pane == .codebook {
      if findTheme(query, forward, isInclusive) { return noteFound(true) }
      // No theme goes by a number that somebody read off a contribution.
      guard spokenContribution != nil else { return noteFound(false) }
      themes.pane = .contributions
    }
    switch screen {
    case .capture, .themes: sweep(forward, isInclusive)
    case .arrivals:
      let match = find(arrivalRows, from: arrivals.selection, forward, isInclusive, query)
      arrivals.selection = match ?? arrivals.selection
      noteFound(match != nil)
    case .groups:
      let match = find(seatRows, from: groups.selection, forward, isInclusive, query)
      groups.selection = match ?? groups.selection
      noteFound(match != nil)
    case .decide: findVote(forward, isInclusive, query)
    case .trials: findOpportunity(forward, isInclusive, query)
    case .evaluation: break
    }
  }

  /// Chooses the next theme that fits; whether one does.
  private mutating func findTheme(
    _ query: FoldedText, _ forward: Bool, _ isInclusive: Bool
  ) -> Bool {
    let start = session.themes.firstIndex { $0.id == themes.theme } ?? 0
    let match = ring(session.themes.count, from: start, forward, isInclusive) { index in
      fits(session.themes[index], query)
    }
    if let match { choose(theme: session.themes[match].id) }
    return match != nil
  }

  mutating func noteFound(_ isFound: Bool) {
    search.absent =
      isFound ? nil : SearchState.Absent(query: search.query, eventCount: session.eventCount)
    if !isFound { noteNothingFits() }
  }

  mutating func noteNothingFits() {
    notice = .warning("nothing here fits ‘\(search.query)’")
  }

  private func find(
    _ rows: [DelegateID], from chosen: DelegateID?, _ forward: Bool, _ isInclusive: Bool,
    _ query: FoldedText
  ) -> DelegateID? {
    let start = chosen.flatMap { rows.firstIndex(of: $0) } ?? 0
    return ring(rows.count, from: start, forward, isInclusive) { row in
      guard let profile = session.delegates[rows[row]]?.profile else { return false }
      return [profile.name, profile.organisation, profile.sector, profile.role]
        .contains { query.isIn($0) }
    }.map { rows[$0] }
  }

  /// Goes once round from a place, and answers the first that fits.
  func ring(
    _ count: Int, from start: Int, _ forward: Bool, _ isInclusive: Bool, fits: (Int) -> Bool
  ) -> Int? {
    guard count > 0 else { return nil }
    let first = isInclusive ? 0 : 1
    for step in first..<(count + first) {
      let index = (start + (forward ? step : -step) + 2 * count) % count
      if fits(index) { return index }
    }
    return nil
  }
}
