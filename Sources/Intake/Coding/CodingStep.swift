import SessionEngine

/// One thing that is done while what was said is collated, as a line of a file asks for it.
///
/// Contributions go by their numbers, themes by their places in the codebook or any unambiguous part of
/// their titles, as everywhere.
public enum CodingStep: Equatable, Sendable {
  /// Code contributions to a theme, or take the codings off.
  case code([ContributionNumber], theme: String, isOn: Bool)
  /// Code contributions to the theme of this very title; made for them where there is none.
  case codeToNew([ContributionNumber], theme: String)
  /// Pick a contribution out to be quoted, or no longer.
  case highlight(ContributionNumber, isOn: Bool)
  /// Let the first of several contributions stand for all of them.
  case merge([ContributionNumber])
  /// Let a contribution that was merged stand for itself again.
  case separate(ContributionNumber)
  /// Let the points of a contribution stand each for itself.
  case split(ContributionNumber, parts: [String])
  /// Put a contribution that was split together again.
  case rejoin(ContributionNumber)
  /// Say that two contributions make two points, or no longer.
  case notSame(ContributionNumber, ContributionNumber, isOn: Bool)
  /// Say that what contributions have in common is no topic, or offer it again.
  case ignore([ContributionNumber], isOn: Bool)
  /// Say which question contributions answer.
  case setLens([ContributionNumber], String)
  /// Put a contribution into other words.
  case reword(ContributionNumber, String)
  /// Take a contribution back, or let it stand again.
  case withdraw(ContributionNumber, isOn: Bool)
  /// Move a contribution; what is not named stays as it is.
  case move(ContributionNumber, group: String?, priority: String?)
  /// See to it that the codebook has a theme of this very title.
  case ensureTheme(String)
  /// Say what belongs to a theme; `nil` leaves it as it is.
  case define(String, definition: String?, keyPoints: [String]?)
  /// Give a theme another title.
  case rename(String, to: String)
  /// Give a theme another place in the codebook, from 1.
  case place(String, Int)
  /// Let the first of several themes count for all of them.
  case mergeThemes([String])
  /// Let contributions of a theme go over to a new one.
  case splitTheme(String, into: String, [ContributionNumber])
  /// Put a theme's highlights in order.
  case orderHighlights(String, [ContributionNumber])

  /// The commands that carry the step out in a session as it stands; none where it is so already.
  ///
  /// - Throws: `Refusal` where something that it names is not there.
  public func commands(in session: Session) throws(Refusal) -> [Command] {
    switch self {
    case .code(let numbers, let theme, let isOn):
      let theme = try session.theme(named: theme).id
      let ids = try session.contributions(numbered: numbers)
      guard !isOn else {
        return [ids.count == 1 ? .code(ids[0], theme, true) : .codeAll(ids, theme)]
      }
      return ids.map { .code($0, theme, false) }
    case .codeToNew(let numbers, let title):
      let ids = try session.contributions(numbered: numbers)
      guard let theme = session.theme(titled: title) else {
        return [.makeTheme(title: title, of: ids)]
      }
      return [ids.count == 1 ? .code(ids[0], theme.id, true) : .codeAll(ids, theme.id)]
    case .highlight(let number, let isOn):
      return [.highlight(try session.contribution(numbered: number), isOn)]
    case .merge(let numbers):
      let ids = try session.contributions(numbered: numbers)
      return [.merge(Array(ids.dropFirst()), into: ids[0])]
    case .separate(let number): return [.separate(try session.contribution(numbered: number))]
    case .split(let number, let parts):
      return [.split(try session.contribution(numbered: number), into: parts)]
    case .rejoin(let number): return [.rejoin(try session.contribution(numbered: number))]
    case .notSame(let one, let other, let isOn):
      return [
        .distinguish(
          try session.contribution(numbered: one), try session.contribution(numbered: other), isOn)
      ]
    case .ignore(let numbers, let isOn):
      return [.ignoreTopic(try session.contributions(numbered: numbers), isOn)]
    case .setLens(let numbers, let name):
      let lens = try session.lens(named: name).id
      return try session.contributions(numbered: numbers).map { .setLens($0, lens) }
    case .reword(let number, let words):
      return [.reword(try session.contribution(numbered: number), words)]
    case .withdraw(let number, let isOn):
      let id = try session.contribution(numbered: number)
      return [isOn ? .withdraw(id) : .restore(id)]
    case .move(let number, let group, let priority):
      let id = try session.contribution(numbered: number)
      guard let point = session.contributions[id] else { return [] }
      return [
        .move(
          id,
          try group.map { name throws(Refusal) in try session.group(named: name).id }
            ?? point.group,
          try priority.map { name throws(Refusal) in try session.priority(named: name).id }
            ?? point.priority)
      ]
    case .ensureTheme(let title):
      return session.theme(titled: title) == nil ? [.addTheme(title: title, definition: "")] : []
    case .define(let name, let definition, let keyPoints):
      // The title in full comes first: a title such as “2” is not the second theme.
      let titled = session.theme(titled: name)
      let theme = if let titled { titled } else { try session.theme(named: name) }
      return [
        .defineTheme(
          theme.id, definition: definition ?? theme.definition,
          keyPoints: keyPoints ?? theme.keyPoints)
      ]
    case .rename(let name, let title):
      return [.renameTheme(try session.theme(named: name).id, title)]
    case .place(let name, let place):
      return [.moveTheme(try session.theme(named: name).id, to: max(place, 0) - 1)]
    case .mergeThemes(let names):
      var ids: [ThemeID] = []
      for name in names { ids.append(try session.theme(named: name).id) }
      return ids.dropFirst().map { .mergeTheme($0, into: ids[0]) }
    case .splitTheme(let name, let title, let numbers):
      return [
        .splitTheme(
          try session.theme(named: name).id, title: title,
          contributions: try session.contributions(numbered: numbers))
      ]
    case .orderHighlights(let name, let numbers):
      return [
        .orderHighlights(
          try session.theme(named: name).id, try session.contributions(numbered: numbers))
      ]
    }
  }
}

extension Session {
  /// The theme of this very title, whatever the case.
  fileprivate func theme(titled title: String) -> Theme? {
    let key = title.trimmed.lowercased()
    return themes.first { $0.title.lowercased() == key }
  }

  fileprivate func contribution(
    numbered number: ContributionNumber
  ) throws(Refusal) -> ContributionID {
    guard let contribution = contributions[number] else {
      throw Refusal(
        "there is no contribution \(number.spoken)", remedy: "‘plenary replay’ lists them",
        absent: .contribution(number))
    }
    return contribution.id
  }

  fileprivate func contributions(
    numbered numbers: [ContributionNumber]
  ) throws(Refusal) -> [ContributionID] {
    var ids: [ContributionID] = []
    for number in numbers { ids.append(try contribution(numbered: number)) }
    return ids
  }
}

extension CodingStep {
  /// The titles of themes that there would be after it, and whether there would be contributions.
  var outcome: LineOutcome {
    switch self {
    case .ensureTheme(let title), .rename(_, let title), .splitTheme(_, let title, _),
      .codeToNew(_, let title):
      LineOutcome(names: [title])
    case .split: LineOutcome(hasContributions: true)
    case .code, .highlight, .merge, .separate, .rejoin, .define, .place, .mergeThemes,
      .orderHighlights, .notSame, .ignore, .setLens, .reword, .withdraw, .move:
      LineOutcome()
    }
  }
}
