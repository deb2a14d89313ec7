import Reports
import SessionEngine
import Testing

@Suite("Comments by theme")
struct CommentGroupsTests {
  static let codebook = [
    Theme(
      id: "data", title: "The challenge of data",
      definition: "Getting, joining and interrogating data. Not what it says: that is Inside "
        + "their world.",
      keyPoints: ["More data, joined up across bodies", "So much volume that it is hard to see"]),
    Theme(
      id: "thinking", title: "Ways of thinking",
      definition: "How we approach the problem: ideas borrowed from elsewhere, creativity.",
      keyPoints: ["Military intelligence and the theory of war"]),
    Theme(
      id: "inside", title: "Inside their world",
      definition: "Why organised crime exists: money, people, power.",
      keyPoints: ["Business models, laundering and the trail of the money"]),
  ]

  static let aboutData = [
    "We need better data", "I want data from schools", "I want data from schools next time",
    "DATA!", "The data was the thing", "Could somebody join up the data that five bodies keep?",
    "My colleague at the harbour has been asking for this data since the spring of last year",
    "Good, but data data data",
  ]

  static let aboutNothing = [
    "The lunch was good", "It was a challenge to hear anything", "More time, please", "",
    "Find another room", "The best day in years", "The problem was parking", "日本 🙂",
  ]

  private static func themes(
    _ comments: [String], _ coded: [(words: String, themes: [Int])] = []
  ) -> [String: Set<String?>] {
    var themes: [String: Set<String?>] = [:]
    for group in CommentGroups(comments, codebook: codebook, examples: coded).groups {
      for comment in group.comments { themes[comment.text, default: []].insert(group.theme) }
    }
    return themes
  }

  @Test(
    "Given a room in which everybody writes about data, then all of it is under data",
    arguments: [1, 2, 9, 30, 300])
  func manySayTheSame(_ count: Int) {
    let comments = (0..<count).map { "\(Self.aboutData[$0 % Self.aboutData.count]) \($0 / 8)" }
    let groups = CommentGroups(comments, codebook: Self.codebook).groups
    #expect(groups.map(\.theme) == ["The challenge of data"])
    #expect(groups.first?.comments.count == count)
    #expect(groups.flatMap(\.comments).allSatisfy { !$0.words.isEmpty })
  }

  @Test("Equal comments are under equal themes, however many say so and whatever others write")
  func companyChangesNothing() {
    let all = Self.aboutData + Self.aboutNothing + ["Follow the money of their business models"]
    let alone = Dictionary(
      uniqueKeysWithValues: all.map { ($0, Self.themes([$0])[$0] ?? []) })
    for text in Self.aboutData { #expect(alone[text] == ["The challenge of data"], "\(text)") }
    for text in Self.aboutNothing { #expect(alone[text] == [nil], "\(text)") }
    for (place, text) in all.enumerated() {
      let crowd = all + Array(repeating: text, count: 7 * place) + all.reversed()
      #expect(Self.themes(crowd) == alone, "\(7 * place) more say ‘\(text)’")
    }
  }

  @Test("Given a theme that emerged in the room, then comments go to it by what was coded to it")
  func coded() {
    let codebook = Self.codebook + [Theme(id: "new", title: "Fourth")]
    let coded = (0..<6).map { (words: "Couriers carry cash in lorry \($0)", themes: [3]) }
    let comments = ["Cash couriers once more", "The lorry", "Nothing"]
    let before = CommentGroups(comments, codebook: codebook)
    #expect(before.groups.map(\.theme) == [nil])
    let after = CommentGroups(comments, codebook: codebook, examples: coded)
    #expect(after.groups.map(\.theme) == ["Fourth", nil])
    #expect(after.groups.first?.comments.map(\.words) == [["Cash", "couriers"]])
    // A text that was coded to a theme that is no more teaches nothing.
    #expect(
      CommentGroups(comments, codebook: Self.codebook, examples: coded).groups.map(\.theme)
        == [nil])
  }

  @Test("What belongs to two themes alike is put under neither by that word")
  func shared() {
    let codebook = [
      Theme(id: "a", title: "Data sharing"), Theme(id: "b", title: "Data quality"),
    ]
    let groups = CommentGroups(
      ["Data, please", "The quality of data", "Sharing"], codebook: codebook
    ).groups
    #expect(groups.map(\.theme) == ["Data sharing", "Data quality", nil])
    #expect(groups.last?.comments.map(\.text) == ["Data, please"])
  }

  @Test("What a definition says does not belong to a theme puts no comment under it")
  func denied() {
    func theme(_ definition: String) -> [String?] {
      let codebook = [Theme(id: "a", title: "Fourth", definition: definition)]
      return CommentGroups(["Sirens and lamps"], codebook: codebook).groups.map(\.theme)
    }
    #expect(theme("Radios. Sirens, lamps.") == ["Fourth"])
    #expect(theme("Radios. Not sirens or lamps.") == [nil])
    #expect(theme("Not only radios: sirens and lamps.") == ["Fourth"])
  }
}
