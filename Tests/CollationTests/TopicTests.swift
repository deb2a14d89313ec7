import Testing

@testable import Collation

@Suite("Emergent topics")
struct TopicTests {
  private static let room = [
    "Bus drivers see exploited children first", "Train bus drivers to spot exploited children",
    "Exploited children travel by bus at night", "Ask every bus driver what children tell them",
    "Banks should flag strange cash deposits", "Cash deposits at banks are never questioned",
    "Who checks cash deposits in small banks?", "Flag cash deposits above a limit at all banks",
    "Interpreters arrive late",
  ]

  private static func collator(_ texts: [String]) -> Collator {
    var collator = Collator()
    for (id, text) in texts.enumerated() { collator.set(text, for: id) }
    return collator
  }

  @Test func areNamedByTheirWordsAndTakeWhatIsAboutThem() {
    // Given a small room that spoke of two things, and of a third once
    let topics = Self.collator(Self.room).topics(among: Array(Self.room.indices))
    // Then there are the two, each with its own, and the third is in none
    #expect(Set(topics.map { Set($0.members) }) == [[0, 1, 2, 3], [4, 5, 6, 7]])
    let cash = topics.first { $0.members.contains(4) }
    #expect(cash?.words.contains("cash") == true && cash?.words.contains("deposits") == true)
    #expect(topics.first { $0.members.contains(0) }?.words.contains("bus") == true)
  }

  @Test func areSoughtOnlyAmongTheTextsGiven() {
    let collator = Self.collator(Self.room)
    let topics = collator.topics(among: [4, 5, 6, 7, 8, 8, 4, 1000])
    #expect(topics.map { Set($0.members) } == [[4, 5, 6, 7]])
    #expect(collator.topics(among: [0, 1]).isEmpty && collator.topics(among: []).isEmpty)
    #expect(collator.topics(among: Array(0..<9), limit: 1).count == 1)
  }

  @Test func areFoundWhereNothingElseIsLeft() {
    // Given a room of which all that is about buses was coded already
    let collator = Self.collator(Self.room)
    // When what is left is about one thing alone
    let topics = collator.topics(among: [4, 5, 6, 7])
    // Then that is said, though every text has its words
    #expect(topics.map { Set($0.members) } == [[4, 5, 6, 7]])
    #expect(topics.first?.words.contains("cash") == true)
  }

  @Test func doNotDependOnTheOrderOfTheQuestion() {
    let collator = Self.collator(Self.room)
    var random = Seeded(3)
    let whole = collator.topics(among: Array(Self.room.indices))
    for _ in 0..<5 {
      #expect(collator.topics(among: Self.room.indices.shuffled(using: &random)) == whole)
    }
  }

  @Test func areThoseThatPeopleSawInLabelledTexts() throws {
    // Given the labelled texts without their labels
    let labelled = try Fixtures.labelled()
    let texts = labelled.enumerated().flatMap { theme, group in
      group.texts.map { (theme: theme, text: $0) }
    }
    let topics = Self.collator(texts.map(\.text)).topics(among: Array(texts.indices), limit: 40)
    // Then no topic shares a member with another, about as many are found as people named, and most
    // members of a topic have one label
    let members = topics.flatMap(\.members)
    #expect(Set(members).count == members.count)
    #expect((labelled.count - 5...labelled.count + 5).contains(topics.count))
    let agreeing = topics.reduce(0) { sum, topic in
      let counts = Dictionary(grouping: topic.members) { texts[$0].theme }.values.map(\.count)
      return sum + (counts.max() ?? 0)
    }
    #expect(Double(agreeing) / Double(members.count) > 0.75)
    #expect(Double(members.count) / Double(texts.count) > 0.75)
    #expect(topics.allSatisfy { !$0.words.isEmpty && $0.words.count <= 4 && $0.members.count > 2 })
    #expect(topics.allSatisfy { (0...1).contains($0.cohesion) })
  }

  @Test func areNotMadeOfTextsWithNothingInCommon() {
    let strangers = [
      "Lorry parks need cameras", "Interpreters arrive late", "Fund rugby clubs",
      "Horse thefts rise",
      "Pharmacists notice forgeries", "", "🎉", "Encrypt every laptop",
    ]
    #expect(Self.collator(strangers).topics(among: Array(strangers.indices)).isEmpty)
  }

  @Test func areFoundInOtherScripts() {
    let texts = [
      "警察は学校を訪問する", "学校への警察の訪問", "警察の学校訪問を増やす", "銀行は現金を確認する", "現金を銀行が確認",
      "銀行で現金の確認を", "تدريب الشرطة في المدارس", "الشرطة تزور المدارس", "زيارة الشرطة إلى المدارس",
    ]
    let topics = Self.collator(texts).topics(among: Array(texts.indices))
    #expect(topics.contains { Set($0.members) == [0, 1, 2] })
    #expect(topics.contains { Set($0.members) == [3, 4, 5] })
    #expect(topics.contains { Set($0.members) == [6, 7, 8] })
  }

  @Test("Three points that share a general word, or two of them another, are no topic")
  func chance() {
    var collator = Collator()
    for (id, text) in [
      "Victims are asked to give evidence next month", "Ask who pays for the lorries next month",
      "Is promising evidence asked of anyone next year?", "Harbour lights are out",
    ].enumerated() { collator.set(text, for: id) }
    #expect(collator.topics(among: Array(0..<4)).isEmpty)
  }

  @Test func areNotNamedByWordsThatHoldSentencesTogether() throws {
    // Given texts that have little in common but such words, among others
    let empty = ["between", "during", "throughout", "towards", "despite", "especially", "whereas"]
    let subjects = ["harbour", "school", "tax", "prison", "radio", "forest", "clinic", "bridge"]
    var texts = Self.room
    for word in empty {
      texts += subjects.map { "The \($0) is \(word) \(word) this and that of \($0)s \(word.count)" }
    }
    // When topics are sought there, and among labelled texts
    let labelled = try Fixtures.labelled().flatMap(\.texts)
    for texts in [texts, labelled] {
      let names = Self.collator(texts).topics(among: Array(texts.indices), limit: 50).map(\.words)
      // Then none of their words is a function word, whatever its class
      #expect(!names.isEmpty)
      for word in names.joined() {
        #expect(!Lexicon.stopWords.contains(word.lowercased()))
        #expect(!Lexicon.functionWords.contains(word.lowercased()), "\(word)")
      }
    }
  }

  @Test func noTwoHaveOneName() {
    // Given two clusters of which the same word is the most telling, and each has one of its own below it
    var texts: [String] = []
    for (place, others) in [
      ("harbour", ["crane", "dock", "ferry", "pilot", "quay"]),
      ("school", ["desk", "exam", "pupil", "teacher", "term"]),
    ] {
      for first in others {
        for second in others { texts.append("cash \(place) \(first) \(second)") }
      }
    }
    // When they are named, also by the fewest words
    var index = TextIndex()
    for (id, text) in texts.enumerated() { _ = index.replace(text, for: id) }
    let passages = index.passages.compactMap(\.self)
    let half = passages.count / 2
    let same = Array(passages.prefix(half))
    let names = TopicNames([same, same, Array(passages.dropFirst(half))], passages, index)
    let titles = (0..<3).map { Set(names.words(of: $0).prefix(3)) }
    // Then every title is its own, even where the texts are the same
    #expect(Set(titles).count == 3 && titles.allSatisfy { !$0.isEmpty })
  }
}
