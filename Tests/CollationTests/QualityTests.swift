import Testing

@testable import Collation

/// Floors under the quality that `make bench` measures in full: a change that makes the answers worse
/// fails here.
@Suite("Quality")
struct QualityTests {
  /// What is measured, less two hundredths: see docs/collating.md.
  struct Floor: CustomTestStringConvertible {
    let set: String
    let half: Int
    let precision: Double
    let recall: Double
    let early: Int
    var testDescription: String { "\(set), half \(half)" }
  }

  @Test(arguments: [
    Floor(set: "rewordings", half: 0, precision: 0.75, recall: 0.77, early: 17),
    Floor(set: "rewordings", half: 1, precision: 0.71, recall: 0.75, early: 18),
    Floor(set: "one-subject", half: 0, precision: 0.60, recall: 0.93, early: 16),
    Floor(set: "one-subject", half: 1, precision: 0.43, recall: 0.79, early: 15),
  ])
  func mostPlantedRewordingsAreFoundAndFewOthers(floor: Floor) throws {
    let wordings = try Fixtures.wordings(of: floor.set)
    var collator = Collator()
    for (id, wording) in wordings.enumerated() { collator.set(wording.text, for: id) }
    collator.settle()
    let found = collator.likelyDuplicates(limit: 10_000).filter {
      wordings[$0.first].base % 2 == floor.half
    }
    let right = found.filter {
      let (one, other) = (wordings[$0.first], wordings[$0.second])
      return one.base == other.base && !one.isOther && !other.isOther
    }
    let bases = Set(wordings.map(\.base)).filter { $0 % 2 == floor.half }.count
    let planted = wordings.filter { $0.base % 2 == floor.half && !$0.isOther }.count - bases
    #expect(Double(right.count) / Double(planted) > floor.recall)
    #expect(Double(right.count) / Double(found.count) > floor.precision)
    #expect(found.prefix(20).filter(right.contains).count >= floor.early)
  }

  @Test func fiveLabelsAThemeTellMostThemes() throws {
    let labelled = try Fixtures.labelled()
    var random = Seeded(11)
    var collator = Collator()
    var unseen: [(id: Int, theme: Int)] = []
    for (theme, group) in labelled.enumerated() {
      for (place, text) in group.texts.shuffled(using: &random).prefix(9).enumerated() {
        let id = theme * 100 + place
        collator.set(text, for: id)
        if place < 5 { collator.label(id, with: [theme]) } else { unseen.append((id, theme)) }
      }
    }
    let answers = unseen.map { collator.suggestions(for: $0.id, leastConfidence: 0) }
    let first = zip(answers, unseen).filter { $0.0.first?.theme == $0.1.theme }.count
    let three = zip(answers, unseen).filter { $0.0.map(\.theme).contains($0.1.theme) }.count
    #expect(Double(first) / Double(unseen.count) > 0.7)
    #expect(Double(three) / Double(unseen.count) > 0.88)
    // What is said with confidence is right more often than what is not.
    let sure = zip(answers, unseen).filter { ($0.0.first?.confidence ?? 0) > 0.6 }
    let right = sure.filter { $0.0.first?.theme == $0.1.theme }.count
    #expect(sure.count > 10 && Double(right) / Double(sure.count) > 0.85)
  }
}
