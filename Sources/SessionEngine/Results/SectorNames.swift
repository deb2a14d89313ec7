/// What the sectors in the room are called: spellings that differ in capitals, accents or spaces are one
/// sector, which goes by the spelling that most delegates have.
public struct SectorNames: Sendable {
  private let names: [String: String]

  /// The sectors of some delegates.
  public init(_ delegates: some Sequence<Delegate>) {
    var counts: [String: [String: Int]] = [:]
    for delegate in delegates {
      let sector = delegate.profile.sector.trimmed
      counts[sector.sectorKey, default: [:]][sector, default: 0] += 1
    }
    names = counts.compactMapValues { spellings in
      spellings.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
  }

  /// What a sector is called, however it was spelt; empty for none.
  public func name(_ sector: String) -> String { names[sector.sectorKey] ?? sector.trimmed }
}

extension String {
  /// The same for spellings that differ in capitals, accents or spaces.
  fileprivate var sectorKey: String { withoutMarks.squeezed }
}
