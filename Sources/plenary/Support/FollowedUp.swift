import Reports
import SessionEngine
import SessionStore

/// A session that another one follows up, as it is read for that.
struct FollowedUp {
  /// What it hands on.
  let followUp: FollowUp
  /// Its plan, for the next day.
  let plan: Plan
  private let old: Session

  /// Reads the session of a folder, and leaves no trace there.
  init(_ path: String) throws(Failure) {
    let store = try Opening.open(path)
    defer { store.close() }
    old = store.session
    guard old.isOpen else {
      throw Failure("\(path) holds no workshop that began; name the folder of one that did")
    }
    followUp = Session.followUp(from: old)
    plan = old.followUpPlan
  }

  /// Says what was taken over, and what became of every opportunity there was.
  func report() {
    let kept = old.opportunities.kept
    Output.words(
      "it follows up ‘\(old.plan.title)’: \(counted(followUp.themes.count, "theme")), "
        + "\(counted(followUp.opportunities.count, "opportunity", "opportunities")) to go on with and "
        + "\(counted(followUp.delegates.count, "delegate")) taken over")
    for opportunity in kept where opportunity.isOpen { line(opportunity, "taken over") }
    for opportunity in kept where !opportunity.isOpen { line(opportunity, "closed") }
    let wishes = followUp.predecessor.futurePriorities
    if !wishes.isEmpty { Output.line("what its room wanted to be taken up:") }
    for wish in wishes {
      Output.words("  \(wish.rank). \(wish.text) (\(counted(wish.count, "form")))")
    }
  }

  private func line(_ opportunity: Opportunity, _ what: String) {
    let standing = opportunity.standing
    let since = opportunity.history.last.map {
      ", since " + CivilTime($0.at, offsetSeconds: LocalTime.offset()).dateText
    }
    let reason = standing.reason.map { ": " + $0 } ?? ""
    let title = old.title(of: opportunity).split(whereSeparator: \.isNewline).joined(separator: " ")
    Output.words(
      "  \(opportunity.number.spoken) \(title) (\(what); \(standing.spoken)\(since ?? "")\(reason))"
    )
  }
}
