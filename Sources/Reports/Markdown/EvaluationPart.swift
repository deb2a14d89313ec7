import SessionEngine

/// What the room said of the day.
struct EvaluationPart {
  private let evaluation: ReportedEvaluation?

  init(_ disclosure: Disclosure) { evaluation = disclosure.outcomes.evaluation }

  /// The section; empty where no form was entered.
  var section: String {
    guard let evaluation, evaluation.summary.forms > 0 else { return "" }
    let summary = evaluation.summary
    return [
      "## Evaluation\n",
      "**\(MarkdownText.line(summary.reportLine ?? summary.returns))**\n",
      "Participants’ reaction (Kirkpatrick Level 1): \(summary.returns). From 1, strongly disagree, "
        + "to 5, strongly agree; positive is 4 and 5, with N/A left out. Where fewer than "
        + "\(FeedbackSummary.fewest) answered, counts stand for percentages.\n",
      table(summary),
      comments(evaluation),
      written(evaluation.label(of: .takeaway), summary.takeaways),
      wishes(evaluation.label(of: .futurePriorities), summary.futurePriorities),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func table(_ summary: FeedbackSummary) -> String {
    let rows = summary.items.map { item in
      [
        MarkdownText.line(item.item.statement) + (item.isRetired ? " (no longer asked)" : ""),
        MarkdownText.line(item.item.dimension),
      ] + item.answers.distribution.map { String($0) }
        + [String(item.answers.notApplicable), String(item.answers.valid), item.told]
    }
    return Parts.table(
      ["Item", "Measures", "#1", "#2", "#3", "#4", "#5", "#N/A", "#n", "#positive"], rows)
  }

  private func comments(_ evaluation: ReportedEvaluation) -> String {
    guard !evaluation.comments.groups.isEmpty else { return "" }
    let heading = Parts.heading(
      3, MarkdownText.line(evaluation.label(of: .comments)), otherwise: "Comments")
    let note =
      "Grouped by the program, after the words that they share with the codebook (in italics); "
      + "nobody coded them.\n"
    let groups = evaluation.comments.groups.map { group in
      let title = group.theme.map(MarkdownText.line) ?? "Of no theme"
      return "**\(title.isEmpty ? "Theme without a title" : title)**\n\n"
        + group.comments.map { comment in
          let words = comment.words.map(MarkdownText.line).joined(separator: ", ")
          return "- \(MarkdownText.block(comment.text, indent: "  "))"
            + (words.isEmpty ? "\n" : "  \n  *\(words)*\n")
        }.joined()
    }
    return ([heading, note] + groups).joined(separator: "\n")
  }

  private func written(_ label: String, _ texts: [String]) -> String {
    texts.isEmpty
      ? ""
      : Parts.heading(3, MarkdownText.line(label), otherwise: "Words") + "\n" + Parts.list(texts)
  }

  private func wishes(_ label: String, _ wishes: [Wish]) -> String {
    guard !wishes.isEmpty else { return "" }
    let rows = wishes.map { [String($0.rank), MarkdownText.line($0.text), String($0.count)] }
    return Parts.heading(3, MarkdownText.line(label), otherwise: "Future priorities") + "\n"
      + Parts.table(["#Place", "Priority", "#forms"], rows)
  }
}

/// What became of what the workshop before left open.
struct FollowUpPart {
  private let followUp: ReportedFollowUp?

  init(_ disclosure: Disclosure) { followUp = disclosure.outcomes.followUp }

  /// The section; empty for a workshop that follows none up.
  var section: String {
    guard let followUp else { return "" }
    let before = followUp.predecessor
    let date = MarkdownText.line(Parts.date(before.date))
    var parts = [
      "## Since the workshop before\n",
      "This workshop follows up ‘\(MarkdownText.line(before.title))’"
        + (date.isEmpty ? "" : " of \(date)") + ".\n",
    ]
    if !followUp.progress.isEmpty || !followUp.closed.isEmpty {
      let rows = followUp.progress.map { entry in
        let since = entry.since.map { "\($0.standing.spoken), \(Parts.date($0.date))" }
        return [
          entry.number.spoken, MarkdownText.line(entry.title), entry.before.spoken,
          since.isEmpty ? "as it was" : since.joined(separator: "; then "),
        ]
      }
      let closed = followUp.closed.map { closed in
        let entry = closed.entry
        let reason = entry.standing.reason.map { ": " + MarkdownText.line($0) } ?? ""
        return [
          entry.number.spoken, MarkdownText.line(closed.name), entry.standing.spoken + reason,
          "closed there" + (entry.date.isEmpty ? "" : ", \(Parts.date(entry.date))"),
        ]
      }
      parts.append(Parts.table(["", "Opportunity", "Then", "Since"], rows + closed))
    }
    if !before.futurePriorities.isEmpty {
      let wishes = before.futurePriorities.map {
        "\(MarkdownText.line($0.text)) (\(Parts.count($0.count, "form")))"
      }
      parts.append("Its room wanted to be taken up: \(wishes.joined(separator: "; ")).\n")
    }
    return parts.joined(separator: "\n")
  }
}
