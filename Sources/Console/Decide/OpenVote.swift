import SessionEngine
import Terminal

// Opening a vote in few keys: on what, how, under which title.
extension ConsoleState {
  /// Asks what to vote on.
  mutating func askWhatToVoteOn() {
    let items = voteSelections.enumerated().map { index, selection in
      Picker.Item(
        lead: "\(index + 1)", title: selection.title,
        detail: selection.count == 0 ? "" : "\(selection.count)",
        choice: .converge(.items(selection.items, title: selection.title)),
        unavailable: selection.count == 0 ? selection.remedy : nil)
    }
    choose(.converge(.items), "Vote on what?", items)
  }

  private struct Selection {
    var title: String
    var items: NewScoring.Items
    var count: Int

    /// Why nothing can be voted on, and how there would be something.
    var remedy: String {
      if case .opportunities = items { return "none yet: O raises one from a contribution" }
      if title == "Highlights" { return "none yet: h picks a contribution out" }
      if case .themes = items { return "none yet: a in Themes adds one" }
      return "nothing is coded to it yet"
    }
  }

  /// What there is to vote on: what was marked, the highlights, opportunities, then theme by theme.
  private var voteSelections: [Selection] {
    func points(_ title: String, _ ids: [ContributionID]) -> Selection {
      Selection(title: title, items: .contributions(ids), count: ids.count)
    }
    func trials(_ title: String, _ all: [Opportunity]) -> Selection {
      Selection(title: title, items: .opportunities(all.map(\.id)), count: all.count)
    }
    var list: [Selection] = []
    let marked = standingMarks
    if !marked.isEmpty { list.append(points("Marked contributions", marked)) }
    let kept = session.contributions.all.filter(\.isKept)
    let open = session.opportunities.kept.filter(\.isOpen)
    list.append(points("Highlights", kept.filter(\.isHighlighted).map(\.id)))
    list.append(trials("Opportunities", open))
    list.append(
      Selection(
        title: "Themes", items: .themes(session.themes.map(\.id)), count: session.themes.count))
    for theme in session.themes {
      let own = session.contributions.slots(of: theme.id).compactMap { slot in
        session.contributions.all[slot].isKept ? session.contributions.all[slot] : nil
      }
      let highlights = own.filter(\.isHighlighted)
      if !highlights.isEmpty {
        list.append(points("Highlights of \(theme.title)", highlights.map(\.id)))
      }
      list.append(points(theme.title, own.map(\.id)))
    }
    for priority in session.plan.priorities {
      let own = open.filter { $0.card.priority == priority.id }
      if !own.isEmpty, own.count < open.count {
        list.append(trials("Opportunities on \(priority.title)", own))
      }
    }
    return list
  }

  /// Takes an answer to one of the questions of a new vote.
  mutating func chosenForVote(_ choice: ConvergeChoice, _ question: ConvergeQuestion) -> [Effect] {
    switch (question, choice) {
    case (.items, .items(let items, let title)): askHowToVote(on: items, title)
    case (.method(let items, let title), .method(let method, let voters, let asksBudget)):
      let new = NewScoring(
        "\(title): \(method.short)", method: method, items: items, voters: voters)
      if asksBudget {
        ask(
          .budget(new), "dots each", "5",
          "how many dots each voter has, and how many one item takes: 5, or 5 2")
      } else {
        askTitle(new)
      }
    default: break
    }
    return []
  }

  private mutating func askHowToVote(on items: NewScoring.Items, _ title: String) {
    let five = Scoring.Method.dots(budget: 5, most: 5)
    let ways: [(String, String, Scoring.Method, Scoring.VoterKind, Bool)] = [
      ("impact and ease, by group", "1 to 5 each", .impactAndEase, .groups, false),
      ("impact and ease, by delegate", "1 to 5 each", .impactAndEase, .delegates, false),
      ("5 dots, by group", "ballots or a show of hands", five, .groups, false),
      ("5 dots, by delegate", "ballots or a show of hands", five, .delegates, false),
      ("another number of dots, by group", "", five, .groups, true),
      ("another number of dots, by delegate", "", five, .delegates, true),
      ("top five, by group", "nominal group technique", .topFive, .groups, false),
      ("top five, by delegate", "nominal group technique", .topFive, .delegates, false),
    ]
    choose(
      .converge(.method(items, title: title)), "Vote on \(title): how?",
      ways.enumerated().map { index, way in
        Picker.Item(
          lead: "\(index + 1)", title: way.0, detail: way.1,
          choice: .converge(.method(way.2, way.3, asksBudget: way.4)))
      })
  }

  private mutating func askTitle(_ new: NewScoring) {
    ask(
      .title(new), "the room is asked", freeTitle(new.title),
      "what stands over the vote; Enter opens it")
  }

  /// The title, with a number behind it where a vote is called so already.
  private func freeTitle(_ title: String) -> String {
    let taken = Set(scorings.map { $0.title.lowercased() })
    let titles = [title] + (2...(scorings.count + 2)).map { "\(title) (\($0))" }
    return titles.first { !taken.contains($0.lowercased()) } ?? title
  }

  mutating func ask(
    _ question: ConvergeQuestion, _ title: String, _ text: String, _ hint: String
  ) {
    overlays.append(
      .prompt(
        Prompt(
          purpose: .converge(question), title: title, hint: hint, editor: LineEditor(text: text))))
  }

  /// Takes a line that was typed in answer to one of the questions of a new vote.
  mutating func answeredForVote(_ question: ConvergeQuestion, _ text: String) -> [Effect] {
    switch question {
    case .budget(var new):
      let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
      guard let budget = numbers.first, (1...999).contains(budget), numbers.count <= 2,
        (1...budget).contains(numbers.last ?? budget)
      else { return askedAgain("‘\(text)’ is no number of dots; type it as 5, or as 5 2") }
      new.method = .dots(budget: budget, most: numbers.last ?? budget)
      onItsWay = nil
      new.title = new.title.replacingMethod(with: new.method.short)
      askTitle(new)
      return []
    case .title(var new):
      new.title = text
      return [.perform(.openScoring(new), .converge(.opened))]
    default: return []
    }
  }
}

extension Scoring.Method {
  /// In a word or two, for a title.
  var short: String {
    switch self {
    case .scores(let criteria): criteria.joined(separator: " and ")
    case .dots(let budget, _): budget == 1 ? "1 dot" : "\(budget) dots"
    case .ranking(let places): "top \(places)"
    }
  }
}

extension String {
  /// The title with what stands behind its last colon replaced.
  fileprivate func replacingMethod(with method: String) -> String {
    guard let colon = lastIndex(of: ":") else { return self }
    return self[..<colon] + ": " + method
  }
}
