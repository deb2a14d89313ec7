import SessionEngine

/// How what was said spreads over the codebook, as JSON, a line each: the themes in their order, what is
/// not coded, what several groups said, what only one sector spoke of.
struct ShapePrinter {
  private let session: Session
  private let shape: ThemeShape

  init(_ session: Session) {
    self.session = session
    shape = session.themeShape()
  }

  func put() throws(Failure) {
    for line in themes { try put(line) }
    for line in repeats { try put(line) }
    for line in sectors { try put(line) }
  }

  private func put(_ line: some Encodable) throws(Failure) {
    Output.line(try JSONAnswer.text(line, pretty: false))
  }

  private struct Count: Encodable {
    let name: String
    let count: Int
  }

  private struct Spread: Encodable {
    /// `theme`, or `uncoded` on the line of what is coded to no theme.
    let kind: String
    /// Left out on the line of what is coded to no theme.
    let theme: String?
    let total, groups: Int
    let byPriority, byGroup: [Count]
    /// The themes that some of it is coded to as well, in the order of the codebook.
    let together: [Count]
  }

  private var themes: [Spread] {
    let coded = shape.themes.indices.map { row in
      spread(
        shape.spreads[row], of: session.title(of: shape.themes[row]),
        together: shape.themes.indices.compactMap { column in
          let count = shape.overlaps[row][column]
          return column == row || count == 0
            ? nil : Count(name: session.title(of: shape.themes[column]), count: count)
        })
    }
    return coded + [spread(shape.uncoded, of: nil, together: [])]
  }

  private func spread(_ spread: ThemeShape.Spread, of theme: String?, together: [Count]) -> Spread {
    Spread(
      kind: theme == nil ? "uncoded" : "theme", theme: theme, total: spread.total,
      groups: spread.groupCount,
      byPriority: zip(shape.priorities, spread.byPriority).map {
        Count(name: session.priority($0)?.title ?? "", count: $1)
      },
      byGroup: zip(shape.groups, spread.byGroup).map {
        Count(name: session.group($0)?.name ?? "", count: $1)
      }, together: together)
  }

  private struct Repeated: Encodable {
    let number, text: String
    let times: Int
    let groups: [String]
  }

  private var repeats: [Repeated] {
    shape.repeats.compactMap { entry in
      session.contributions[entry.contribution].map { point in
        Repeated(
          number: point.number.description, text: point.words, times: entry.count,
          groups: entry.groups.compactMap { session.group($0)?.name })
      }
    }
  }

  private struct OneSector: Encodable {
    let sector, theme: String
    let ascribed, total: Int
  }

  private var sectors: [OneSector] {
    session.sectorVoices().findings.map {
      OneSector(
        sector: $0.sector, theme: session.title(of: $0.theme), ascribed: $0.ascribed,
        total: $0.total)
    }
  }
}
