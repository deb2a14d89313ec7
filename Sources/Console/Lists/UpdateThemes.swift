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
      notice = .good("shown: " + themes.filter.account)
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
    if moveInCollating(by) { return }
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
      .flatMap { themes.rows.row(of: $0) }
  }

  private mutating func choose(row: Int) {
    themes.contribution = themes.rows[row].map { session.contributions.all[$0].id }
  }

  /// Makes the list that Themes shows anew.
  ///
  /// While one works through those not coded yet, what was just coded stays in its row: with
  /// `keeping` only what no longer stands goes.
  mutating func refreshThemeRows(keeping: Bool) {
    guard screen == .themes else { return }
    let before = chosenThemeRow
    var rows = fittingSlots
    if keeping {
      if let id = themes.contribution, before != nil { themes.staying.insert(id) }
      for id in themes.staying {
        guard let slot = session.contributions.index(of: id) else { continue }
        rows.set(slot, to: session.contributions.kept.contains(slot))
      }
    } else {
      themes.staying = []
    }
    themes.rows = rows
    if chosenThemeRow == nil { choose(row: max(0, min(before ?? 0, rows.count - 1))) }
  }

  /// Where the contributions that the filter lets through stand in the order of capture.
  private var fittingSlots: SlotSet {
    switch themes.filter {
    case .all: session.contributions.kept
    case .uncoded: uncodedSlots
    case .ofTheme: themes.theme.map { session.contributions.slots(of: $0) } ?? SlotSet()
    }
  }

  /// Where the contributions without a theme stand in the order of capture.
  var uncodedSlots: SlotSet { session.contributions.uncoded(by: session.themes.lazy.map(\.id)) }
}
