/// A wish for a future workshop, and how many forms name it.
public struct Wish: Codable, Equatable, Sendable {
  /// The wish in its most frequent spelling, the first in the alphabet of equally frequent ones.
  public let text: String
  /// How many forms name it.
  public let count: Int
  /// Its place, from 1; equals share one, and the next is left out (1, 2, 2, 4).
  public let rank: Int

  /// Makes a wish.
  public init(text: String, count: Int, rank: Int) {
    self.text = text
    self.count = count
    self.rank = rank
  }
}

/// What the room said of the day (Kirkpatrick Level 1, reaction).
public struct FeedbackSummary: Equatable, Sendable {
  /// How many forms there are.
  public let forms: Int
  /// How many delegates were present at some time of the day, whether or not they left since; 0 where
  /// nobody was marked.
  public let present: Int
  /// How many delegates are on the list.
  public let listed: Int
  /// What was said to each item, in the order of the form, then to items that left it since.
  public let items: [Item]
  /// The same by what the items measure, in the order in which the form first names it.
  public let dimensions: [Dimension]
  /// The comments in an order that says nothing of who came first.
  public let comments: [String]
  /// What people take away, in such an order.
  public let takeaways: [String]
  /// What a future workshop should take up, the most wanted first.
  public let futurePriorities: [Wish]

  /// Answers on five points.
  public struct Answers: Equatable, Sendable {
    /// How many gave each point, from strongly disagree to strongly agree.
    public fileprivate(set) var distribution = [0, 0, 0, 0, 0]
    /// How many said that it does not apply.
    public fileprivate(set) var notApplicable = 0

    /// How many gave points; who said that it does not apply is left out.
    public var valid: Int { distribution.reduce(0, +) }
    /// How many agreed: 4 or 5.
    public var positive: Int { distribution[3] + distribution[4] }

    /// The share of those who agreed in whole per cent, rounded half up; `nil` without answers.
    public var percentPositive: Int? {
      valid == 0 ? nil : (200 * positive + valid) / (2 * valid)
    }

    fileprivate mutating func add(_ points: Int) {
      if FeedbackForm.scale.contains(points) {
        distribution[points - 1] += 1
      } else if points == FeedbackForm.notApplicable {
        notApplicable += 1
      }
    }
  }

  /// What was said to one item.
  public struct Item: Equatable, Sendable {
    /// The item.
    public let item: EvaluationForm.Item
    /// The answers to it.
    public let answers: Answers
    /// How many forms leave it open.
    public let open: Int
    /// Whether it no longer stands on the form.
    public let isRetired: Bool

    /// The answers as they may be told: per cent, or counts where fewer than ten gave points.
    public var share: String { FeedbackSummary.share(answers, of: answers.valid) }
  }

  /// What was said to all items that measure the same.
  public struct Dimension: Equatable, Sendable {
    /// What they measure, such as relevance.
    public let name: String
    /// The answers to all of them together.
    public let answers: Answers
    /// How many forms gave points to any of them.
    public let forms: Int

    /// The answers as they may be told: per cent, or counts where fewer than ten forms gave points.
    public var share: String { FeedbackSummary.share(answers, of: forms) }
  }

  /// Below so many, counts are told and no percentages.
  public static let fewest = 10

  fileprivate static func share(_ answers: Answers, of count: Int) -> String {
    guard count >= fewest, let percent = answers.percentPositive else {
      return "\(answers.positive) of \(answers.valid)"
    }
    return "\(percent)%"
  }

  /// The share of those who were present who handed in a form, in whole per cent, rounded half up; `nil`
  /// where nobody was marked present or where there are more forms than people.
  public var responseRate: Int? {
    present > 0 && forms <= present ? (200 * forms + present) / (2 * present) : nil
  }

  /// How many forms there are, of how many people: `30 of 42 forms`. Of people nothing is said where
  /// nobody was marked present, nor where they are fewer than the forms.
  public var count: String {
    present > 0 && forms <= present
      ? "\(forms) of \(present) \(present == 1 ? "form" : "forms")"
      : "\(forms) \(forms == 1 ? "form" : "forms")"
  }

