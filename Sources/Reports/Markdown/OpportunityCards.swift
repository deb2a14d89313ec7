import SessionEngine

/// Opportunities as cards, and how far each has come.
struct OpportunityCards {
  private let opportunities: [ReportedOpportunity]
  private let groups: [ReportedGroup]
  private let day: String

  init(_ disclosure: Disclosure) {
    day = MarkdownText.line(Parts.date(disclosure.plan.date))
    opportunities = disclosure.outcomes.opportunities
    groups = disclosure.groups
  }

  /// The section under a heading; empty where nothing was raised.
  func section(_ heading: String) -> String {
    guard !opportunities.isEmpty else { return "" }
    let ready = opportunities.count {
      $0.lacks.isEmpty && $0.standing.isAhead && !$0.isDatePast
    }
    let waiting = opportunities.count(where: \.standing.isAhead)
    let past = opportunities.count(where: \.isDatePast)
    var parts = ["## \(heading)\n", board]
    if waiting > 0 {
      parts.append(
        "\(ready) of \(waiting) still to be tried have an owner, a date and a measure."
          + (past > 0
            ? " Of \(past) the date was past on \(day), the day of the workshop." : "") + "\n")
    }
    return (parts + opportunities.map(card)).joined(separator: "\n")
  }

  private var board: String {
    let rows = opportunities.map { opportunity in
      [
        opportunity.number.spoken, MarkdownText.line(opportunity.title),
        MarkdownText.line(opportunity.priority ?? ""), opportunity.standing.spoken,
        opportunity.owner.map(Self.person) ?? "", MarkdownText.line(opportunity.card.date),
      ]
    }
    return Parts.table(["", "Opportunity", "Priority", "Stage", "Owner", "Date"], rows)
  }

  private func card(_ opportunity: ReportedOpportunity) -> String {
    let card = opportunity.card
    let title = MarkdownText.line(opportunity.title)
    var parts = ["### \(opportunity.number.spoken) · \(title.isEmpty ? "Untitled" : title)\n"]
    parts.append(
      Parts.facts([
        ("Stage", stage(opportunity)), ("Priority", opportunity.priority ?? ""),
        ("Themes", opportunity.themes.joined(separator: "; ")),
        ("Can begin at once", card.isImmediate ? "yes" : ""),
        ("Current approach", card.currentApproach), ("Improvement", card.improvement),
        ("A more agile mindset", card.mindset), ("We believe", card.belief),
        ("To verify it, we will", card.action), ("We measure", card.measure),
        ("We are right if", card.success), ("Where", card.place), ("How long", card.duration),
        ("Cost", card.cost), ("Risk", card.risk),
      ]) + people(opportunity)
        + Parts.facts([
          ("Skills wanted", card.skillsWanted.joined(separator: "; ")),
          (
            "By",
            Parts.date(card.date)
              + (opportunity.isDatePast ? " (past on the day of the workshop)" : "")
          ),
          ("Serves", card.fourPs.map(\.rawValue.capitalisedASCII).joined(separator: ", ")),
          ("Evidence (EMMIE)", Self.evidence(card)), ("Maryland level", Self.maryland(card)),
          ("Words redacted from this card", opportunity.redaction ?? ""),
          (
            "Still lacks",
            opportunity.standing.isAhead
              ? opportunity.lacks.map(\.rawValue).joined(separator: ", ") : ""
          ),
        ]))
    let raised = Set(opportunity.contributions.map(\.number))
    let further = opportunity.sources.filter { !raised.contains($0.number) }
    if !opportunity.contributions.isEmpty || !further.isEmpty {
      parts.append(
        "**Raised from**\n\n" + opportunity.contributions.map { quoted($0) }.joined()
          + further.map(quoted).joined())
    }
    if let origin = opportunity.origin {
      let from = origin.contributions.map(\.spoken).joined(separator: ", ")
      parts.append(
        "Carried over from the workshop before, where it was O\(origin.number)"
          + (from.isEmpty ? "" : " and came from \(from)") + ".\n")
      if !opportunity.carriedSources.isEmpty {
        parts.append(
          "**What was said there**\n\n" + opportunity.carriedSources.map(Self.quoted).joined())
      }
    }
    if opportunity.history.count > 1 {
      let steps = opportunity.history.map { "\($0.standing.spoken) (\(Parts.date($0.date)))" }
      parts.append("**So far:** \(steps.joined(separator: ", then "))\n")
    }
    return parts.joined(separator: "\n")
  }

  private static func quoted(_ source: CarriedSource) -> String {
    let place = [source.group, source.workshop].filter { !$0.isEmpty }.map(MarkdownText.line)
    return "- **\(source.number.spoken)** \(MarkdownText.block(source.words, indent: "  "))  \n"
      + "  *\(place.joined(separator: ", "))*\n"
  }

  private func quoted(_ voice: Voice) -> String {
    "- **\(voice.number.spoken)** \(MarkdownText.block(voice.text, indent: "  "))  \n"
      + "  *\(Parts.name(of: groups[voice.group]))*\n"
  }

  /// What an opportunity goes back to besides the contributions that it was raised from: what was merged
  /// into these, what they are parts of, and what may be told no more.
  private func quoted(_ source: ReportedSource) -> String {
    guard let text = source.text else {
      return "- **\(source.number.spoken)** *\(Parts.name(of: groups[source.group])), "
        + "whose words were taken back since*\n"
    }
    return "- **\(source.number.spoken)** \(MarkdownText.block(text, indent: "  "))  \n"
      + "  *\(Parts.name(of: groups[source.group])), which it goes back to*\n"
  }

  private func stage(_ opportunity: ReportedOpportunity) -> String {
    let since = opportunity.history.last.map { ", since \(Parts.date($0.date))" } ?? ""
    let reason = opportunity.standing.reason.map { ": " + $0 } ?? ""
    return opportunity.standing.spoken + since + reason
  }

  private func people(_ opportunity: ReportedOpportunity) -> String {
    let helpers = opportunity.helpers.map(Self.person).joined(separator: "; ")
    return (opportunity.owner.map { "- **Owner:** \(Self.person($0))\n" } ?? "")
      + (helpers.isEmpty ? "" : "- **Helpers:** \(helpers)\n")
  }

  private static func person(_ owner: ReportedOwner) -> String {
    let organisation = MarkdownText.line(owner.organisation ?? "")
    return MarkdownText.line(owner.name) + (organisation.isEmpty ? "" : ", \(organisation)")
  }

  private static func evidence(_ card: OpportunityCard) -> String {
    OpportunityCard.EMMIE.allCases.compactMap { part in
      card.emmie[part].map { "\(part.rawValue) \($0.rawValue)" }
    }.joined(separator: ", ")
  }

  private static func maryland(_ card: OpportunityCard) -> String {
    [("now", card.marylandNow), ("after the trial", card.marylandAfter)].compactMap { when, level in
      (1...5).contains(level) ? "\(level) \(when)" : nil
    }.joined(separator: ", ")
  }
}

extension String {
  /// The text with a capital ASCII letter in front.
  fileprivate var capitalisedASCII: String { prefix(1).uppercased() + dropFirst() }
}

extension Parts {
  /// A table whose cells are Markdown already; columns named `#…` hold numbers and stand at the right.
  static func table(_ header: [String], _ rows: [[String]]) -> String {
    let names = header.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    let rule = header.map { $0.hasPrefix("#") ? "--:" : ":--" }
    return ([names, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
