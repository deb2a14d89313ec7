/// Of which sectors may be told what they said.
///
/// In a small room a sector is as good as a name, and what two of three sectors said is taken from the
/// whole with a pencil.
public enum SectorDisclosure {
  /// The smallest number of people that may be told apart.
  public static let smallest = 3

  /// What the sectors said in which nobody's score can be guessed: no sector of fewer than `smallest`
  /// scores, none named like a person or an organisation in the room, and none that would let the
  /// scores of fewer than `smallest` others be told by taking it from the whole.
  ///
  /// - Parameters:
  ///   - sectors: what each sector said.
  ///   - n: how many scores there are in all.
  ///   - delegates: everybody on the list.
  public static func unidentifying(
    _ sectors: [ScoringResult.Sector], n: Int, _ delegates: some Sequence<Delegate>
  ) -> [ScoringResult.Sector] {
    let tells = telling(delegates)
    var shown = sectors.filter {
      $0.spread.n >= smallest && !$0.name.isEmpty && !tells($0.name)
    }.sorted { ($1.spread.n, $0.name) < ($0.spread.n, $1.name) }
    var rest = n - shown.reduce(0) { $0 + $1.spread.n }
    while rest > 0, rest < smallest, let joining = shown.popLast() { rest += joining.spread.n }
    return shown
  }

  /// Whether a sector is named like a person or an organisation in the room.
  public static func telling(_ delegates: some Sequence<Delegate>) -> (String) -> Bool {
    let names = Set(
      delegates.flatMap { [$0.profile.name, $0.profile.organisation] }
        .filter { !$0.isEmpty }.map { $0.lowercased() })
    return { sector in
      let sector = sector.lowercased()
      return names.contains { sector == $0 || ($0.utf8.count >= 4 && sector.contains($0)) }
    }
  }
}

extension Session {
  /// The sectors of a criterion that may be shown, on a screen as on paper; the largest first.
  public func tellableSectors(of criterion: ScoringResult.Criterion) -> [ScoringResult.Sector] {
    criterion.sectors.isEmpty
      ? []
      : SectorDisclosure.unidentifying(
        criterion.sectors, n: criterion.spread.n, delegates.values)
  }
}
