import SessionEngine
import Terminal

// A card in full: its fields, one after the other, and where it came from.
extension ConsoleState {
  mutating func performOnCard(_ action: Action) -> [Effect]? {
    guard let opportunity = chosenOpportunity else { return nil }
    let id = opportunity.id
    switch action {
    case .editField: return edit(trials.field, of: opportunity)
    case .clearField:
      guard let patch = trials.field.emptied(opportunity.card) else {
        notice = .warning("a stage is never empty: Enter chooses another")
        return []
      }
      return [.perform(.reviseCard(id, patch), .plain)]
    case .editFieldOutside:
      guard let words = trials.field.words else {
        notice = .warning("\(trials.field.label.lowercased()) is chosen, not written: Enter")
        return []
      }
      trials.edited = (id, trials.field)
      return [.edit(opportunity.card[keyPath: words.card])]
    case .showSource: showSource(of: opportunity)
    case .linkSource:
      ask(.link(id), "came from", "", "the number of a contribution, such as 17")
    case .unlinkSource:
      let items = opportunity.contributions.compactMap { session.contributions[$0] }.map {
        Picker.Item(
          lead: $0.number.spoken, title: session.toldWords(of: $0.id) ?? "",
          choice: .converge(.contribution($0.id)))
      }
      choose(.converge(.unlink(id)), "\(opportunity.number.spoken) did not come from", items)
    default: return nil
    }
    return []
  }

  private mutating func edit(_ field: CardField, of opportunity: Opportunity) -> [Effect] {
    let card = opportunity.card
    if let words = field.words {
      ask(.field(opportunity.id, field), field.label, card[keyPath: words.card], field.hint)
    } else if field == .skillsWanted {
      let offered = session.delegates.values.filter(\.isPresent).flatMap(\.profile.skills)
      let skills = Set(offered).sorted()
      let rest = skills.count > 12 ? " \(glyph(.ellipsis)) \(skills.count - 12) more" : ""
      let some = skills.prefix(12).joined(separator: ", ") + rest
      ask(
        .field(opportunity.id, field), field.label, card.skillsWanted.joined(separator: ", "),
        some.isEmpty ? field.hint : "separated by commas; offered here: " + some)
    } else if field == .stage {
      askStage()
    } else {
      openList(of: field, for: opportunity, row: 0)
    }
    return []
  }

  private func revise(
    _ id: OpportunityID, _ field: CardField, _ patch: CardPatch, row: Int?
  ) -> [Effect] {
    [.perform(.reviseCard(id, patch), .converge(.card(id, field, row: row)))]
  }

  private mutating func openList(of field: CardField, for opportunity: Opportunity, row: Int) {
    var picker = Picker(
      purpose: .converge(.field(opportunity.id, field)),
      title: "\(opportunity.number.spoken): \(field.label)"
        + (field.isList ? " (a number or Enter ticks, Esc is done)" : ""),
      items: cardChoices(field, opportunity))
    picker.isTicked = field.isList
    picker.isAnswered = hasChosenByNumber
    if field == .owner || field == .helpers {
      picker.whenEmpty = "Nobody is on the list yet."
      picker.whenNothingFits =
        "Nobody fits. Who was not in the room is put on the list in Arrivals."
    }
    picker.selection = min(row, max(0, picker.items.count - 1))
    overlays.append(.picker(picker))
  }

  mutating func askStage() {
    guard let opportunity = chosenOpportunity else { return }
    let standings: [Opportunity.Standing] = [
      .init(.raised), .init(.toTry), .init(.underWay), .init(.tried, outcome: .worked),
      .init(.tried, outcome: .promising), .init(.tried, outcome: .didNotWork), .init(.takenUp),
    ]
    let now = opportunity.standing
    var items = standings.enumerated().map { index, standing in
      Picker.Item(
        lead: "\(index + 1)", title: standing.text, choice: .converge(.standing(standing)),
        isMarked: now.stage == standing.stage && now.outcome == standing.outcome)
    }
    items.append(
      Picker.Item(
        lead: "8", title: "dropped, with a reason", choice: .converge(.standing(nil)),
        isMarked: now.stage == .dropped))
    choose(
      .converge(.stage(opportunity.id)), "\(opportunity.number.spoken) comes to which stage?",
      items)
  }

