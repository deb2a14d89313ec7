import SessionEngine

/// A search through everything that Themes could show, whichever list it shows: which themes and how many
/// contributions fit, and where they are. A slice at a time, so that no key waits for it.
struct Census: Sendable {
  let query: FoldedText
  /// The place in the order of capture where it goes on.
  var next = 0
  /// How many contributions are still to be looked at.
  var left = 0
  /// The themes that fit, from the chosen one on.
  var themes: [ThemeID] = []
  /// How many contributions fit in the list shown, and outside it.
  var here = 0
  var elsewhere = 0
  /// The first of each.
  var firstHere: ContributionID?
  var firstElsewhere: ContributionID?

  var contributions: Int { here + elsewhere }
}

extension ConsoleState {
  /// Searches themes and contributions for what is typed now, from what was chosen.
  mutating func searchThemes() {
    search.sweep = nil
    let query = FoldedText(search.query)
    var census = Census(query: query)
    let start = session.themes.firstIndex { $0.id == themes.theme } ?? 0
    let all = session.themes
    census.themes = all.indices
      .map { all[($0 + start) % all.count] }
      .filter { fits($0, query) }.map(\.id)
    if themes.pane == .codebook, let theme = census.themes.first { choose(theme: theme) }
    if let said = spokenContribution, let slot = session.contributions.index(of: said.id) {
      note(slot, in: &census)
    } else {
      census.next = themes.contribution.flatMap { session.contributions.index(of: $0) } ?? 0
      census.left = session.contributions.kept.count
    }
    search.census = census
    count(Sweep.slice)
  }

  func fits(_ theme: Theme, _ query: FoldedText) -> Bool {
    ([theme.title, theme.definition] + theme.keyPoints).contains { query.isIn($0) }
  }

  mutating func choose(theme: ThemeID) {
    themes.theme = theme
    if themes.filter == .ofTheme { refreshThemeRows(keeping: false) }
  }

  /// Looks at so many contributions more.
  mutating func count(_ budget: Int) {
    guard var census = search.census else { return }
    let kept = session.contributions.kept
    for _ in 0..<min(budget, census.left) {
      guard let slot = kept.first(from: census.next) ?? kept.first(from: 0) else {
        census.left = 0
        break
      }
      if census.query.isIn(session.contributions.all[slot].words) { note(slot, in: &census) }
      census.left -= 1
      census.next = slot + 1
    }
    search.census = census
    guard census.left == 0 else {
      notice = .good("looking for ‘\(search.query)’")
      return
    }
    let (text, isFound) = account(of: census)
    notice = isFound ? .good(text) : .warning(text)
  }

  /// Counts a contribution that fits; the first in the list shown is chosen at once.
  private mutating func note(_ slot: Int, in census: inout Census) {
    let id = session.contributions.all[slot].id
    if themes.rows.contains(slot) {
      census.here += 1
      if census.firstHere == nil {
        census.firstHere = id
        if themes.pane == .contributions { themes.contribution = id }
      }
    } else {
      census.elsewhere += 1
      census.firstElsewhere = census.firstElsewhere ?? id
    }
  }

  /// How many fit, and where; whether any does.
  private func account(of census: Census) -> (String, Bool) {
    let points =
      census.contributions == 1 ? "1 contribution" : "\(census.contributions) contributions"
    let found = census.themes.count == 1 ? "1 theme" : "\(census.themes.count) themes"
    guard census.contributions > 0 || !census.themes.isEmpty else {
      return ("nothing fits ‘\(search.query)’: no theme, no contribution", false)
    }
    if themes.pane == .codebook {
      if census.themes.isEmpty { return ("no theme, but \(points): Enter goes there", true) }
      return (census.contributions > 0 ? found + ", and " + points : found, true)
    }
    if census.contributions == 0 {
      return ("no contribution, but \(found): Enter goes there", true)
    }
    let outside =
      switch themes.filter {
      case .uncoded: "coded"
      case .ofTheme: "outside this theme"
      case .all: ""
      }
    if census.here == 0 {
      let all = census.elsewhere == 1 ? "" : "all "
      return ("\(census.elsewhere), \(all)\(outside): Enter goes there", true)
    }
    var parts = ["\(census.here) here"]
    if census.elsewhere > 0 { parts.append("\(census.elsewhere) \(outside), t shows them") }
    if !census.themes.isEmpty { parts.append(found) }
    return (parts.joined(separator: " \(glyph(.dot)) "), true)
  }

  /// Ends the typing of a search. One that found nothing goes on: the next key must not act on what
  /// nobody looked for.
  mutating func enterSearch(_ prompt: Prompt) -> [Effect] {
    sweepOn(.max)
    count(.max)
    guard !search.query.isEmpty else { return [] }
    if let census = search.census {
      if goToMatch(census) { return [] }
    } else if search.absent.map({ !search.query.hasPrefix($0.query) }) ?? true {
      return []
    }
    if notice == nil { noteNothingFits() }
    overlays.append(.prompt(prompt))
    return []
  }

  /// Goes to what a search found in Themes, to another list where it stands only there; whether it found
  /// anything.
  private mutating func goToMatch(_ census: Census) -> Bool {
    let isHere = themes.pane == .codebook ? !census.themes.isEmpty : census.here > 0
    if isHere {
      // The line says what is known of it, now that nothing is typed.
      notice = nil
      return true
    }
    if let id = census.firstHere ?? census.firstElsewhere {
      themes.pane = .contributions
      if census.firstHere == nil {
        themes.filter = .all
        refreshThemeRows(keeping: false)
        notice = .good("shown: " + themes.filter.account)
      }
      themes.contribution = id
      return true
    }
    guard let theme = census.themes.first else { return false }
    themes.pane = .codebook
    choose(theme: theme)
    return true
  }
}
