import SessionEngine

/// What the groups of the sample session said.
enum SampleTalk {
  private enum Asked: LensID {
    case now = "current"
    case better = "improve"
    case soon = "immediate"
    case whatIf = "whatif"
    case open = "unknown"
  }

  // A contribution in its round, from its group; the priority is the group's of that round.
  private static func say(
    _ minute: Double, _ table: Int, _ lens: Asked, _ words: String, _ themes: ThemeID...,
    star: Bool = false, by speaker: String? = nil
  ) -> SampleStep {
    SampleStep(minute) { session throws(Refusal) in
      var said = NewContribution(words, group: try session.group(named: String(table)).id)
      said.lens = lens.rawValue
      said.themes = themes
      said.isHighlighted = star
      if let speaker { said.speaker = try session.delegate(named: speaker).id }
      return .capture([said])
    }
  }

  // Something done to the contribution that begins with these words.
  private static func change(
    _ minute: Double, _ beginning: String,
    _ command: @escaping @Sendable (ContributionID) -> Command
  ) -> SampleStep {
    SampleStep(minute) { session throws(Refusal) in
      guard let found = session.contributions.all.first(where: { $0.words.hasPrefix(beginning) })
      else { throw Refusal("nobody said ‘\(beginning)’", remedy: "correct the sample") }
      return command(found.id)
    }
  }

  static let firstRound: [SampleStep] = [
    say(36.2, 1, .now, "Requests abroad take months; by then the phones have changed twice"),
    say(36.9, 3, .now, "We follow the runner because he is the one we can see", "inside"),
    say(37.5, 2, .now, "Two analysts for all seized phones. The queue is eleven weeks", "data"),
    say(38.1, 4, .open, "Who tells a corner shop that its new landlord is the problem?"),
    say(38.8, 5, .now, "Nobody writes down what did not work, so we do it again", star: true),
    say(39.6, 3, .better, "Follow the recruiter, not the runner", "inside", star: true),
    say(
      40.3, 1, .better, "A liaison officer who shares a desk with the port, not a mailbox",
      by: "Delphine Marrow"),
    say(
      41.7, 5, .better, "Agree on one outcome measure before the operation, not after", "thinking"),
    say(43.0, 3, .open, "Cash businesses give cover; who audits them?", "data"),
    say(
      44.4, 3, .soon, "Offer: two accountants from the university, one day a week", "inside",
      by: "Magnus Ferrow"),
    say(
      45.2, 2, .better,
      "Label once, reuse everywhere: same words for the same thing in every force",
      "data"),
    say(
      46.0, 1, .whatIf, "What if we assumed every group is international until shown otherwise?",
      "thinking"),
    say(47.3, 4, .now, "Victims are asked to give evidence before they are asked if they are safe"),
    say(48.9, 3, .whatIf, "What if suppliers had to name their hauliers?", "proactive"),
    say(50.1, 5, .soon, "Put the evaluation lead in the planning meeting from next month"),
    say(
      50.8, 4, .better, "“Somebody to ring” matters more than a leaflet", "proactive", star: true),
    say(
      52.5, 2, .soon,
      "Open sources training for neighbourhood teams: half a day, we have the slides"),
    say(54.2, 3, .now, "That one garage again, everybody knows whose it is"),
    change(55.0, "That one garage") { .withdraw($0) },
    say(56.4, 1, .soon, "Send the container watch list to the harbour each Monday", "data"),
    say(57.1, 3, .better, "Map the costs: what do they pay for vans, flats, drivers?", "inside"),
    say(59.2, 5, .open, "Is ‘promising’ evidence good enough to spend money on?"),
  ]

  static let secondRound: [SampleStep] = [
    say(62.6, 2, .now, "They hire by the day. There is no gang to arrest, only a rota", "inside"),
    say(
      63.3, 4, .now,
      "Hot-spot patrols worked while they lasted; the month after was never measured"),
    say(64.0, 1, .now, "We learn about new apps from the children of colleagues", "data"),
    say(64.9, 3, .now, "Tenants warn each other faster than we warn them", "inside"),
    say(65.7, 5, .now, "Extradition eats the budget of the whole team", by: "Petra Windlass"),
    change(66.1, "Cash businesses") { .code($0, "inside", true) },
    say(
      67.5, 3, .better, "Treat it like an outbreak: trace, warn, vaccinate the street", "proactive",
      star: true),
    say(
      68.8, 1, .better, "A standing panel of students who test what is coming", "thinking",
      by: "Kwabena Thistlewood"),
    say(
      69.4, 4, .better, "Publish the trials that failed, with names of methods not of people",
      "thinking"),
    say(
      70.6, 2, .better, "Price lists: what does a driver, a flat, a bank account cost this month?",
      "inside", "data", star: true),
    say(
      72.0, 3, .soon, "Licensing visits jointly with the fire service; they already go there",
      "proactive"),
    say(72.2, 3, .soon, "Letting agents: one phone number, one person who calls back"),
    say(74.8, 1, .open, "AI can sort the messages but who checks what it threw away?", "data"),
    say(75.5, 5, .whatIf, "What if we lent them an officer instead of asking for one?", "thinking"),
    change(76.3, "Nobody writes down") { .code($0, "thinking", true) },
    change(77.0, "Who tells a corner shop") { .setLens($0, "whatif") },
    say(
      78.4, 2, .whatIf, "What if leaving was easier than staying? Debts are what holds them",
      "inside", "proactive", by: "Oluwaseun Pike"),
    say(79.9, 4, .soon, "Measure two streets next quarter, lights and visits against visits alone"),
    change(80.6, "Extradition eats") { .reword($0, "Extradition takes most of the team’s budget") },
    say(82.3, 3, .better, "Banks see the mule account weeks before we do", "data", "proactive"),
    say(84.1, 4, .open, "How long before we can say that it worked, and who measures it?"),
    change(88.0, "Banks see the mule") { .highlight($0, true) },
    change(88.6, "Publish the trials") { .highlight($0, true) },
  ]

  static let thirdRound: [SampleStep] = [
    say(100.4, 3, .now, "School talks: everyone likes them, nobody has measured them"),
    say(101.1, 1, .now, "They rent everything, even the muscle", "inside"),
    say(101.9, 2, .now, "Mule accounts: the banks see them weeks before us"),
    say(
      102.8, 1, .better, "Take their accounts as an investor would: where is the margin?", "inside",
      "thinking", star: true),
    say(103.5, 4, .now, "Four databases for one lorry", "data"),
    say(
      104.2, 3, .better, "Ask the people who left what would have made them leave sooner",
      by: "Noor Brambling"),
    say(
      105.0, 1, .soon, "A cash-deposit alert with the building society: they offer a pilot",
      "proactive", by: "Wilhelmina Stroud"),
    say(
      106.1, 2, .whatIf, "What if a safe place was a kind of licence a shop could lose?",
      "proactive"),
  ]
}
