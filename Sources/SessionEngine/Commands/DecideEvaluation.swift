extension Session {
  func decideFeedback(_ forms: [FeedbackForm]) throws(Refusal) -> [any Event] {
    let asked = Dictionary(
      plan.evaluation.items.map { ($0.id, $0.statement) }, uniquingKeysWith: { a, _ in a })
    var checked: [FeedbackForm] = []
    for form in forms {
      let form = form.tidied
      guard !form.isEmpty else {
        throw Refusal("nothing stands on the form", remedy: "leave out forms without an answer")
      }
      for (item, points) in form.answers.sorted(by: { $0.key < $1.key }) {
        guard let statement = asked[item] else {
          throw Refusal(
            "the form has no item ‘\(item)’",
            remedy: asked.isEmpty
              ? "give the plan an evaluation form first"
              : "choose from " + plan.evaluation.items.map(\.id).joined(separator: ", "))
        }
        guard points == FeedbackForm.notApplicable || FeedbackForm.scale.contains(points) else {
          throw Refusal(
            "\(points) is no answer to ‘\(statement)’",
            remedy: "give 1 (strongly disagree) to 5 (strongly agree), or 0 for not applicable")
        }
      }
      checked.append(form)
    }
    // By content, so that the order of the lines in the journal is not that of the pile of paper.
    return checked.sorted().map { FeedbackEntered(form: $0) }
  }

  func decideFeedbackWithdrawal(_ form: FeedbackForm) throws(Refusal) -> [any Event] {
    let form = form.tidied
    guard feedback.contains(form) else {
      throw Refusal("there is no such form", remedy: "choose one of those entered")
    }
    return [FeedbackWithdrawn(form: form)]
  }

  func decideStriking(_ text: String) throws(Refusal) -> [any Event] {
    let words = try named(text, "what is to be struck")
    var events: [any Event] = []
    for form in feedback.forms {
      let rest = form.without(words)
      guard rest != form else { continue }
      // With nothing left on it the form still counts: somebody handed it in.
      events += [FeedbackWithdrawn(form: form), FeedbackEntered(form: rest)]
    }
    guard !events.isEmpty else {
      throw Refusal(
        "nothing of these words stands on a form", remedy: "give the whole of what is written")
    }
    return events
  }

  func decideFollowUp(_ followUp: FollowUp) throws(Refusal) -> [any Event] {
    if let followsUp {
      throw Refusal(
        "this session follows up ‘\(followsUp.title)’ already", remedy: "begin another session")
    }
    guard followUp.predecessor.session != id else {
      throw Refusal("a session cannot follow up itself", remedy: "name the session before")
    }
    // Who and what is here already under another identifier counts as the same.
    let here = Dictionary(
      delegates.values.map { ($0.profile.key, $0.id) }, uniquingKeysWith: { a, _ in a })
    var people: [DelegateID: DelegateID] = [:]
    var newcomers: [Delegate] = []
    for delegate in followUp.delegates where delegates[delegate.id] == nil {
      if let same = here[delegate.profile.key] {
        people[delegate.id] = same
      } else {
        newcomers.append(delegate)
      }
    }
    var topics: [ThemeID: ThemeID] = [:]
    var events: [any Event] = [FollowUpBegun(predecessor: followUp.predecessor)]
    if !newcomers.isEmpty { events.append(DelegatesAdded(delegates: newcomers)) }
    for theme in followUp.themes where self.theme(theme.id) == nil {
      let title = theme.title.lowercased()
      if let same = themes.first(where: { $0.title.lowercased() == title }) {
        topics[theme.id] = same.id
      } else {
        events.append(ThemeAdded(theme: theme))
      }
    }
    for source in followUp.sources where carriedSources[source.contribution] == nil {
      events.append(SourceCarried(source))
    }
    for opportunity in followUp.opportunities where opportunities[opportunity.id] == nil {
      guard let origin = opportunity.origin else { continue }
      var card = opportunity.card
      card.owner = people[card.owner] ?? card.owner
      card.helpers = card.helpers.map { people[$0] ?? $0 }.withoutRepeats
      card.themes = card.themes.map { topics[$0] ?? $0 }.withoutRepeats
      events.append(
        OpportunityCarried(
          opportunity: opportunity.id, number: opportunity.number, origin: origin,
          history: opportunity.history, card: CardPatch(card)))
    }
    return events
  }
}