  /// Takes a choice from one of the lists above.
  mutating func chosenForCard(_ choice: ConvergeChoice, _ question: ConvergeQuestion) -> [Effect] {
    switch (question, choice) {
    case (.stage(let id), .standing(let standing)):
      guard let standing else {
        ask(.dropReason(id), "dropped because", "", "why, in a few words")
        return []
      }
      return [.perform(.stageOpportunity(id, standing), .converge(.card(id, .stage, row: nil)))]
    case (.field(let id, let field), .patch(let patch, let row)):
      return revise(id, field, patch, row: field.isList ? row : nil)
    case (.source, .contribution(let contribution)):
      return goTo(contribution)
    case (.unlink(let id), .contribution(let contribution)):
      return [.perform(.link(id, contribution, false), .plain)]
    default: return []
    }
  }

  /// Takes a line that was typed for a card.
  mutating func answeredForCard(_ question: ConvergeQuestion, _ text: String) -> [Effect] {
    switch question {
    case .field(let id, let field):
      var patch = CardPatch()
      if let words = field.words {
        let spoken = field == .date ? SpokenDate.day(text, from: now, utcOffset: utcOffset) : nil
        patch[keyPath: words.patch] = spoken ?? text
      } else {
        patch.skillsWanted = text.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }
      }
      return revise(id, field, patch, row: nil)
    case .dropReason(let id):
      let dropped = Opportunity.Standing(.dropped, reason: text)
      return [.perform(.stageOpportunity(id, dropped), .converge(.card(id, .stage, row: nil)))]
    case .link(let id):
      guard let number = ContributionNumber(text.trimmed),
        let contribution = session.contributions[number]
      else { return askedAgain("there is no contribution ‘\(text.trimmed)’") }
      return [.perform(.link(id, contribution.id, true), .plain)]
    default: return []
    }
  }

  /// Takes what came back from the editor outside, where it was opened on a card.
  mutating func editedCard(_ text: String) -> [Effect]? {
    guard let (id, field) = trials.edited, let words = field.words else { return nil }
    trials.edited = nil
    var patch = CardPatch()
    patch[keyPath: words.patch] = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return revise(id, field, patch, row: nil)
  }

  /// Goes on to the next field, or leaves a list open of which several can be chosen.
  mutating func cardWasRevised(_ id: OpportunityID, _ field: CardField, _ row: Int?) {
    guard let opportunity = session.opportunities[id], screen == .trials else { return }
    defer { warn(of: opportunity, after: field) }
    guard trials.isCardOpen else { return }
    if let row {
      let items = cardChoices(field, opportunity)
      if items.indices.contains(row) {
        let change = items[row].isMarked ? "ticked" : "took the tick off"
        notice = .good("\(change) ‘\(items[row].title)’; \(items.count(where: \.isMarked)) ticked")
      }
      openList(of: field, for: opportunity, row: row)
    } else if trials.field == field {
      moveOnCard(1)
    }
  }

  /// Says what was kept all the same, and is likely a slip: a day that is over, a trial that begins without
  /// what it needs.
  private mutating func warn(of opportunity: Opportunity, after field: CardField) {
    let date = opportunity.card.date
    if field == .date, !date.isEmpty, date < today {
      notice = .warning("kept, but \(date) is over: today is \(today)")
    }
    let lack = lackText(opportunity)
    if field == .stage, opportunity.standing.stage == .underWay, !lack.isEmpty {
      notice = .warning("kept, but \(opportunity.number.spoken) is under way and \(lack)")
    }
  }

  mutating func moveOnCard(_ by: Int) {
    let fields = CardField.allCases
    let place = (fields.firstIndex(of: trials.field) ?? 0) + trials.scroll
    // Past the last field one reads on: who could help, where it came from, what happened when.
    let wanted = by > 1000 ? fields.count - 1 : min(max(0, place + by), fields.count + 400)
    trials.field = fields[min(wanted, fields.count - 1)]
    trials.scroll = min(max(0, wanted - fields.count + 1), max(0, cardTail.count - 1))
  }
}
