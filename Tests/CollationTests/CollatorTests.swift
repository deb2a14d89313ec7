import Testing

@testable import Collation

@Suite("A collator")
struct CollatorTests {
  @Test func offersTwoWordingsOfTheSameAndSaysWhy() {
    var collator = Collator()
    collator.set("Police officers should visit schools more often.", for: 1)
    collator.set("More school visits by police officers", for: 2)
    collator.set("Cash businesses give cover; who audits them?", for: 3)
    collator.settle()
    let found = collator.likelyDuplicates(limit: 10)
    #expect(found.map { [$0.first, $0.second] } == [[1, 2]])
    #expect(found.first?.shared.isEmpty == false)
  }
}
