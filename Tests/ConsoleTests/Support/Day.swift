import SessionEngine

/// One whole day, every word of it made up: what was said, and what the room made of it.
///
/// It is told twice, by `DayAtKeys` and by `DayInLines`, and comes to the same state both times.
enum Day {
  /// Sixty points by five tables in three rounds.
  static let talk: [[Said]] = [Talk.firstRound, Talk.secondRound, thirdRound]

  /// The beginnings of points that are collated.
  static let recruiter = "Follow the recruiter, not the runner"
  static let recruiterAgain = "Follow the recruiter and not the runner"
  static let banks = "Banks see the mule account"
  static let banksToo = "A mule account is known to the bank"
  static let landlords = "Landlords are never checked"
  static let parts = ["Landlords are never checked", "The fire service is the last to hear of it"]
  static let kiosks = "Cash machines for crypto"

  /// The third round, with a point that repeats another, one that says the same in other words, one
  /// that makes two points, and six on something that no theme covers yet.
  static let thirdRound: [Said] = [
    t(1, "current", "Follow the recruiter and not the runner"),
    t(2, "current", "A mule account is known to the bank before any officer hears of it"),
    t(3, "improve", "Landlords are never checked and the fire service is the last to hear of it"),
    t(1, "whatif", "Cash machines for crypto in corner shops: who licenses them?"),
    t(2, "current", "Crypto cash machines take banknotes without a name", star: true),
    t(3, "current", "Corner shops earn more on the crypto cash machine than on milk"),
    t(4, "improve", "Map the crypto cash machines, then visit the corner shops"),
    t(5, "current", "Students pay their rent in crypto from a cash machine"),
    t(4, "whatif", "A crypto cash machine stands beside the counter in every second corner shop"),
    t(5, "improve", "Count what the visits prevented, not only what they found"),
    t(4, "current", "The council knows every landlord by name and is never asked"),
    t(1, "immediate", "One desk officer rings every partner on the first of the month"),
    t(2, "improve", "Teach analysts to ask the question before they ask for the data"),
    t(3, nil, "Whoever launders for one launders for all of them", star: true),
    t(4, "immediate", "A prevention officer at the college fair in spring", by: "Petra"),
    t(5, nil, "A trial with a date beats a strategy without one", star: true),
    t(1, "current", "Joint teams end when the budget year ends"),
    t(2, "whatif", "What if the victims wrote the intelligence requirement?"),
    t(5, "improve", "Write the exit before the operation begins"),
  ]

  private static func t(
    _ table: Int, _ lens: LensID?, _ words: String, star: Bool = false, by speaker: String? = nil
  ) -> Said {
    Said(table: table, words: words, lens: lens, isHighlighted: star, speaker: speaker)
  }

  /// The themes by number that the `index`th point is coded to; none where it is left for later.
  static func codes(_ index: Int, _ said: Said) -> [Int] {
    let isNew = said.words.lowercased().contains("crypto")
    let known: [ThemeID] = ["data", "thinking", "inside", "proactive"]
    let given = said.themes.compactMap { known.firstIndex(of: $0) }.map { $0 + 1 }
    return isNew ? [] : given.isEmpty ? [index % 4 + 1] : given
  }

  /// Those who came without being on the list.
  static let walkIns = (1...12).map { number in
    Workshop.person(
      "Newcomer \(number)", "Tidewell Building Society", "partner", "Officer", "payments")
  }

  /// What the eight opportunities are raised from.
  static let raised: [[String]] = [
    [recruiter, "Map the costs"], [parts[0]], [banks], [kiosks], ["Licensing visits jointly"],
    ["A liaison officer"], ["Price lists"], ["Publish the trials"],
  ]

  /// Impact and ease of each opportunity, as the five tables call them out.
  static let ballots = [
    "54 34 43 21 52 43 33 15", "55 33 44 22 41 33 23 25", "44 45 42 11 53 44 32 14",
    "55 24 33 31 52 43 33 15", "54 35 44 21 13 42 13 24",
  ]
}

