/// Which themes only one sector spoke of.
///
/// A contribution counts for a sector in one of two ways. Where the plan lets contributions carry names,
/// by the sector of its noted speaker. Under the Chatham House Rule nobody's affiliation may be told, and
/// in a small room the sector is as good as a name: then a contribution counts only for the sector of a
/// group in which, in that round, three people or more sat and all of them from that one sector.
/// What came from a mixed group counts for none.
public struct SectorVoices: Sendable, Equatable {
  /// A theme that only one sector spoke of.
  public struct Finding: Sendable, Equatable {
    /// The theme.
    public let theme: ThemeID
    /// The only sector among the contributions that count for one.
    public let sector: String
    /// How many contributions count for it, at least two.
    public let ascribed: Int
    /// How many are coded to the theme in all.
    public let total: Int
  }

  /// Whether noted speakers count too.
  public let isBySpeaker: Bool
  /// How many contributions count for a sector, over all themes and none.
  public internal(set) var ascribed = 0
  /// The themes that only one sector spoke of, in the order of the codebook.
  public internal(set) var findings: [Finding] = []

  /// The fewest people whose common sector may be told under the Chatham House Rule.
  static let leastSeated = 3
}

extension Session {
  /// Which themes only one sector spoke of. Looks once at every contribution that stands.
  public func sectorVoices() -> SectorVoices {
    let isBySpeaker = plan.attribution == .named
    var voices = SectorVoices(isBySpeaker: isBySpeaker)
    let names = SectorNames(delegates.values)
    let byRound = (0...max(1, seating.count)).map { pureSectors(inRound: $0, names) }
    var sectors: [ThemeID: [String: Int]] = [:]
    for slot in contributions.kept {
      let point = contributions.all[slot]
      var heard: Set<String> = []
      for voice in lineage.stayers.isEmpty ? [point] : family(of: point.id)?.voices ?? [point] {
        let round = voice.round ?? 0
        let group = byRound.indices.contains(round) ? byRound[round] : byRound[0]
        let spoken =
          isBySpeaker
          ? voice.speaker.flatMap { delegates[$0].map { names.name($0.profile.sector) } } : nil
        if let sector = spoken.flatMap({ $0.isEmpty ? nil : $0 }) ?? group[voice.group] {
          heard.insert(sector)
        }
      }
      guard !heard.isEmpty else { continue }
      voices.ascribed += 1
      for theme in point.themes {
        for sector in heard { sectors[theme, default: [:]][sector, default: 0] += 1 }
      }
    }
    voices.findings = themes.compactMap { theme in
      guard let heard = sectors[theme.id], heard.count == 1, let only = heard.first,
        only.value >= 2
      else { return nil }
      return SectorVoices.Finding(
        theme: theme.id, sector: only.key, ascribed: only.value,
        total: contributions.count(of: theme.id))
    }
    return voices
  }

  /// The groups of which everybody comes from one sector in a round (0: as they sit now), with it.
  private func pureSectors(inRound round: Int, _ names: SectorNames) -> [GroupID: String] {
    let seats = seating.indices.contains(round - 1) ? seating[round - 1] : seats
    var sectors: [GroupID: [String]] = [:]
    for (delegate, group) in seats {
      sectors[group, default: []].append(
        delegates[delegate].map { names.name($0.profile.sector) } ?? "")
    }
    return sectors.compactMapValues { all in
      guard all.count >= SectorVoices.leastSeated, let first = all.first, !first.isEmpty,
        all.allSatisfy({ $0 == first })
      else { return nil }
      return first
    }
  }
}
