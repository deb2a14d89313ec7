import Testing

@testable import Collation

/// Floors under the quality that `make bench` measures in full: a change that makes the answers worse
/// fails here.
@Suite("Quality")
struct QualityTests {
  @Test(arguments: [0, 1])
  func mostPlantedRewordingsAreFoundAndFewOthers(half: Int) throws {
    let wordings = try Fixtures.wordings()
    var collator = Collator()
    for (id, wording) in wordings.enumerated() { collator.set(wording.text, for: id) }
    collator.settle()
    let found = collator.likelyDuplicates(limit: 10_000).filter {
      wordings[$0.first].base % 2 == half
    }
    let right = found.filter {
      let (one, other) = (wordings[$0.first], wordings[$0.second])
      return one.base == other.base && !one.isOther && !other.isOther
    }
    let bases = Set(wordings.map(\.base)).filter { $0 % 2 == half }.count
    let planted = wordings.filter { $0.base % 2 == half && !$0.isOther }.count - bases
    #expect(Double(right.count) / Double(planted) > 0.7)
    // There are more traps than half the rewordings; few rooms set as many.
    #expect(Double(right.count) / Double(found.count) > 0.65)
    #expect(found.prefix(20).filter(right.contains).count >= 17)
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
