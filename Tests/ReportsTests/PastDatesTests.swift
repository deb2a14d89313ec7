import Reports
import SessionEngine
import Testing

@Suite("Trials whose date is past")
struct PastDatesTests {
  /// A card that lacks nothing, with a date.
  private func raise(_ title: String, _ date: String, in day: inout OutcomeDay) -> OpportunityID {
    var card = CardPatch()
    card.title = title
    card.owner = day.person(0)
    card.measure = "calls"
    card.date = date
    return day.raise([day.workshop.capture(title)], card)
  }

  @Test("A report tells of the workshop's own day what could be tried, whenever it is written")
  func report() throws {
    var day = OutcomeDay()
    // Given a workshop on 24 November 2026: one date over, one on the day, one to come, one begun
    _ = raise("Over", "2026-11-23", in: &day)
    _ = raise("On the day", "2026-11-24", in: &day)
    _ = raise("To come", "2027-01-05", in: &day)
    let begun = raise("Begun", "2026-11-01", in: &day)
    day.workshop.act(.stageOpportunity(begun, .init(.underWay)))
    let page = try day.workshop.text("session.md")
    #expect(page.contains("3 of 4 still to be tried have an owner, a date and a measure."))
    #expect(page.contains("Of 1 the date was past on 24 November 2026, the day of the workshop."))
    #expect(page.contains("23 November 2026 (past on the day of the workshop)"))
    #expect(!page.contains("1 November 2026 (past"))
    let json = try day.workshop.text("session.json")
    #expect(json.ranges(of: "\"dateIsPast\": true").count == 1)
    #expect(json.ranges(of: "\"dateIsPast\": false").count == 3)

    // When the workshop after is in March, then its report tells of March
    var plan = day.session.followUpPlan
    plan.date = "2027-03-01"
    var next = Workshop(plan, session: "session-2")
    next.act(.followUp(Session.followUp(from: day.session)))
    let after = try next.text("session.md")
    #expect(after.contains("1 of 4 still to be tried"))
    #expect(after.contains("Of 3 the date was past on 1 March 2027, the day of the workshop."))
  }

  @Test("A workshop without a day tells of no date that it is past")
  func noDay() throws {
    var day = OutcomeDay()
    _ = raise("Over", "1999-01-01", in: &day)
    var revision = PlanRevised()
    revision.date = ""
    day.workshop.act(.revisePlan(revision))
    let page = try day.workshop.text("session.md")
    #expect(page.contains("1 of 1 still to be tried") && !page.contains("past on"))
  }
}
