import Testing

@testable import Collation

@Suite("A collator")
struct CollatorTests {
  /// What a collator says when it is asked everything.
  private struct Answers: Equatable {
    let duplicates: [LikelyDuplicate]
    let topics: [EmergentTopic]
    let suggestions: [[SuggestedTheme]]

    init(_ collator: inout Collator, ids: [Int]) {
      collator.settle()
      duplicates = collator.likelyDuplicates(limit: 100_000)
      topics = collator.topics(among: ids, limit: 100)
      suggestions = ids.prefix(12).map { [collator] in
        collator.suggestions(for: $0, leastConfidence: 0)
      }
    }
  }

  @Test(arguments: 0..<4)
  func knowsOnlyWhatIsThereNotHowItCame(seed: UInt64) throws {
    // Given texts with labels, told in some order
    var random = Seeded(seed)
    let all = try Fixtures.labelled().enumerated().flatMap { theme, group in
      group.texts.prefix(12).map { (theme: theme, text: $0) }
    }
    let kept = Dictionary(
      uniqueKeysWithValues: all.enumerated().shuffled(using: &random).prefix(120)
        .map { ($0.offset, $0.element) })
    var plain = Collator()
    for (id, item) in kept.sorted(by: { $0.key < $1.key }) {
      plain.set(item.text, for: id)
      if id % 3 == 0 { plain.label(id, with: [item.theme]) }
    }
    // When others are told with detours: texts that come and go, change, and are coded wrongly first
    var detours = Collator()
    for (id, item) in all.enumerated().shuffled(using: &random) {
      detours.set(all.randomElement(using: &random)?.text ?? "", for: id)
      detours.label(id, with: [99])
      if Bool.random(using: &random) { detours.settle(atMost: 5) }
      if Bool.random(using: &random) { detours.remove(id) }
      detours.set(item.text, for: id)
      if kept[id] == nil { detours.set("Something quite different \(id)", for: id + 5000) }
    }
    for id in all.indices.shuffled(using: &random) {
      if kept[id] == nil {
        detours.remove(id)
        detours.remove(id + 5000)
      } else {
        detours.label(id, with: id % 3 == 0 ? [all[id].theme] : [])
      }
    }
    // Then both say the same to the last bit
    let ids = kept.keys.sorted()
    let (one, other) = (Answers(&detours, ids: ids), Answers(&plain, ids: ids))
    let isSame = (
      one.duplicates == other.duplicates, one.topics == other.topics,
      one.suggestions == other.suggestions
    )
    #expect(isSame == (true, true, true))
    #expect(plain.count == kept.count)
    #expect(!other.duplicates.isEmpty && !other.topics.isEmpty)
  }

  @Test func aCopyDoesNotSeeWhatComesLater() {
    var collator = Collator()
    collator.set("Knife bins outside shops", for: 1)
    let copy = collator
    collator.set("Knife bins outside the shops", for: 2)
    collator.settle()
    #expect(collator.likelyDuplicates(limit: 5).count == 1)
    #expect(copy.likelyDuplicates(limit: 5).isEmpty && copy.count == 1 && !copy.contains(2))
  }

  @Test func saysNothingOfWhatItWasNotTold() {
    var collator = Collator()
    collator.remove(7)
    collator.dismiss(1, 2)
    collator.label(3, with: [1])
    collator.settle()
    #expect(collator.likelyDuplicates(limit: 5).isEmpty && collator.likelyDuplicates(of: 9).isEmpty)
    #expect(collator.topics(among: [1, 2, 3]).isEmpty && collator.suggestions(for: 3).isEmpty)
  }
}
