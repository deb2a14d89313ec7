extension Session {
  /// What carries a command out: every rule stands behind this one function.
  ///
  /// A command that asks for what is so already is carried out by no event at all.
  ///
  /// - Throws: `Refusal` where a rule forbids the command; it says what to do instead.
  public func decide(_ command: Command, at moment: Moment) throws(Refusal) -> Decision {
    switch command {
    case .undo: return try decideUndo(at: moment)
    case .redo: return try decideRedo(at: moment)
    default: break
    }
    for text in command.typed {
      if let fault = WordsLimit.fault(in: text) { throw fault }
    }
    let events = try events(for: command, at: moment)
    return Decision(events: events, account: account(of: events, at: moment))
  }

  private func events(for command: Command, at moment: Moment) throws(Refusal) -> [any Event] {
    if case .open(let id, let plan) = command { return try decideOpen(id, plan) }
    guard isOpen else {
      throw Refusal("this session has no plan yet", remedy: "begin it with ‘plenary new’")
    }
    switch command {
    case .open, .undo, .redo: return []
    case .revisePlan(let revision): return try decideRevision(revision)
    case .addDelegates(let new): return try decideDelegates(new, at: moment)
    case .correctDelegate(let id, let profile): return try decideCorrection(id, profile)
    case .removeDelegate(let id): return try decideRemoval(id)
    case .markPresent(let id, let present): return try decidePresence(id, present)
    case .markNoShow(let id): return try decideNoShow(id)
    case .markEverybodyPresent:
      return delegates.values.filter { !$0.isPresent }.map {
        PresenceMarked(delegate: $0.id, present: true)
      }
    case .formGroups(let count): return try decideGroups(count)
    case .renameGroup(let id, let name): return try decideGroupName(id, name)
    case .seat(let seats): return try decideSeats(seats)
    case .assign(let group, let priority, let round):
      return try decideAssignment(group, priority, round)
    case .wish(let wishes): return try decideWishes(wishes)
    case .planSeating(let seating): return try decideSeating(seating)
    case .repairSeating(let rounds): return try decideSeatingRepair(rounds)
    case .enterRound(let round): return try decideRound(round)
    case .capture(let new): return try decideCapture(new, at: moment)
    case .reword(let id, let words): return try decideRewording(id, words)
    case .withdraw(let id): return try decideWithdrawal(id)
    case .restore(let id): return try decideRestoration(id)
    case .move(let id, let group, let priority): return try decideMove(id, group, priority)
    case .setLens(let id, let lens): return try decideLens(id, lens)
    case .code(let id, let theme, let coded): return try decideCoding(id, theme, coded)
    case .codeAll(let ids, let theme): return try decideCoding(of: ids, theme)
    case .highlight(let id, let on): return try decideHighlight(id, on)
    case .noteSpeaker(let id, let speaker): return try decideSpeaker(id, speaker)
    case .redact(let id, let reason): return try decideRedaction(id, reason)
    case .redactCard(let id, let reason): return try decideCardRedaction(id, reason)
    case .addTheme(let title, let definition):
      return try decideNewTheme(title, definition, at: moment)
    case .makeTheme(let title, let contributions):
      return try decideNewTheme(title, of: contributions, at: moment)
    case .renameTheme(let id, let title): return try decideThemeTitle(id, title)
    case .defineTheme(let id, let definition, let keyPoints):
      return try decideThemeDefinition(id, definition, keyPoints)
    case .mergeTheme(let id, let other): return try decideThemeMerging(id, into: other)
    case .splitTheme(let id, let title, let contributions):
      return try decideThemeSplit(id, title, contributions, at: moment)
    case .moveTheme(let id, let position): return try decideThemeOrder(id, position)
    case .orderHighlights(let id, let order): return try decideHighlightOrder(id, order)
    case .merge(let others, let id): return try decideMerging(others, into: id)
    case .separate(let id): return try decideSeparation(id)
    case .split(let id, let parts): return try decideSplit(id, into: parts, at: moment)
    case .rejoin(let id): return try decideRejoining(id)
    case .distinguish(let one, let other, let on):
      return try decideDistinction(one, other, on)
    case .ignoreTopic(let contributions, let on): return try decideIgnoring(contributions, on)
    case .openScoring(let new): return try decideScoring(new, at: moment)
    case .castBallot(let id, let voter, let marks): return try decideBallot(id, voter, marks)
    case .correctBallot(let id, let voter, let marks):
      return try decideCorrection(id, voter, marks)
    case .withdrawBallot(let id, let voter): return try decideBallotWithdrawal(id, voter)
    case .countHands(let id, let hands): return try decideTally(id, hands)
    case .reveal(let id, let on): return try decideRevealing(id, on)
    case .close(let id, let on): return try decideClosing(id, on)
    case .withdrawScoring(let id, let on): return try decideScoringWithdrawal(id, on)
    case .raise(let contributions, let card):
      return try decideRaising(contributions, card, at: moment)
    case .reviseCard(let id, let card): return try decideCard(id, card)
    case .link(let id, let contribution, let on): return try decideLink(id, contribution, on)
    case .stageOpportunity(let id, let standing): return try decideStanding(id, standing)
    case .withdrawOpportunity(let id, let on): return try decideOpportunityWithdrawal(id, on)
    case .enterFeedback(let forms): return try decideFeedback(forms)
    case .withdrawFeedback(let form): return try decideFeedbackWithdrawal(form)
    case .strikeFeedback(let text): return try decideStriking(text)
    case .followUp(let followUp): return try decideFollowUp(followUp)
    case .enterStage(let id): return try decideStage(id)
    case .pauseStage: return try decidePause()
    case .resumeStage: return try decideResume()
    case .extendStage(let minutes): return try decideExtension(minutes)
    case .leaveStage: return try decideLeaving()
    }
  }

  /// What the events will have done, in words.
  private func account(of events: [any Event], at moment: Moment) -> String {
    guard let first = events.first else { return "nothing to change" }
    if let account = accountOfMany(events, at: moment) { return account }
    let captured = events.compactMap { $0 as? ContributionCaptured }
    if captured.count == 1 {
      return "kept \(captured[0].freeNumber(in: self, for: moment.device).spoken)"
    }
    if captured.count > 1 { return "kept \(captured.count) contributions" }
    let main =
      events.first { !($0 is DelegatesSeated) && !($0 is RoundsPlanned) } ?? events.last ?? first
    return main.account(in: self)
  }
}