/// What is written on a trial card, field by field, as a person would say it.
struct CardText {
  var number: String
  var title, currentApproach, improvement, mindset, belief, action, measure, success: String
  var place, duration, cost, risk, skills, date: String
  var stage: (key: String, line: String)
  /// A priority and a further theme, by their numbers.
  var priority: Int
  var theme: Int
  var isImmediate: Bool
  var owner: String
  var helpers: [String]
  /// Pursue, Prevent, Protect, Prepare, by number.
  var fourPs: [Int]
  /// 1 known, 2 partly, 3 gap; in the order of the letters.
  var emmie: [Int]
  var maryland: (now: Int, after: Int)
}

extension Day {
  static let cards = [
    CardText(
      number: "O1", title: "Recruiters first",
      currentApproach: "The runner is arrested, and another takes the round",
      improvement: "Learn who hires, by the day and by the door",
      mindset: "Two weeks a cycle; what does not work is dropped aloud",
      belief: "a round without a recruiter is not run", action: "follow hiring in two streets",
      measure: "days a round stands still", success: "it stands still for ten days or more",
      place: "two streets in Northmoor", duration: "one quarter", cost: "one analyst, half time",
      risk: "recruiters move next door", skills: "mapping, interviews", date: "2027-03-01",
      stage: ("2", "to be tried"), priority: 3, theme: 2, isImmediate: false,
      owner: "Amira Castellane", helpers: ["Tobias Quillfeather", "Noor Brambling"],
      fourPs: [1, 2], emmie: [2, 1, 3, 3, 2], maryland: (1, 3)),
    CardText(
      number: "O3", title: "Mule accounts, seen together",
      currentApproach: "The bank knows for weeks before anybody asks",
      improvement: "One question a week, answered in a day",
      mindset: "Ask small, ask often", belief: "banks answer a question that is put to them",
      action: "put one question a week to three banks", measure: "days from question to answer",
      success: "half are answered within a day", place: "three banks", duration: "twelve weeks",
      cost: "a morning a week", risk: "the answers tip somebody off", skills: "payments, law",
      date: "2027-01-18", stage: ("3", "under way"), priority: 2, theme: 4, isImmediate: true,
      owner: "Marguerite Sallow", helpers: ["Hiroshi Cranleigh-Abe"], fourPs: [3],
      emmie: [3, 2, 2, 1, 3], maryland: (2, 4)),
    CardText(
      number: "O5", title: "Licence and smoke alarm in one visit",
      currentApproach: "Two visits by two services, and neither tells the other",
      improvement: "One visit, one form, both powers", mindset: "Begin with a street, not a plan",
      belief: "a licence at risk moves a shop", action: "visit forty shops together",
      measure: "licences reviewed", success: "ten reviews or more", place: "the harbour ward",
      duration: "eight weeks", cost: "overtime on four evenings", risk: "honest shops are scared",
      skills: "neighbourhoods; evaluation", date: "2026-12-15", stage: ("2", "to be tried"),
      priority: 4, theme: 1, isImmediate: true, owner: "Gethin Ashgrove",
      helpers: ["Beatrix Lorne", "Leontyne Moss"], fourPs: [2, 3, 4], emmie: [1, 1, 2, 3, 3],
      maryland: (0, 5)),
  ]

  /// Thirty forms as they lie in the pile: ticks, what is taken away, what is said, what is wished for.
  static let forms: [(ticks: String, takeaway: String, comments: String, wishes: String)] =
    (0..<30).map { index in
      (
        index % 3 == 0 ? "55550-43" : "44554433",
        index % 10 == 0 ? "The talk of money laundering" : "",
        index % 15 == 0 ? "More data, joined up" : "",
        index % 2 == 0 ? "Ports; Student rents" : index % 5 == 0 ? "Ports" : ""
      )
    }
}
