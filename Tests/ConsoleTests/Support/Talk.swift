import SessionEngine

/// Something that a table said.
struct Said {
  var table: Int
  var words: String
  var lens: LensID?
  var themes: [ThemeID] = []
  var isHighlighted = false
  var speaker: String?
}

/// Forty made-up points, from over two rounds.
enum Talk {
  private static func t(
    _ table: Int, _ lens: LensID?, _ words: String, _ themes: ThemeID..., star: Bool = false,
    by speaker: String? = nil
  ) -> Said {
    Said(
      table: table, words: words, lens: lens, themes: themes, isHighlighted: star, speaker: speaker)
  }

  static let firstRound: [Said] = [
    t(1, "current", "A request abroad takes months; the phones have changed twice by then"),
    t(2, "current", "Two analysts for all seized phones, and a queue of eleven weeks", "data"),
    t(3, "current", "We follow the runner because he is the one we can see", "inside"),
    t(4, nil, "Who tells a corner shop that its new landlord is the problem?"),
    t(5, "current", "Nobody writes down what did not work, so we do it again", star: true),
    t(3, "improve", "Follow the recruiter, not the runner", "inside", star: true),
    t(1, "improve", "A liaison officer who shares a desk with the port", by: "Delphine"),
    t(5, "improve", "Agree on one outcome measure before the operation", "thinking"),
    t(3, nil, "Cash businesses give cover; who audits them?", "data"),
    t(3, "immediate", "Offer: two accountants from the university, one day a week", "inside"),
    t(2, "improve", "Label once, reuse everywhere: same words in every force", "data"),
    t(1, "whatif", "What if every group is international until shown otherwise?", "thinking"),
    t(4, "current", "Victims are asked for evidence before they are asked if they are safe"),
    t(3, "whatif", "What if suppliers had to name their hauliers?", "proactive"),
    t(5, "immediate", "Put the evaluation lead in the planning meeting from next month"),
    t(4, "improve", "“Somebody to ring” matters more than a leaflet", "proactive", star: true),
    t(2, "immediate", "Open-source training for neighbourhood teams: half a day"),
    t(3, "current", "That one garage again, everybody knows whose it is"),
    t(1, "immediate", "Share the container watch list with the port each Monday", "data"),
    t(3, "improve", "Map the costs: what do they pay for vans, flats, drivers?", "inside"),
  ]

  static let secondRound: [Said] = [
    t(2, "current", "They hire by the day. There is no gang to arrest, only a rota", "inside"),
    t(3, "current", "Tenants warn each other faster than we warn them", "inside"),
    t(4, "current", "Hot-spot patrols worked, for as long as they lasted"),
    t(1, "current", "We learn about new apps from the children of colleagues", "data"),
    t(5, "current", "Extradition eats the budget of the whole team", by: "Petra"),
    t(
      3, "improve", "Treat it like an outbreak: trace, warn, vaccinate the street", "proactive",
      star: true),
    t(1, "improve", "A standing panel of students who test what is coming", "thinking"),
    t(4, "improve", "Publish the trials that failed, naming methods, not people", "thinking"),
    t(2, "improve", "Price lists: a driver, a flat, an account this month?", "inside", "data"),
    t(
      3, "immediate",
      "Licensing visits jointly with the fire service: they go there anyway, nobody minds them, and "
        + "a licence that could be lost is worth more to a shop than any leaflet", "proactive"),
    t(3, nil, "Letting agents: one phone number, one person who calls back"),
    t(1, nil, "AI can sort the messages, but who checks what it threw away?", "data"),
    t(5, "whatif", "What if we lent them an officer instead of asking for one?", "thinking"),
    t(
      2, "whatif", "What if leaving was easier than staying? Debts hold them", "inside",
      "proactive", by: "Oluwaseun"),
    t(4, "immediate", "Compare two streets next quarter: lights and visits, visits alone"),
    t(3, "improve", "Banks see the mule account weeks before we do", "data", "proactive"),
    t(4, nil, "How long before we can say that it worked?"),
    t(3, "whatif", "What if every new landlord got a visit in the first month?", by: "Gethin"),
    t(5, "improve", "One form for all six countries, filled in once"),
    t(3, "current", "Nobody owns the street between two wards", "thinking", "proactive", "inside"),
    t(3, nil, "Ask the parcel drivers: they see every door, every day"),
  ]
}
