import SessionEngine
import Testing

/// What the room said, counted.
@Suite("The shape of what was said") struct ShapeTests {
  /// Three groups that spoke: theme by theme, with one point that two groups made.
  private func talk() throws -> Workshop {
    var workshop = try Workshop()
    let tables = workshop.session.tables.map(\.id)
    let themes = workshop.session.themes.map(\.id)
    let priorities = workshop.session.plan.priorities.map(\.id)
    try workshop.perform(
      .capture([
        NewContribution("one", group: tables[0], priority: priorities[0], themes: [themes[0]]),
        NewContribution(
          "two", group: tables[1], priority: priorities[1], themes: [themes[0], themes[1]]),
        NewContribution("three", group: tables[2], priority: priorities[0], themes: [themes[1]]),
        NewContribution("four", group: tables[2], priority: priorities[0]),
      ]))
    return workshop
  }

  @Test("counts are by theme, by priority and by group; overlaps and the uncoded are there too")
  func counts() throws {
    let workshop = try talk()
    let shape = workshop.session.themeShape()
    #expect(shape.spreads[0].total == 2)
    #expect(shape.spreads[0].byPriority.prefix(2) == [1, 1])
    #expect(shape.spreads[1].byGroup.prefix(3) == [0, 1, 1])
    #expect(shape.spreads[1].groupCount == 2)
    #expect(shape.uncoded.total == 1)
    #expect(shape.uncoded.byGroup.prefix(3) == [0, 0, 1])
    #expect(shape.overlaps[0][1] == 1)
    #expect(shape.repeats.isEmpty)
  }

  @Test("a point merged from another group keeps that group's voice on the theme, and repeats")
  func merged() throws {
    var workshop = try talk()
    let ids = workshop.session.contributions.all.map(\.id)
    try workshop.perform(.merge([ids[2]], into: ids[0]))
    let shape = workshop.session.themeShape()
    #expect(shape.spreads[0].total == 2)
    #expect(shape.spreads[0].byGroup.prefix(3) == [1, 1, 1])
    #expect(shape.repeats.map(\.contribution) == [ids[0]])
    #expect(
      shape.repeats.first?.groups == [workshop.session.tables[0].id, workshop.session.tables[2].id])
    try workshop.perform(.undo)
    #expect(workshop.session.themeShape() == (try talk()).session.themeShape())
  }

  @Test("several are coded as one act, and taken off as one")
  func codedTogether() throws {
    var workshop = try talk()
    let ids = workshop.session.contributions.all.map(\.id)
    try workshop.perform(.addTheme(title: "What came up", definition: ""))
    let theme = workshop.session.themes[2].id
    let decision = try workshop.perform(.codeAll(ids + ids, theme))
    #expect(decision.account == "coded 4 contributions to ‘\(workshop.session.themes[2].title)’")
    #expect(workshop.session.contributions.count(of: theme) == 4)
    try workshop.perform(.undo)
    #expect(workshop.session.contributions.count(of: theme) == 0)
    try workshop.perform(.withdraw(ids[0]))
    #expect(throws: Refusal.self) { try workshop.perform(.codeAll(ids, theme)) }
  }

  @Test("what one sector says is told by speakers only where names may be told")
  func sectors() throws {
    for rule in AttributionRule.allCases {
      var workshop = try talk()
      var revision = PlanRevised()
      revision.attribution = rule
      try workshop.perform(.revisePlan(revision))
      let tables = workshop.session.tables.map(\.id)
      try workshop.perform(
        .addDelegates(
          ["police", "police", "police", "academia", "police", "police"].enumerated().map {
            NewDelegate(
              Delegate.Profile(name: "Person \($0)", sector: $1), group: tables[$0 < 3 ? 0 : 1])
          }))
      let police = workshop.session.delegates.keys[4]
      let ids = workshop.session.contributions.all.map(\.id)
      for id in ids[1...2] { try workshop.perform(.noteSpeaker(id, police)) }

      // Group 1 is of police only, group 2 is mixed: by groups, one point of theme 1 can be told
      let voices = workshop.session.sectorVoices()
      let first = workshop.session.themes[0].id
      let second = workshop.session.themes[1].id
      switch rule {
      case .chathamHouse:
        #expect(!voices.isBySpeaker)
        #expect(voices.ascribed == 1)
        #expect(voices.findings.isEmpty)
      case .named:
        #expect(voices.ascribed == 3)
        #expect(voices.findings.map(\.theme) == [first, second])
        #expect(voices.findings.allSatisfy { $0.sector == "police" && $0.ascribed == 2 })
      }
    }
  }
}
