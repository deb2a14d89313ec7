import Testing

@testable import Collation

@Suite("Likely duplicates")
struct DuplicateTests {
  private static func collator(_ texts: [String]) -> Collator {
    var collator = Collator()
    for (id, text) in texts.enumerated() { collator.set(text, for: id) }
    collator.settle()
    return collator
  }

  private static func areOffered(_ one: String, _ other: String) -> Bool {
    !collator([one, other, "Cash businesses give cover; who audits them?"])
      .likelyDuplicates(limit: 5).isEmpty
  }

  @Test(arguments: [
    ("Officers should visit schools", "officers should visit SCHOOLS!"),
    ("Visit schools with officers more often", "More often, officers visit schools"),
    ("Intelligence sharing between forces is slow", "Inteligence shairng between forces is slow"),
    ("It is not safe to report gangs", "It is unsafe to report gangs"),
    (
      "Schools call officers about small quarrels",
      "Officers are called by schools about small quarrels"
    ),
    ("Write to the Crown Prosecution Service early", "Write early to the CPS"),
    ("El café está cerrado", "el cafe esta cerrado"),
    ("警察と大学の情報共有", "大学と警察の情報共有"),
    ("يجب تدريب الشرطة في المدارس", "يجب تدريب الشرطة في مدارس"),
    ("Yes", "yes."),
  ])
  func areWordingsOfTheSame(one: String, other: String) {
    #expect(Self.areOffered(one, other))
  }

  @Test(arguments: [
    ("The review takes 4 hours every time", "The review takes 24 hours every time"),
    ("Young people trust the panel", "Young people do not trust the panel"),
    ("Charge firms that do not report", "Do not charge firms that report"),
    ("Tell families before the hearing", "Tell families after the hearing"),
    ("Schools call officers about small quarrels", "Officers call schools about small quarrels"),
    (
      "Schools are called by officers about quarrels",
      "Officers are called by schools about quarrels"
    ),
    ("Close premises within a week", "Close premises within a year"),
    ("The force was able to act", "The force was unable to act"),
    ("Hold more meetings with partners", "Hold fewer meetings with partners"),
    ("👍", "🎉"), ("", ""), ("!!!", "?"),
  ])
  func areNotTextsThatDenyEachOtherOrSayNothing(one: String, other: String) {
    #expect(!Self.areOffered(one, other))
  }

  @Test func comeBestFirstWithTheWordsThatSpeakForThem() {
    // Given three wordings of one point, one of them the same to the letter
    let collator = Self.collator([
      "Share data with partners early", "Share data with partners early",
      "Share our data early, and with every partner agency", "Lorry parks need cameras and fences",
    ])
    // When the duplicates are asked for
    let found = collator.likelyDuplicates(limit: 10)
    // Then the sure one leads, each says why, and the limit is kept
    #expect(found.first.map { [$0.first, $0.second] } == [0, 1])
    #expect(found.first?.likeness == 1)
    #expect(found.map(\.likeness) == found.map(\.likeness).sorted(by: >))
    #expect(found.dropFirst().first?.shared.contains("partners") == true)
    #expect(found.dropFirst().first?.apart == ["agency"])
    #expect(collator.likelyDuplicates(limit: 1) == [found[0]])
    #expect(!found.contains { $0.second == 3 })
  }

  @Test func aDismissedPairStaysAwayUntilItIsReinstated() {
    var collator = Self.collator(["Knife bins outside shops", "Knife bins outside the shops"])
    collator.dismiss(1, 0)
    #expect(collator.likelyDuplicates(limit: 5).isEmpty)
    #expect(collator.likelyDuplicates(of: 0).isEmpty)
    collator.reinstate(0, 1)
    #expect(collator.likelyDuplicates(of: 1).map(\.first) == [0])
    // A text that was taken out and comes back is a new one.
    collator.dismiss(0, 1)
    collator.remove(1)
    collator.set("Knife bins outside the shops", for: 1)
    collator.settle()
    #expect(collator.likelyDuplicates(limit: 5).count == 1)
  }

  @Test func manyTextsOfTheSameWordsAreOfferedOnceEach() {
    // Given a hundred people who typed the same, and one who typed nearly that
    var collator = Self.collator(Array(repeating: "More youth workers in schools", count: 100))
    collator.set("More youth workers in the primary schools", for: 100)
    collator.settle()
    // When one asks, then there are as many offers as there are texts to merge, not pairs of pairs
    #expect(collator.likelyDuplicates(limit: 10_000).count == 100)
    // And when the first is merged away, another stands for all
    collator.remove(0)
    collator.settle()
    let found = collator.likelyDuplicates(limit: 10_000)
    #expect(found.count == 99)
    #expect(found.filter { $0.likeness == 1 }.allSatisfy { $0.first == 1 })
  }

  @Test func areFoundInAWorkshopOnOneSubjectHoweverCommonItsWords() {
    // Given 400 contributions in which each of the subject's words is in an eighth
    let subject = [
      "young", "people", "trust", "police", "officers", "school", "parents", "streets", "knives",
      "evenings", "football", "buses", "phones", "courts", "prison", "cadets", "councils", "drugs",
      "cameras", "markets", "churches", "nurses", "victims", "uniforms", "arrests", "rumours",
      "harbour", "trains", "lawyers", "students",
    ]
    var random = Seeded(3)
    var texts = (0..<400).map { _ in
      subject.shuffled(using: &random).prefix(4).joined(separator: " ")
    }
    // When two of them say the same in another order and voice
    texts.append("Young people do not trust police officers")
    texts.append("Police officers are not trusted by young people")
    let found = Self.collator(texts).likelyDuplicates(of: 401)
    // Then they are offered to each other first
    #expect(found.first?.first == 400)
  }

  @Test func areFoundLittleByLittleWithTheSameEnd() throws {
    let texts = try Fixtures.wordings().map(\.text)
    var slow = Collator()
    for (id, text) in texts.enumerated() { slow.set(text, for: id) }
    let whole = Self.collator(texts)
    var steps = 0
    while slow.pending > 0 {
      slow.settle(atMost: 7)
      steps += 1
    }
    #expect(steps >= texts.count / 7)
    #expect(slow.likelyDuplicates(limit: 1000) == whole.likelyDuplicates(limit: 1000))
    #expect(!whole.likelyDuplicates(limit: 1000).isEmpty)
  }

  @Test func aLongOrHostileTextIsReadLikeAnyOther() {
    let hostile = [
      String(repeating: "a", count: 5000), String(repeating: "word ", count: 5000),
      (0..<3000).map { "w\($0)x" }.joined(separator: " "),
      String(repeating: "e\u{301}", count: 4000),
      String(repeating: "漢", count: 5000), String(repeating: "\u{200D}", count: 5000), "\u{0}\u{1}",
      String(repeating: "not ", count: 500), "#12 ##", "'’' ’", "\u{202E}evil\u{202C}",
    ]
    var collator = Self.collator(hostile + hostile)
    let found = collator.likelyDuplicates(limit: 100)
    #expect(found.count >= 6)
    #expect(found.allSatisfy { $0.second == $0.first + hostile.count && $0.likeness == 1 })
    for id in 0..<hostile.count * 2 { collator.remove(id) }
    #expect(collator.count == 0 && collator.likelyDuplicates(limit: 5).isEmpty)
  }
}