  /// What to do where there are more forms than people who were there; `nil` where there are not.
  public var warning: String? {
    guard present > 0, forms > present else { return nil }
    let people = present == 1 ? "1 person was" : "\(present) people were"
    return "\(count), but only \(people) marked present: mark whoever else was there, or take back "
      + "forms that were entered twice"
  }

  /// What to do so that the forms can be told as of so many; `nil` where somebody was marked present, or
  /// nobody is on the list. A list is not a room: a share of those invited would be told as one of those
  /// who came.
  public var hint: String? {
    guard forms > 0, present == 0, listed > 0 else { return nil }
    return
      "nobody is marked present, so no rate is told: A in Arrivals (plenary arrive --all) marks all "
      + "\(listed) on the list"
  }

  /// One line for a report, such as `30 of 42 forms, 93% positive on relevance`; below ten forms in
  /// counts: `7 of 9 forms, 12 of 14 answers positive on relevance`. `nil` where nothing is measured
  /// by that name, or nobody answered.
  public func line(on dimension: String) -> String? {
    let wanted = dimension.trimmed.lowercased()
    guard let found = dimensions.first(where: { $0.name.lowercased() == wanted }),
      found.answers.valid > 0
    else { return nil }
    let share = found.forms < Self.fewest ? found.share + " answers" : found.share
    return "\(count), \(share) positive on \(found.name)"
  }
}

extension Session {
  /// What the room said of the day, as far as it was entered.
  public var feedbackSummary: FeedbackSummary {
    let forms = feedback.forms
    let asked = plan.evaluation.items
    let retired = retiredItems.filter { feedback.answers(to: $0.id) > 0 }
    let items = (asked + retired).enumerated().map { index, item in
      var answers = FeedbackSummary.Answers()
      var open = 0
      for form in forms {
        if let points = form.answers[item.id] { answers.add(points) } else { open += 1 }
      }
      return FeedbackSummary.Item(
        item: item, answers: answers, open: open, isRetired: index >= asked.count)
    }
    return FeedbackSummary(
      forms: forms.count, present: attended.count, listed: delegates.count, items: items,
      dimensions: dimensions(items, forms),
      comments: forms.map(\.comments).filter { !$0.isEmpty }.inNoOrder,
      takeaways: forms.map(\.takeaway).filter { !$0.isEmpty }.inNoOrder,
      futurePriorities: Self.wishes(forms))
  }

  private func dimensions(
    _ items: [FeedbackSummary.Item], _ forms: [FeedbackForm]
  ) -> [FeedbackSummary.Dimension] {
    items.map(\.item.dimension).withoutRepeats.map { name in
      let ids = items.filter { $0.item.dimension == name }.map(\.item.id)
      var answers = FeedbackSummary.Answers()
      var answering = 0
      for form in forms {
        let given = ids.compactMap { form.answers[$0] }
        for points in given { answers.add(points) }
        if given.contains(where: FeedbackForm.scale.contains) { answering += 1 }
      }
      return FeedbackSummary.Dimension(name: name, answers: answers, forms: answering)
    }
  }

  /// The wishes of all forms, counted whatever their case and white space; once for each form.
  private static func wishes(_ forms: [FeedbackForm]) -> [Wish] {
    var spellings: [String: [String: Int]] = [:]
    var counts: [String: Int] = [:]
    for form in forms {
      var (named, spelt): (Set<String>, Set<String>) = ([], [])
      for wish in form.futurePriorities {
        let text = wish.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let key = text.lowercased()
        guard !key.isEmpty else { continue }
        if named.insert(key).inserted { counts[key, default: 0] += 1 }
        if spelt.insert(text).inserted { spellings[key, default: [:]][text, default: 0] += 1 }
      }
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let places = Ranking.places(ranked) { $0.value > $1.value }
    return zip(ranked, places).map { wish, place in
      let spelling = spellings[wish.key]?.min { ($1.value, $0.key) < ($0.value, $1.key) }
      return Wish(text: spelling?.key ?? wish.key, count: wish.value, rank: place.rank)
    }
  }
}

extension [String] {
  /// The texts by their bytes: an order that says nothing but what the texts say.
  fileprivate var inNoOrder: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
