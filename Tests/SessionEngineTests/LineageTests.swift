import SessionEngine
import Testing

@Suite("The way back to what was said")
struct LineageTests {
  @Test(
    "From every opportunity to the contributions as captured, whatever was merged, split and undone",
    arguments: 0..<40)
  func wayBack(seed: Int) throws {
    var dice = Dice(4000 + seed)
    var workshop = try Workshop()
    // What the room said: a model beside the engine, which knows only captures.
    var said: [ContributionID: String] = [:]
    for step in 0..<160 {
      let kept = workshop.session.contributions.all.filter(\.isKept).map(\.id)
      let point = dice.pick(kept) ?? "none"
      let device = dice.coin() ? Workshop.laptop : Workshop.tablet
      switch dice.roll(0..<9) {
      case 0, 1, 2:
        let words = "said \(seed).\(step)"
        said[try workshop.capture(words, group: GroupID("g\(dice.roll(1..<6))"), by: device)] =
          words
      case 3:
        let others = Array(kept.shuffled(using: &dice).prefix(2))
        _ = try? workshop.perform(.merge(others, into: point), by: device)
      case 4:
        _ = try? workshop.perform(.split(point, into: ["a \(step)", "b \(step)"]), by: device)
      case 5: _ = try? workshop.perform(.reword(point, "reworded \(step)"), by: device)
      case 6: _ = try? workshop.raise([point], by: device)
      case 7: _ = try? workshop.perform(dice.coin() ? .undo : .redo, by: device)
      default:
        let any = dice.pick(workshop.session.contributions.all)?.id ?? "none"
        _ = try? workshop.perform(dice.coin() ? .separate(any) : .rejoin(any), by: device)
      }
    }
    let session = workshop.session
    #expect(!session.opportunities.kept.isEmpty)
    for opportunity in session.opportunities.kept {
      let sources = session.sources(of: opportunity)
      // There is a way back, it ends at what the room said, and its words are those of the day.
      #expect(!sources.isEmpty)
      for source in sources { #expect(said[source.id] == source.capturedWords) }
      // It agrees with a walk by hand over what the records say, undone deeds and all.
      #expect(Set(sources.map(\.id)) == Deeds(workshop).origins(of: opportunity.contributions))
      #expect(sources.map(\.number) == sources.map(\.number).sorted())
    }
    // Nobody's point is lost: each stands, was taken back by an undo, or is in what stands for it.
    for point in session.contributions.all where point.standing == .merged {
      let stayer = session.stayer(of: point.id)
      #expect(stayer != point.id && session.contributions[stayer]?.standing != .merged)
      #expect(session.family(of: stayer)?.merged.map(\.id).contains(point.id) == true)
    }
    for point in session.contributions.all where point.standing == .split {
      #expect(session.parts(of: point.id).count == 2)
    }
    #expect(session.unresolved.isEmpty)
  }

  /// A model beside the engine: what was merged into what and split off what, read from the records
  /// without asking the session.
  private struct Deeds {
    private var into: [ContributionID: ContributionID] = [:]
    private var partOf: [ContributionID: ContributionID] = [:]

    init(_ workshop: Workshop) {
      for record in workshop.records {
        switch record.event {
        case let event as ContributionsMerged: for id in event.from { into[id] = event.into }
        case let event as ContributionsSeparated: for id in event.from { into[id] = nil }
        case let event as ContributionCaptured: partOf[event.contribution] = event.partOf
        default: break
        }
      }
    }

    /// The origins by the naive rule, over and over until nothing is added.
    func origins(of ids: [ContributionID]) -> Set<ContributionID> {
      var all = Set(ids)
      while true {
        let more = all.union(all.compactMap { partOf[$0] })
          .union(into.filter { all.contains($0.value) }.keys)
        if more == all { break }
        all = more
      }
      return all.filter { partOf[$0] == nil }
    }
  }

  @Test func manyMergesAndManyOpportunitiesCostNoMoreEach() throws {
    // Given 10,000 contributions of which half were merged into one
    var workshop = try Workshop()
    try workshop.perform(
      .capture((0..<10_000).map { NewContribution("point \($0)", group: "g1") }))
    let ids = workshop.session.contributions.all.map(\.id)
    try workshop.perform(.merge(Array(ids[1...5000]), into: ids[0]))
    #expect(workshop.session.family(of: ids[0])?.count == 5001)
    // And 1,000 opportunities of them
    for index in 0..<1000 { try workshop.raise([ids[0], ids[9000 + index]]) }
    #expect(workshop.session.opportunities.from(ids[0]).count == 1000)
    let last = try #require(workshop.session.opportunities[OpportunityNumber(1000)])
    #expect(workshop.session.sources(of: last).count == 5002)
    try workshop.perform(.undo)
    #expect(workshop.session.opportunities.kept.count == 999)
  }
}
