import SessionEngine
import Terminal

extension ConsoleState {
  mutating func performInThemes(_ action: Action) -> [Effect]? {
    switch action {
    case .switchPane:
      themes.pane = themes.pane == .codebook ? .contributions : .codebook
    case .cycleFilter:
      let filters = ThemesState.Filter.allCases
      let index = filters.firstIndex(of: themes.filter) ?? 0
      themes.filter = filters[(index + 1) % filters.count]
      refreshThemeRows(keeping: false)
      notice = .good("contributions \(themes.filter.title)")
    case .addTheme:
      overlays.append(
        .prompt(Prompt(purpose: .addTheme, title: "new theme", hint: "its title")))
    case .renameTheme:
      guard let theme = chosenTheme else { return [] }
      overlays.append(
        .prompt(
          Prompt(
            purpose: .renameTheme(theme.id), title: "rename", hint: "",
            editor: LineEditor(text: theme.title))))
    case .defineTheme:
      guard let theme = chosenTheme else { return [] }
      overlays.append(
        .prompt(
          Prompt(
            purpose: .defineTheme(theme.id), title: "define ‘\(theme.title)’", hint: "",
            editor: LineEditor(text: theme.definition))))
    default: return nil
    }
    return []
  }

  mutating func moveInThemes(_ by: Int) {
    if themes.pane == .codebook {
      themes.theme = session.themes.map(\.id).stepped(from: themes.theme, by)
      if themes.filter == .ofTheme { refreshThemeRows(keeping: false) }
    } else if !themes.rows.isEmpty {
      let place = chosenThemeRow ?? 0
      choose(row: Swift.min(Swift.max(0, place + by), themes.rows.count - 1))
    }
  }

  /// The row of Themes that is chosen.
  var chosenThemeRow: Int? {
    themes.contribution.flatMap { session.contributions.index(of: $0) }
      .flatMap { themes.rows.place(of: Int32($0)) }
  }

  private mutating func choose(row: Int) {
    guard themes.rows.indices.contains(row) else {
      themes.contribution = nil
      return
    }
    themes.contribution = session.contributions.all[Int(themes.rows[row])].id
  }

  /// Makes the list that Themes shows anew.
  ///
  /// While one works through those not coded yet, what was just coded stays in its row: with
  /// `keeping` only what no longer stands goes.
  mutating func refreshThemeRows(keeping: Bool) {
    guard screen == .themes else { return }
    if themes.index.eventCount != session.eventCount { themes.index = ThemeIndex(session) }
    let before = chosenThemeRow
    if keeping {
      themes.contribution.map { _ = themes.staying.insert($0) }
    } else {
      themes.staying = []
    }
    let fitting: ThemeIndex.Slots =
      switch themes.filter {
      case .all: themes.index.kept
      case .uncoded: themes.index.uncoded
      case .ofTheme: themes.theme.map { themes.index.slots(of: $0) } ?? []
      }
    let slots = themes.staying.compactMap { session.contributions.index(of: $0) }
      .filter { session.contributions.all[$0].isKept }
    themes.rows = fitting
    for slot in slots { themes.rows.set(Int32(slot), to: true) }
    if chosenThemeRow == nil { choose(row: Swift.min(before ?? 0, themes.rows.count - 1)) }
  }

  /// Takes the events of one act into the list without a look at the rest of it.
  mutating func followInThemes(_ events: [any Event], from old: Session) {
    let before = chosenThemeRow
    guard let touched = themes.index.follow(events, from: old, to: session) else {
      return refreshThemeRows(keeping: true)
    }
    guard screen == .themes else { return }
    for slot in touched {
      let contribution = session.contributions.all[Int(slot)]
      let isShown = themes.rows.place(of: slot) != nil
      if isShown, contribution.isKept, !fits(contribution) {
        themes.staying.insert(contribution.id)
      }
      themes.rows.set(slot, to: contribution.isKept && (isShown || fits(contribution)))
    }
    if chosenThemeRow == nil {
      choose(row: Swift.max(0, Swift.min(before ?? 0, themes.rows.count - 1)))
    }
  }

  private func fits(_ contribution: Contribution) -> Bool {
    switch themes.filter {
    case .all: true
    case .uncoded: !contribution.themes.contains { session.theme($0) != nil }
    case .ofTheme: themes.theme.map { contribution.themes.contains($0) } ?? false
    }
  }
}
