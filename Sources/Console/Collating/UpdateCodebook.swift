import SessionEngine
import Terminal

// The codebook: key points, order, merging and splitting of themes.
extension ConsoleState {
  mutating func performOnCodebook(_ action: Action) -> [Effect]? {
    guard let theme = chosenTheme else { return nil }
    switch action {
    case .keyPoints: showKeyPoints(of: theme)
    case .mergeTheme: chooseTarget(for: theme)
    case .splitTheme: beginSplitting(theme)
    case .themeEarlier: return moveTheme(theme, -1)
    case .themeLater: return moveTheme(theme, 1)
    default: return nil
    }
    return []
  }

  private mutating func moveTheme(_ theme: Theme, _ by: Int) -> [Effect] {
    guard let index = session.themes.firstIndex(where: { $0.id == theme.id }) else { return [] }
    guard session.themes.indices.contains(index + by) else {
      notice = .good("‘\(theme.title)’ is \(by < 0 ? "first" : "last") already")
      return []
    }
    return [.perform(.moveTheme(theme.id, to: index + by), .plain)]
  }

  private mutating func chooseTarget(for theme: Theme) {
    let items = session.themes.enumerated().filter { $0.element.id != theme.id }.map {
      themeItem($0.element, at: $0.offset)
    }
    choose(
      .collating(.mergeTheme(theme.id)), "‘\(theme.title)’ counts for which other theme?", items)
  }

  // MARK: Key points

  private mutating func showKeyPoints(of theme: Theme) {
    let items = theme.keyPoints.enumerated().map {
      Picker.Item(lead: "\($0.offset + 1)", title: $0.element, choice: .point($0.offset))
    }
    overlays.append(
      .picker(
        Picker(
          purpose: .collating(.keyPoints(theme.id)),
          title: "Key points of ‘\(theme.title)’: type a new one, or choose one to change",
          items: items, offersNew: "new key point",
          whenEmpty: "There is none yet: type the first.")))
  }

  mutating func changeKeyPoint(_ theme: ThemeID, _ index: Int) {
    guard let points = session.theme(theme)?.keyPoints, points.indices.contains(index) else {
      return
    }
    ask(
      .keyPoint(theme, index: index), "key point \(index + 1)", "empty takes it off the list",
      points[index])
  }

  /// Puts a key point in the place of another, behind all, or takes one off where there are no words.
  func setKeyPoint(_ theme: ThemeID, _ index: Int?, _ text: String) -> [Effect] {
    guard let now = session.theme(theme) else { return [] }
    var points = now.keyPoints
    let text = text.trimmed
    var isAdded = false
    if let index, points.indices.contains(index) {
      if text.isEmpty { points.remove(at: index) } else { points[index] = text }
    } else if !text.isEmpty {
      points.append(text)
      isAdded = true
    }
    // Enter on an empty line ends the adding.
    guard points != now.keyPoints else { return [] }
    return [
      .perform(
        .defineTheme(theme, definition: now.definition, keyPoints: points),
        .collating(.keyPoints(theme, added: isAdded)))
    ]
  }

  /// Says what became of the key points; after one was added, asks for the next, so that several can be
  /// typed one after the other.
  mutating func keyPointsWereSet(_ id: ThemeID, added isAdded: Bool) {
    guard let theme = session.theme(id) else { return }
    guard isAdded else {
      notice = .good("changed the key points of ‘\(theme.title)’")
      return
    }
    let count = theme.keyPoints.count
    let done = "added key point \(count) of ‘\(theme.title)’"
    notice = .good(done)
    ask(.keyPoint(id, index: nil), "key point \(count + 1)", "\(done); Enter on an empty line ends")
  }

  // MARK: Splitting

  private mutating func beginSplitting(_ theme: Theme) {
    collating.split = SplitState(theme: theme.id)
    guard let first = splitRows.first else {
      notice = .good("nothing is coded to ‘\(theme.title)’, so there is nothing to split")
      return
    }
    collating.split.chosen = first
    collating.view = .splitting
  }

  mutating func performInSplitting(_ action: Action) -> [Effect]? {
    let rows = splitRows
    switch action {
    case .markForSplit:
      guard let chosen = collating.split.chosen else { return [] }
      if collating.split.going.remove(chosen) == nil { collating.split.going.insert(chosen) }
      collating.split.chosen = rows.stepped(from: chosen, 1)
    case .markAll:
      let all = Set(rows)
      collating.split.going = collating.split.going == all ? [] : all
    case .splitNow:
      guard let theme = collating.split.theme, !collating.split.going.isEmpty else {
        notice = .good("Space says which contributions go over")
        return []
      }
      ask(
        .splitTheme(theme, rows.filter(collating.split.going.contains)), "new theme",
        "its title; \(collating.split.going.count) of \(rows.count) go over")
    default: return nil
    }
    return []
  }

  /// What became of a theme, and what it came of; empty where neither.
  func lineage(of theme: ThemeID) -> [String] {
    var parts: [String] = []
    if let origin = session.themeLineage.origins[theme] {
      parts.append("split off ‘\(session.title(of: origin))’")
    }
    let merged = session.themeLineage.merged(into: theme).map { "‘\($0.theme.title)’" }
    if !merged.isEmpty { parts.append("counts for " + merged.joined(separator: ", ") + " too") }
    return parts
  }

  // MARK: A theme that is named in the capture line

  /// The title of the theme that the mark under the cursor would add; `nil` where it names one, or is
  /// not to name any.
  var themeInLine: String? {
    let line = capture.draft.line
    guard screen == .capture, capture.mode == .typing, !session.isLent,
      let mark = Mark.atCursor(line.cursor, in: line)
    else { return nil }
    return mark.newTitle(in: session)
  }

  mutating func addThemeInLine() -> [Effect]? {
    guard let title = themeInLine else { return nil }
    return [.perform(.addTheme(title: title, definition: ""), .collating(.themeInLine))]
  }
}

extension Session {
  /// Whether this is what stands in for a session that the store works on.
  fileprivate var isLent: Bool { !isOpen }
}

extension Mark {
  /// The title that a theme of this name would have: #cash-couriers is “Cash couriers”.
  func newTitle(in session: Session) -> String? {
    guard kind == "#", word.first?.isLetter == true, candidates(in: session).isEmpty else {
      return nil
    }
    let words = word.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
