import SessionEngine

extension ConsoleState {
  /// Why an action cannot be carried out just now; `nil` where it can.
  func unavailable(_ action: Action) -> String? {
    switch action {
    case .reword, .withdraw, .moveGroup, .movePriority, .speaker:
      return capture.selection == nil ? "no contribution is chosen" : nil
    case .code, .highlight, .cycleLens: return noContribution
    case .keep:
      return readOnlyReason
    case .addMinute, .takeMinute, .addMinutes, .endStage:
      return session.clock == nil ? "no stage is under way" : nil
    case .nextStage:
      return session.nextStage == nil
        ? session.plan.agenda.isEmpty
          ? "the plan has no agenda" : "the agenda has no further stage" : nil
    case .startOrPause, .chooseStage:
      return session.plan.agenda.isEmpty ? "the plan has no agenda" : nil
    case .togglePresence, .markMissing, .correct, .remove:
      return arrivals.selection == nil ? "no delegate is chosen" : nil
    case .markEverybody:
      return session.delegates.isEmpty ? "there are no delegates yet" : nil
    case .swap, .together, .apart, .host, .pin, .seatNext, .seatPrevious, .seatAt, .tableBefore,
      .tableAfter:
      return groups.selection == nil ? "no delegate is chosen" : nil
    case .assignPriority, .renameGroup:
      return session.tables.isEmpty ? "there are no groups yet: f sets them up" : nil
    case .repair:
      return session.seats.isEmpty ? "nobody has a seat yet: d mixes the groups" : nil
    case .restMix:
      return mixing?.isFinished == true ? "the search is done" : nil
    case .mix:
      return session.delegates.isEmpty ? "there are no delegates yet" : nil
    case .undo:
      return session.nextUndo(by: device) == nil ? "there is nothing of yours to undo" : nil
    case .redo:
      return session.nextRedo(by: device) == nil ? "there is nothing to redo" : nil
    case .endSearch:
      return search.query.isEmpty ? "there is nothing to go back from; q leaves Plenary" : nil
    case .chooseRound:
      return session.rounds.isEmpty ? "no rounds are planned" : nil
    case .nextMatch, .previousMatch:
      return search.query.isEmpty ? "nothing is searched for" : nil
    case .renameTheme, .defineTheme:
      return noTheme
    case .acceptSuggestion, .alsoTheme, .sameAs, .breakUp, .family, .keyPoints, .mergeTheme,
      .splitTheme, .themeEarlier, .themeLater, .keepFirst, .keepSecond, .dismissPair,
      .reinstatePair, .reinstateTopic, .acceptTopic, .renameTopic, .ignoreTopic, .highlightEarlier,
      .highlightLater,
      .dropHighlight:
      return unavailableInCollating(action)
    case .chooseColours:
      return palettes.count < 2 ? "there is one palette only" : nil
    case .keepForm, .openAnswer, .clearAnswer, .rewordItem, .removeItem, .itemUp, .itemDown:
      return unavailableInEvaluation(action)
    default:
      if action.points != nil { return unavailableInEvaluation(action) }
      if let index = action.codeIndex {
        if let noContribution { return noContribution }
        return session.themes.indices.contains(index) ? nil : "there is no theme \(index + 1)"
      }
      return unavailableInConverging(action)
    }
  }

  /// Why no contribution is chosen; `nil` where one is.
  var noContribution: String? {
    if chosenContribution != nil {
      // Nothing may be done to what is not in sight.
      return isPaneHidden(.contributions)
        ? "the contribution is not in sight: Tab shows it" : nil
    }
    let isDone =
      screen == .themes && themes.filter == .uncoded && uncodedSlots.isEmpty
      && session.contributions.keptCount > 0
    return isDone ? Self.allCoded : "no contribution is chosen"
  }

  /// Why no theme is chosen; `nil` where one is.
  var noTheme: String? {
    if chosenTheme == nil { return "no theme is chosen" }
    return isPaneHidden(.codebook) ? "the codebook is not in sight: Tab shows it" : nil
  }

  /// Whether the screen has room for one of the two lists of Themes, and shows the other.
  private func isPaneHidden(_ pane: ThemesState.Pane) -> Bool {
    context == .themes && themes.pane != pane && !Layout(size: size).hasSidePane
  }

  /// Where keys mean what they mean just now.
  var context: Context {
    switch screen {
    case .arrivals: .arrivals
    case .groups: mixing == nil ? .groups : .mixing
    case .themes: collating.view.context
    case .decide:
      switch decide.view {
      case .list: .decide
      case .ballots: .balloting
      case .result: .result
      }
    case .trials: trials.isCardOpen ? .card : .trials
    case .evaluation: evaluationContext
    case .capture: capture.mode == .browsing ? .browsing : .typing
    }
  }

  /// The contribution that marks are set on: chosen in Capture or in Themes.
  var chosenContribution: Contribution? {
    let id = screen == .themes ? themes.contribution : capture.selection
    return id.flatMap { session.contributions[$0] }.flatMap { $0.isKept ? $0 : nil }
  }

  /// The theme chosen in the codebook.
  var chosenTheme: Theme? { themes.theme.flatMap { session.theme($0) } }

  /// The group of the delegate chosen in Groups.
  var tableInView: Group? {
    groups.selection.flatMap { session.seats[$0] }.flatMap { session.group($0) }
  }
}
