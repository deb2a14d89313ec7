import SessionEngine

// Why something of Themes cannot be done just now.
extension ConsoleState {
  func unavailableInCollating(_ action: Action) -> String? {
    switch action {
    case .acceptSuggestion: return suggestedTheme == nil ? "no theme is suggested" : noContribution
    case .alsoTheme: return collating.lastCoded == nil ? "nothing was coded just now" : nil
    case .sameAs, .breakUp, .family:
      return noContribution
    case .keyPoints, .splitTheme, .themeEarlier, .themeLater:
      return noTheme
    case .mergeTheme:
      return noTheme ?? (session.themes.count < 2 ? "there is no other theme" : nil)
    case .keepFirst, .keepSecond, .dismissPair:
      return chosenPair == nil ? "no pair is offered" : nil
    case .reinstatePair: return session.putAside.pairs.isEmpty ? "no pair was put aside" : nil
    case .reinstateTopic: return session.putAside.topics.isEmpty ? "no topic was ignored" : nil
    case .acceptTopic, .renameTopic, .ignoreTopic:
      return chosenTopic == nil ? "no topic is offered" : nil
    case .highlightEarlier, .highlightLater, .dropHighlight:
      return collating.highlight == nil ? "no highlight is chosen" : nil
    default: return nil
    }
  }
}
