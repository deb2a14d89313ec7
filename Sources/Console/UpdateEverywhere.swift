import SessionEngine
import Terminal

// What works on every screen: moving between screens, the clock, undo, menus.
extension ConsoleState {
  mutating func performEverywhere(_ action: Action) -> [Effect]? {
    switch action {
    case .arrivals: show(.arrivals)
    case .groups: show(.groups)
    case .capture: show(.capture)
    case .themes: show(.themes)
    case .decide: show(.decide)
    case .trials: show(.trials)
    case .evaluation: show(.evaluation)
    case .previousScreen: step(-1)
    case .nextScreen: step(1)
    case .help: openMenu(.help)
    case .palette: openMenu(.palette)
    case .undo: return undo()
    case .redo: return [.perform(.redo, .plain)]
    case .quit:
      // q goes back one step; where there is none it asks. Control with c leaves at once.
      if context == .browsing {
        typeAgain()
      } else {
        overlays.append(
          .question(
            Question(
              title: "Leave Plenary?",
              lines: ["Everything that was kept is on the disk; half-typed lines wait."],
              answers: [.init(key: .character("y"), title: "leave", outcome: .leave)])))
      }
      return []
    case .suspend: return saved() + [.suspend]
    case .repaint: return [.repaint]
    case .export: return [.export]
    case .sheets: return [.writeSheets]
    case .chooseColours:
      palettes.append(palettes.removeFirst())
      let palette = palettes.first ?? ""
      notice = .good("colours: \(palette)")
      return [.usePalette(palette)]
    case .revisePlan: choosePlanField()
    case .alarm:
      alarm = alarm.next
      notice = .good("at zero: " + (alarm == .quiet ? "shown only" : alarm.rawValue))
      capture.drafted(at: now)
    default: return performOnClock(action)
    }
    return []
  }

  private mutating func performOnClock(_ action: Action) -> [Effect]? {
    switch action {
    case .startOrPause:
      guard let clock = session.clock else { return perform(.nextStage) }
      return [.perform(clock.isPaused ? .resumeStage : .pauseStage, .plain)]
    case .nextStage:
      guard let stage = session.nextStage else { return [] }
      return [.perform(.enterStage(stage.id), .plain)]
    case .addMinute: return [.perform(.extendStage(minutes: 1), .plain)]
    case .takeMinute: return [.perform(.extendStage(minutes: -1), .plain)]
    case .endStage: return [.perform(.leaveStage, .plain)]
    case .addMinutes:
      overlays.append(
        .prompt(Prompt(purpose: .minutes, title: "minutes more", hint: "such as 5, or -2")))
      return []
    case .chooseStage:
      let items = session.plan.agenda.map { stage in
        Picker.Item(
          title: stage.title, detail: stage.minutes > 0 ? "\(stage.minutes) min" : "",
          choice: .stage(stage.id), isMarked: session.clock?.stage == stage.id)
      }
      overlays.append(.picker(Picker(purpose: .stage, title: "Begin which stage?", items: items)))
      return []
    case .chooseRound:
      let items = (1...max(1, session.rounds.count)).map { round in
        Picker.Item(
          lead: "\(round)", title: "Round \(round)", detail: rotation(inRound: round),
          choice: .round(round), isMarked: session.round == round)
      }
      choose(.round, "Begin which round?", items)
      return []
    default: return nil
    }
  }

  /// What the first groups work on in a round.
  private func rotation(inRound round: Int) -> String {
    session.tables.prefix(3).compactMap { table in
      session.priority(of: table.id, inRound: round).flatMap { session.priority($0)?.title }
        .map { "\(table.number) \($0)" }
    }.joined(separator: " \(glyph(.dot)) ")
  }

  private mutating func show(_ screen: Screen) {
    // Whoever comes to Capture types: a letter must not command because one browsed a while ago.
    if screen == .capture { typeAgain() }
    if self.screen != screen { endSearch() }
    self.screen = screen
    if screen == .themes {
      refreshThemeRows(keeping: false)
      if themes.theme == nil { themes.theme = session.themes.first?.id }
      beginCollating()
    }
    if screen == .decide || screen == .trials { followInConverging() }
    refreshEvaluation()
    if screen == .arrivals, arrivals.selection == nil { arrivals.selection = arrivalRows.first }
    if screen == .groups, groups.selection == nil { groups.selection = seatRows.first }
  }

  private mutating func step(_ by: Int) {
    let count = Screen.allCases.count
    show(Screen(rawValue: (screen.rawValue + by + count) % count) ?? .capture)
  }
}
