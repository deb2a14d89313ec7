/// A theme was merged into another: what is coded to the one counts as coded to the other.
public struct ThemeMerged: Event {
  /// `theme.merged`
  public static let kind = "theme.merged"
  /// The theme that leaves the codebook.
  public let theme: ThemeID
  /// The theme that takes its contributions.
  public let into: ThemeID

  /// Makes the event.
  public init(theme: ThemeID, into: ThemeID) {
    self.theme = theme
    self.into = into
  }

  /// Hands the codings over, and keeps what it takes to bring the theme back.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let target = session.themeLineage.current(into)
    guard let position = session.themes.firstIndex(where: { $0.id == theme }) else {
      return "a theme could not be merged: it is no longer in the codebook"
    }
    guard session.theme(target) != nil, target != theme else {
      return "‘\(session.title(of: theme))’ could not be merged: the other theme is no longer in"
        + " the codebook"
    }
    let gone = session.themes.remove(at: position)
    var moved: [ThemeLineage.Moved] = []
    session.recode(from: theme) { slot, point, index in
      let isBoth = point.themes.contains(target)
      moved.append(ThemeLineage.Moved(slot: slot, index: index, wasBoth: isBoth))
      if isBoth { point.themes.remove(at: index) } else { point.themes[index] = target }
    }
    session.themeLineage.merges[theme] = ThemeLineage.Merge(
      theme: gone, position: position, into: target, moved: moved)
    return nil
  }

  /// Its return.
  public func reversal(in session: Session) -> (any Event)? {
    session.theme(theme).map { ThemeParted(theme: $0.id) }
  }

  /// Whether the other theme still counts for it.
  public func isInForce(in session: Session) -> Bool {
    session.themeLineage.merges[theme]?.into == session.themeLineage.current(into)
  }

  /// Names both.
  public func account(in session: Session) -> String {
    "merged the theme ‘\(session.title(of: theme))’ into ‘\(session.title(of: into))’"
  }
}

/// A theme that had been merged away stands by itself again.
public struct ThemeParted: Event {
  /// `theme.parted`
  public static let kind = "theme.parted"
  /// Which.
  public let theme: ThemeID

  /// Makes the event.
  public init(theme: ThemeID) { self.theme = theme }

  /// Gives it its place and its codings back; what was coded since stays with the other theme.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let merge = session.themeLineage.merges.removeValue(forKey: theme) else {
      return "a theme could not be parted: it was not merged into another"
    }
    let target = session.themeLineage.current(merge.into)
    session.themes.insert(merge.theme, at: session.themes.clamped(merge.position))
    let slots = session.contributions.all.indices
    for moved in merge.moved where slots.contains(moved.slot) {
      session.contributions.update(at: moved.slot) { contribution in
        guard !contribution.themes.contains(theme) else { return }
        let index = contribution.themes.firstIndex(of: target)
        if moved.wasBoth {
          contribution.themes.insert(theme, at: contribution.themes.clamped(moved.index))
        } else if let index {
          contribution.themes[index] = theme
        }
      }
    }
    return nil
  }

  /// Its merging.
  public func reversal(in session: Session) -> (any Event)? {
    session.themeLineage.merges[theme].map { ThemeMerged(theme: theme, into: $0.into) }
  }

  /// Whether it is in the codebook.
  public func isInForce(in session: Session) -> Bool { session.theme(theme) != nil }

  /// Names the theme.
  public func account(in session: Session) -> String {
    "parted the theme ‘\(session.title(of: theme))’ from the one it had been merged into"
  }
}
