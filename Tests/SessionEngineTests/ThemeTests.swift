import SessionEngine
import Testing

@Suite("The codebook in the afternoon")
struct ThemeTests {
  @Test func whatWasCodedToTheOneCountsAsCodedToTheOther() throws {
    var workshop = try Workshop()
    let people = try workshop.theme("People")
    try workshop.perform(.defineTheme(people, definition: "", keyPoints: ["Recruiters"]))
    let both = try workshop.capture("both", themes: [people, "data", "inside"])
    let one = try workshop.capture("one", themes: [people])
    let gone = try workshop.capture("gone", themes: [people])
    try workshop.perform(.withdraw(gone))
    let before = Observed(workshop.session)

    let decision = try workshop.perform(.mergeTheme(people, into: "inside"))
    #expect(decision.account == "merged the theme ‘People’ into ‘Inside their world’")
    #expect(workshop.session.themes.map(\.id) == ["data", "inside"])
    #expect(workshop.session.theme("inside")?.keyPoints == ["Recruiters"])
    #expect(workshop.session.contributions[both]?.themes == ["data", "inside"])
    #expect(workshop.session.contributions[one]?.themes == ["inside"])
    #expect(workshop.session.contributions.count(of: ThemeID("inside")) == 2)
    #expect(workshop.refusal(.code(one, people, true)).contains("was merged into"))
    // What comes late from elsewhere counts for the other as well.
    workshop.record(ContributionCoded(contribution: gone, theme: people, coded: false), by: "b")
    #expect(workshop.session.contributions[gone]?.themes == [])
    workshop.record(ContributionCoded(contribution: gone, theme: people, coded: true), by: "b")
    #expect(workshop.session.contributions[gone]?.themes == ["inside"])

    try workshop.perform(.undo)
    #expect(Observed(workshop.session) == before)
    #expect(workshop.session.contributions[both]?.themes == [people, "data", "inside"])
    try workshop.perform(.restore(gone))
    #expect(workshop.session.contributions[gone]?.themes == [people])
  }

  @Test func twoDevicesThatMergeEachIntoTheOther() throws {
    var workshop = try Workshop()
    workshop.record(ThemeMerged(theme: "data", into: "inside"), by: "a")
    workshop.record(ThemeMerged(theme: "inside", into: "data"), by: "b")
    #expect(workshop.session.themes.map(\.id) == ["inside"])
    #expect(workshop.session.unresolved.count == 1)
  }

  @Test func someGoOverToANewTheme() throws {
    var workshop = try Workshop()
    let points = try (1...3).map { try workshop.capture("point \($0)", themes: ["data"]) }
    #expect(
      workshop.refusal(.splitTheme("data", title: "AI", contributions: []))
        == "nothing would go over to ‘AI’")
    let other = try workshop.capture("other", themes: ["inside"])
    #expect(
      workshop.refusal(.splitTheme("data", title: "AI", contributions: [other]))
        == "#4 is not coded to ‘The challenge of data’")
    try workshop.perform(.splitTheme("data", title: "AI", contributions: [points[0], points[2]]))
    let new = try #require(workshop.session.themes.last)
    #expect(new.title == "AI" && workshop.session.themeLineage.origins[new.id] == "data")
    #expect(workshop.session.contributions.count(of: new.id) == 2)
    #expect(workshop.session.contributions.count(of: ThemeID("data")) == 1)
    // Somebody codes more to it: the split is no longer this device's alone to take back.
    try workshop.perform(.code(points[1], new.id, true), by: Workshop.tablet)
    #expect(
      workshop.session.nextUndo(by: Workshop.laptop)
        != "split ‘AI’ off the theme ‘The challenge of data’")
    try workshop.perform(.undo, by: Workshop.tablet)
    try workshop.perform(.undo)
    #expect(workshop.session.themes.map(\.id) == ["data", "inside"])
    #expect(workshop.session.contributions.count(of: ThemeID("data")) == 3)
  }

  @Test func numbersOnTheScreenAreAnOrder() throws {
    var workshop = try Workshop()
    let last = try workshop.theme("Last")
    #expect(try workshop.perform(.moveTheme(last, to: 0)).account == "made ‘Last’ theme 1")
    #expect(workshop.session.themes.map(\.id) == [last, "data", "inside"])
    expect(try workshop.perform(.moveTheme(last, to: 0)), [])
    #expect(workshop.refusal(.moveTheme(last, to: 3)) == "the codebook has no place 4")
    try workshop.perform(.undo)
    #expect(workshop.session.themes.map(\.id) == ["data", "inside", last])
  }

  @Test func highlightsAreQuotedInTheOrderChosen() throws {
    var workshop = try Workshop()
    let points = try (1...4).map { try workshop.capture("point \($0)", themes: ["data"]) }
    for point in points.dropLast() { try workshop.perform(.highlight(point, true)) }
    #expect(workshop.session.highlights(of: "data").map(\.id) == Array(points.dropLast()))
    try workshop.perform(.orderHighlights("data", [points[2], points[0]]))
    #expect(workshop.session.highlights(of: "data").map(\.id) == [points[2], points[0], points[1]])
    // One that is picked later comes last; one that is withdrawn is not quoted.
    try workshop.perform(.highlight(points[3], true))
    try workshop.perform(.withdraw(points[0]))
    #expect(workshop.session.highlights(of: "data").map(\.id) == [points[2], points[1], points[3]])
    #expect(
      workshop.refusal(.orderHighlights("inside", [points[1]]))
        == "#2 is no highlight of ‘Inside their world’")
    // The order goes over with the theme.
    try workshop.perform(.mergeTheme("data", into: "inside"))
    #expect(
      workshop.session.highlights(of: "inside").map(\.id) == [points[2], points[1], points[3]])
  }
}
