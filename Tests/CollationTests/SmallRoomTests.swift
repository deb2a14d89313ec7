import Testing

@testable import Collation

/// A room with a handful of themes, of which each was coded a few times.
@Suite("Suggestions in small rooms")
struct SmallRoomTests {
  /// How many unseen texts got a suggestion so sure, and how many of these were right.
  private struct Band {
    var offered = 0
    var right = 0
    var share: Double { offered == 0 ? 1 : Double(right) / Double(offered) }
  }

  /// What is offered in rooms with so many themes and labels, in bands from each of some marks on.
  private func bands(
    themes count: Int, labels: Int, from marks: [Double]
  ) throws -> (bands: [Band], asked: Int) {
    let labelled = try Fixtures.labelled()
    var found = marks.map { _ in Band() }
    var asked = 0
    for draw in 0..<8 {
      var random = Seeded(UInt64(draw * 100 + count * 10 + labels))
      var collator = Collator()
      var unseen: [(id: Int, theme: Int)] = []
      for (theme, group) in labelled.shuffled(using: &random).prefix(count).enumerated() {
        for (place, text) in group.texts.shuffled(using: &random).prefix(labels + 8).enumerated() {
          let id = theme * 100 + place
          collator.set(text, for: id)
          if place < labels {
            collator.label(id, with: [theme])
          } else {
            unseen.append((id, theme))
          }
        }
      }
      for item in unseen {
        asked += 1
        guard let best = collator.suggestions(for: item.id).first,
          let band = marks.lastIndex(where: { best.confidence >= $0 })
        else { continue }
        found[band].offered += 1
        if best.theme == item.theme { found[band].right += 1 }
      }
    }
    return (found, asked)
  }

  @Test(
    "what is offered is right nine times in ten, what is sure nearly always", arguments: [3, 4, 5])
  func offered(themes: Int) throws {
    for labels in [2, 3, 5] {
      let (bands, asked) = try bands(themes: themes, labels: labels, from: [0.25, 0.5])
      let told = bands.map { "\($0.right) of \($0.offered)" }.joined(separator: ", ")
      let offered = bands.reduce(0) { $0 + $1.offered }
      let right = bands.reduce(0) { $0 + $1.right }
      #expect(offered * 2 > asked, "\(themes) themes, \(labels) labels: \(offered) of \(asked)")
      #expect(right * 10 > offered * 9, "\(themes) themes, \(labels) labels: \(told)")
      #expect(bands[1].share > 0.95, "\(themes) themes, \(labels) labels: \(told)")
    }
  }
}
