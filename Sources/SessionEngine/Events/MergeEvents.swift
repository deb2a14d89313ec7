/// Contributions that say the same were merged: one stays and stands for all.
public struct ContributionsMerged: Event {
  /// `contributions.merged`
  public static let kind = "contributions.merged"
  /// The one that stays.
  public let into: ContributionID
  /// Those that it stands for from now on.
  public let from: [ContributionID]
  /// The themes of the others that it gets.
  public let themes: [ThemeID]?
  /// Whether it is to be quoted since one of the others was.
  public let highlight: Bool?
  /// Whether an undo merges what had been separated, which it does whether or not the one that stays
  /// stands by now.
  public let again: Bool?

  /// Makes the event.
  public init(
    into: ContributionID, from: [ContributionID], themes: [ThemeID] = [], highlight: Bool = false,
    again: Bool = false
  ) {
    self.into = into
    self.from = from
    self.themes = themes.isEmpty ? nil : themes
    self.highlight = highlight ? true : nil
    self.again = again ? true : nil
  }

  /// Takes the others off the lists; all of them, or none where one does not stand any more.
  public func change(_ session: inout Session, by record: Record) -> String? {
    for id in [into] + from {
      guard let standing = session.contributions.read(id, { $0.standing }) else {
        return "contributions could not be merged: the capture of one has not arrived here"
      }
      let fits = standing == .kept || (id == into && again == true && standing != .redacted)
      guard fits, id != into || !from.contains(into) else {
        let why = session.whereabouts(of: id) ?? "it does not stand"
        return "\(session.spoken(from)) could not be merged into \(session.spoken(into)):"
          + " of \(session.spoken(id)), \(why)"
      }
    }
    for id in from {
      session.lineage.merge(id, into: into)
      _ = session.contributions.update(id) { $0.standing = .merged }
    }
    let gained = session.current(themes)
    _ = session.contributions.update(into) {
      for theme in gained where !$0.themes.contains(theme) { $0.themes.append(theme) }
      if highlight == true { $0.isHighlighted = true }
    }
    return nil
  }

  /// Their separation, which also takes back what the stayer gained.
  public func reversal(in session: Session) -> (any Event)? {
    guard let stayer = session.contributions[into] else { return nil }
    return ContributionsSeparated(
      into: into, from: from,
      themes: session.current(themes).filter { !stayer.themes.contains($0) },
      highlight: highlight == true && !stayer.isHighlighted)
  }

  /// Whether it still stands for all of them.
  public func isInForce(in session: Session) -> Bool {
    from.allSatisfy {
      session.lineage.stayers[$0] == into
        && session.contributions.read($0) { $0.standing } == .merged
    }
  }

  /// Names the numbers.
  public func account(in session: Session) -> String {
    "merged \(session.spoken(from)) into \(session.spoken(into))"
  }
}

/// Contributions that had been merged stand for themselves again.
public struct ContributionsSeparated: Event {
  /// `contributions.separated`
  public static let kind = "contributions.separated"
  /// The one that stood for them.
  public let into: ContributionID
  /// Those that stand again.
  public let from: [ContributionID]
  /// The themes that it loses: those it had got from the others.
  public let themes: [ThemeID]?
  /// Whether it is no longer to be quoted, since it was for the sake of the others.
  public let highlight: Bool?

  /// Makes the event.
  public init(
    into: ContributionID, from: [ContributionID], themes: [ThemeID] = [], highlight: Bool = false
  ) {
    self.into = into
    self.from = from
    self.themes = themes.isEmpty ? nil : themes
    self.highlight = highlight ? true : nil
  }

  /// Puts those back on the lists that it still stands for.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let apart = from.filter { isMerged($0, in: session) }
    for id in apart {
      session.lineage.separate(id)
      _ = session.contributions.update(id) { $0.standing = .kept }
      session.bringBackPlace(of: id)
    }
    let lost = session.current(themes)
    _ = session.contributions.update(into) { stayer in
      stayer.themes.removeAll { lost.contains($0) }
      if highlight == true { stayer.isHighlighted = false }
    }
    return apart.count == from.count
      ? nil
      : "not all of \(session.spoken(from)) could be separated from \(session.spoken(into)):"
        + " they were not merged into it any more"
  }

  private func isMerged(_ id: ContributionID, in session: Session) -> Bool {
    session.lineage.stayers[id] == into
      && session.contributions.read(id) { $0.standing } == .merged
  }

  /// Their merging.
  public func reversal(in session: Session) -> (any Event)? {
    guard let stayer = session.contributions[into] else { return nil }
    return ContributionsMerged(
      into: into, from: from.filter { isMerged($0, in: session) },
      themes: session.current(themes).filter { stayer.themes.contains($0) },
      highlight: highlight == true && stayer.isHighlighted, again: true)
  }

  /// Whether all of them stand for themselves.
  public func isInForce(in session: Session) -> Bool {
    from.allSatisfy { session.contributions.read($0) { $0.standing } == .kept }
  }

  /// Names the numbers.
  public func account(in session: Session) -> String {
    "separated \(session.spoken(from)) from \(session.spoken(into))"
  }
}