// What is done by several events, in words. Undo and redo say it in the same words.
extension Session {
  /// What the act as a whole is, where that is not what one of its events is.
  func accountOfMany(_ events: [any Event], at moment: Moment? = nil) -> String? {
    for event in events {
      switch event {
      case let event as ContributionSplit:
        let parts = events.compactMap { ($0 as? ContributionCaptured) }
        guard let moment, !parts.isEmpty else { return event.account(in: self) }
        let numbers = parts.map { $0.freeNumber(in: self, for: moment.device).spoken }
        return "split \(spoken(event.contribution)) into \(numbers.joined(separator: ", "))"
      case is FollowUpBegun, is ContributionRestored: return event.account(in: self)
      default: break
      }
    }
    if let account = accountOfSeating(events) { return account }
    let arrivals = events.count { ($0 as? PresenceMarked)?.present == true }
    if arrivals > 1, arrivals == events.count { return "marked \(arrivals) delegates present" }
    let codings = events.compactMap { $0 as? ContributionCoded }
    if let added = events.first as? ThemeAdded, !codings.isEmpty {
      return "added the theme ‘\(added.theme.title)’ and coded "
        + (codings.count == 1
          ? "\(spoken(codings[0].contribution)) to it"
          : "\(codings.count) contributions to it")
    }
    if codings.count > 1, codings.count == events.count, let theme = codings.first?.theme {
      return "coded \(codings.count) contributions to ‘\(title(of: theme))’"
    }
    let struck = events.count { $0 is FeedbackWithdrawn }
    if struck > 0, events.count > 1 {
      return "struck words off " + (struck == 1 ? "a feedback form" : "\(struck) feedback forms")
    }
    let forms = events.count { $0 is FeedbackEntered }
    return forms > 1 ? "entered \(forms) feedback forms" : nil
  }
}

// Rules that several commands share.
extension Session {
  /// The contribution, which must be there and stand.
  func standing(_ id: ContributionID) throws(Refusal) -> Contribution {
    guard let contribution = contributions[id] else {
      throw Refusal("there is no such contribution", remedy: "search for it with /")
    }
    switch contribution.standing {
    case .kept: return contribution
    case .withdrawn:
      throw Refusal(
        "\(contribution.number.spoken) is withdrawn", remedy: "restore it first")
    case .redacted:
      throw Refusal(
        "\(contribution.number.spoken) was redacted for good", remedy: "capture the point anew")
    case .merged:
      let stayer = lineage.stayers[id].map(spoken) ?? "another"
      throw Refusal(
        "\(contribution.number.spoken) was merged into \(stayer)",
        remedy: "change \(stayer), or separate the two first")
    case .split:
      throw Refusal(
        "\(contribution.number.spoken) was split into \(spoken(lineage.parts(of: id)))",
        remedy: "change the parts, or put it together first")
    }
  }

  /// The text without white space around it, which must leave something.
  func named(_ text: String, _ what: String) throws(Refusal) -> String {
    let name = text.trimmed
    guard !name.isEmpty else {
      throw Refusal("\(what) is empty", remedy: "type a few words")
    }
    return name
  }
}

extension String {
  /// The text without white space at either end.
  public var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
