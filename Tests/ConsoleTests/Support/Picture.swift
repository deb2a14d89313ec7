import Reports
import SessionEngine

/// A session as the room would tell it: everything that was said, decided and written, by numbers,
/// names and titles.
///
/// Left out are the identifiers, which are drawn afresh in every session, who typed, and when: a
/// command is carried out when it is run, by whoever runs it. The numbers that people speak of stay in.
enum Picture {
  static func lines(_ session: Session) -> [String] {
    themes(session) + contributions(session) + votes(session) + opportunities(session)
      + evaluation(session)
  }

  private static func themes(_ session: Session) -> [String] {
    session.themes.enumerated().map { place, theme in
      let quoted = session.highlights(of: theme.id).map(\.number.spoken)
      return "theme \(place + 1) ‘\(theme.title)’ \(theme.definition) \(theme.keyPoints) "
        + "quotes \(quoted)"
    }
  }

  private static func contributions(_ session: Session) -> [String] {
    session.contributions.all.map { point in
      let titles = point.themes.compactMap { session.theme($0)?.title }.sorted()
      var parts = [
        point.number.spoken, session.group(point.group)?.name ?? "nowhere",
        session.priority(point.priority)?.title ?? "nothing", "round \(point.round ?? 0)",
        point.lens.text, "‘\(point.words)’", "first ‘\(point.capturedWords)’", "\(titles)",
        point.isHighlighted ? "highlight" : "", point.standing.rawValue,
        point.speaker.flatMap { session.delegates[$0]?.name } ?? "",
      ]
      if session.stayer(of: point.id) != point.id {
        parts.append("in \(session.spoken(session.stayer(of: point.id)))")
      }
      if let family = session.family(of: point.id), family.count > 1 {
        parts.append("for \(family.voices.map(\.number.spoken))")
      }
      if let whole = session.lineage.originals[point.id] {
        parts.append("of \(session.spoken(whole))")
      }
      return parts.joined(separator: " | ")
    }
  }

  private static func votes(_ session: Session) -> [String] {
    session.scorings.values.flatMap { vote -> [String] in
      let head =
        "vote ‘\(vote.title)’ \(vote.method) by \(vote.voters) of \(vote.kind)"
        + " revealed \(vote.isRevealed) closed \(vote.isClosed) withdrawn \(vote.isWithdrawn)"
      let ballots = vote.ballots.map { voter, marks in
        let name =
          switch voter {
          case .group(let id): session.group(id)?.name ?? ""
          case .delegate(let id): session.delegates[id]?.name ?? ""
          }
        return "ballot of \(name): "
          + marks.map { "\(item($0.item, vote, session)) \($0.criterion ?? "") \($0.points)" }
          .sorted().joined(separator: ", ")
      }
      let result = session.result(of: vote.id)?.items.map { item in
        "result \(self.item(item.item.id, vote, session)) "
          + "\(item.criteria.map { "\($0.name) \($0.distribution) \($0.spread)" }) "
          + "\(item.total) \(item.rank ?? 0) \(item.isTied) \(item.quadrant?.rawValue ?? "")"
      }
      return [head] + ballots.sorted() + (result ?? [])
    }
  }

  private static func item(_ id: String, _ vote: Scoring, _ session: Session) -> String {
    switch vote.kind {
    case .contributions: session.spoken(ContributionID(id))
    case .themes: session.theme(ThemeID(id))?.title ?? ""
    case .opportunities: session.spoken(OpportunityID(id))
    }
  }

  private static func opportunities(_ session: Session) -> [String] {
    session.opportunities.all.flatMap { one -> [String] in
      var card = one.card
      let names = ([card.owner] + card.helpers).map { session.delegates[$0]?.name ?? "nobody" }
      let titles = session.themes(of: one).map(\.title)
      let evidence = card.emmie.map { "\($0.key) \($0.value)" }.sorted()
      // What goes by an identifier was told by name; what is left are words, marks and numbers.
      (card.owner, card.helpers, card.themes, card.emmie) = ("", [], [], [:])
      return [
        "\(one.number.spoken) ‘\(session.title(of: one))’ from \(session.spoken(one.contributions))"
          + " withdrawn \(one.isWithdrawn)",
        "  \(card)", "  by \(names) on \(titles) evidence \(evidence)",
        "  lacks \(session.lacks(one)) came through \(one.history.map(\.standing))",
      ] + session.sources(of: one).map { "  said \($0.number.spoken) ‘\($0.capturedWords)’" }
    }
  }

  private static func evaluation(_ session: Session) -> [String] {
    let summary = session.feedbackSummary
    return session.feedback.forms.map { form in
      let answers = session.plan.evaluation.items.map { form.answers[$0.id].map(String.init) ?? "" }
      return "form \(answers) ‘\(form.takeaway)’ ‘\(form.comments)’ \(form.futurePriorities)"
    } + summary.items.map { "item \($0.item.statement): \($0.answers), open \($0.open)" }
      + summary.dimensions.map { "on \($0.name): \($0.answers) of \($0.forms)" }
      + summary.futurePriorities.map { "wish \($0.rank) \($0.text) \($0.count)" }
      + ["\(summary.reportLine ?? "nothing") present \(summary.present)"]
  }
}
