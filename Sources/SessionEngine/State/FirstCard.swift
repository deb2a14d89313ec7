extension Session {
  /// What the card of an opportunity that is raised from contributions begins with: the priority that
  /// all of them are about, the themes that they are coded to in the order of the codebook, and whether
  /// one of them is an immediate opportunity.
  ///
  /// No words are copied, so that a redaction of a contribution reaches all there is of it.
  public func firstCard(from sources: [ContributionID]) -> CardPatch {
    let points = sources.compactMap { contributions[$0] }
    var card = CardPatch()
    let priorities = Set(points.map(\.priority)).subtracting([Priority.acrossAll.id])
    if priorities.count == 1, let only = priorities.first, priority(only) != nil {
      card.priority = only
    }
    let coded = Set(points.flatMap(\.themes).map { themeLineage.current($0) })
    let coding = themes.map(\.id).filter { coded.contains($0) }
    if !coding.isEmpty { card.themes = coding }
    if points.contains(where: { $0.lens == "immediate" }) { card.isImmediate = true }
    return card
  }
}
