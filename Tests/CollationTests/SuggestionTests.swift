import Testing

@testable import Collation

@Suite("Suggested themes")
struct SuggestionTests {
  private static func collator() -> Collator {
    var collator = Collator()
    for (id, text) in [
      "Follow the cash through small businesses", "Launderers hide cash in nail bars",
      "Ask banks about strange cash deposits", "Analysts have too much data",
      "Join the data of three agencies", "Nobody may share health data",
    ].enumerated() {
      collator.set(text, for: id)
      collator.label(id, with: [id < 3 ? 10 : 20])
    }
    return collator
  }

  @Test func areLearntFromTheCodingAndSayWhy() {
    var collator = Self.collator()
    collator.set("Who audits cash in barber shops?", for: 50)
    collator.set("Police data is kept in five systems", for: 51)
    let cash = collator.suggestions(for: 50)
    #expect(cash.first?.theme == 10)
    #expect(cash.first?.words == ["cash"])
    #expect(collator.suggestions(for: 51).first?.theme == 20)
    #expect(collator.suggestions(for: 51).first?.words.first == "data")
  }

  @Test func sayNothingWhenNothingSpeaksForAny() {
    var collator = Self.collator()
    collator.set("Horse thefts rise every summer", for: 50)
    collator.set("🎉", for: 51)
    collator.set("", for: 52)
    collator.set("馬の盗難", for: 53)
    for id in 50...54 { #expect(collator.suggestions(for: id).isEmpty) }
    var fresh = Collator()
    fresh.set("Follow the cash", for: 1)
    #expect(fresh.suggestions(for: 1).isEmpty)
  }

  @Test("Function words, numbers and a word that was coded once are no reason")
  func chance() {
    // Given a few coded points that share "as", "two", "new" and "ask" with others
    var collator = Collator()
    for (id, text) in [
      "Two new cameras as soon as they can", "Ask the two new landlords before they sign",
      "For two months nobody can say", "Ask for a new lorry park as before",
    ].enumerated() {
      collator.set(text, for: id)
      collator.label(id, with: [id % 2])
    }
    // When a point has those words, and one word of a single coded text
    collator.set("Ask as many as you can for two new cameras before June", for: 50)
    // Then nothing is suggested
    #expect(collator.suggestions(for: 50).isEmpty)
  }

  @Test func changeAtOnceWithTheCoding() {
    // Given a text that was suggested one theme
    var collator = Self.collator()
    collator.set("Banks hide cash", for: 50)
    let before = collator.suggestions(for: 50)
    #expect(before.first?.theme == 10)
    // When the coding of those like it is changed
    for id in 0..<3 { collator.label(id, with: [30]) }
    // Then so is the suggestion, and undoing the change undoes that
    #expect(collator.suggestions(for: 50).first?.theme == 30)
    for id in 0..<3 { collator.label(id, with: [10]) }
    #expect(collator.suggestions(for: 50) == before)
    // And what is not coded any more teaches nothing
    for id in 0..<6 { collator.label(id, with: []) }
    #expect(collator.suggestions(for: 50).isEmpty)
  }

  @Test func aThemeIsKnownByItsOwnWordsBeforeAnythingIsCoded() {
    var collator = Collator()
    collator.describe(1, as: ["The challenge of data", "too much volume to see what matters"])
    collator.describe(
      2, as: ["Inside their world", "business models, money laundering, recruitment"])
    collator.set("They recruit in gyms and launder through car washes", for: 5)
    #expect(collator.suggestions(for: 5).first?.theme == 2)
    collator.describe(2, as: [])
    #expect(collator.suggestions(for: 5).isEmpty)
  }

  @Test func aTextsOwnLabelDoesNotSpeakForIt() {
    var collator = Self.collator()
    collator.set("Zebra crossings fade", for: 50)
    collator.label(50, with: [10])
    #expect(collator.suggestions(for: 50).isEmpty)
  }

  @Test func aTextMayTeachSeveralThemes() {
    var collator = Self.collator()
    collator.set("Data on cash deposits stays with the banks", for: 50)
    collator.label(50, with: [20, 10, 20])
    collator.set("Cash deposit data", for: 51)
    let found = collator.suggestions(for: 51, leastConfidence: 0.05)
    #expect(Set(found.map(\.theme)) == [10, 20])
    #expect(found.allSatisfy { (0...1).contains($0.confidence) })
    #expect(collator.suggestions(for: 51, limit: 1, leastConfidence: 0).count == 1)
  }

  @Test func oneThemeAloneIsNotSuggestedForEverything() {
    var collator = Collator()
    let texts = [
      "Follow the cash", "Launderers hide cash", "Cash hides in shops", "Buses are late",
      "Schools need officers", "Lorry parks need cameras", "Cash couriers fly", "Officers are late",
    ]
    for (id, text) in texts.enumerated() { collator.set(text, for: id) }
    for id in 0..<3 { collator.label(id, with: [1]) }
    #expect(collator.suggestions(for: 6).first?.theme == 1)
    #expect(collator.suggestions(for: 7).isEmpty)
  }
}
