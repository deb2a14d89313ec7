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
    } else {
      let next = themes.rows.stepped(from: themes.contribution, by)
      themes.contribution = next
    }
  }

  /// The contributions that Themes shows.
  ///
  /// While one works through those not coded yet, what was just coded stays in its row: `keeping`
  /// only drops what no longer stands.
  mutating func refreshThemeRows(keeping: Bool) {
    guard screen == .themes else { return }
    let all = session.contributions.all
    if keeping {
      let known = Set(themes.rows)
      let kept = themes.rows.filter { session.contributions[$0]?.isKept == true }
      // Only what was captured since can be new to the list.
      let since = themes.rows.compactMap { session.contributions.index(of: $0) }.max() ?? -1
      let fresh = all[(since + 1)...].filter { $0.isKept && fits($0) && !known.contains($0.id) }
      themes.rows = kept + fresh.map(\.id)
    } else {
      themes.rows = all.filter { $0.isKept && fits($0) }.map(\.id)
    }
    if themes.contribution.map({ !themes.rows.contains($0) }) ?? true {
      themes.contribution = themes.rows.first
    }
  }

  private func fits(_ contribution: Contribution) -> Bool {
    switch themes.filter {
    case .all: true
    case .uncoded: contribution.themes.isEmpty
    case .ofTheme: themes.theme.map { contribution.themes.contains($0) } ?? false
    }
  }
}
