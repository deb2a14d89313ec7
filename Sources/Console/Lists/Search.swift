import SessionEngine

extension ConsoleState {
  /// Chooses the next row that fits the search.
  ///
  /// In Capture it goes through every group and priority, so that what was said is found wherever
  /// it was said. `origin` is where the search began; without it the search goes on from the
  /// chosen row.
  mutating func findMatch(forward: Bool, from origin: ContributionID?) {
    let query = search.query.lowercased()
    guard !query.isEmpty else { return }
    var found = false
    switch screen {
    case .capture: found = findInCapture(query, forward)
    case .themes:
      found =
        find(in: themes.rows, from: themes.contribution, forward) { id in
          session.contributions[id].map { fits($0, query) } ?? false
        }.map { themes.contribution = $0 } != nil
    case .arrivals:
      found =
        find(in: arrivalRows, from: arrivals.selection, forward) { fits($0, query) }
        .map { arrivals.selection = $0 } != nil
    case .groups:
      found =
        find(in: seatRows, from: groups.selection, forward) { fits($0, query) }
        .map { groups.selection = $0 } != nil
    }
    if !found { notice = .warning("nothing here fits ‘\(search.query)’") }
  }

  private mutating func findInCapture(_ query: String, _ forward: Bool) -> Bool {
    let all = session.contributions.all
    let start = capture.selection.flatMap { session.contributions.index(of: $0) } ?? 0
    let count = all.count
    for step in 1...max(1, count) where count > 0 {
      let index = (start + (forward ? step : -step) + 2 * count) % count
      let contribution = all[index]
      guard contribution.isKept, fits(contribution, query) else { continue }
      goTo(contribution.group)
      goTo(contribution.priority)
      capture.selection = contribution.id
      return true
    }
    return false
  }

  private func find<Item: Equatable>(
    in rows: [Item], from chosen: Item?, _ forward: Bool, fits: (Item) -> Bool
  ) -> Item? {
    guard !rows.isEmpty else { return nil }
    let start = chosen.flatMap { rows.firstIndex(of: $0) } ?? 0
    for step in 1...rows.count {
      let index = (start + (forward ? step : -step) + 2 * rows.count) % rows.count
      if fits(rows[index]) { return rows[index] }
    }
    return nil
  }

  private func fits(_ contribution: Contribution, _ query: String) -> Bool {
    contribution.words.lowercased().contains(query)
      || contribution.number.spoken == query || contribution.number.description == query
  }

  private func fits(_ delegate: DelegateID, _ query: String) -> Bool {
    guard let profile = session.delegates[delegate]?.profile else { return false }
    return [profile.name, profile.organisation, profile.sector, profile.role]
      .contains { $0.lowercased().contains(query) }
  }
}
