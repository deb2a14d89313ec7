import SessionEngine

/// The pieces that the overall document and the groups' pages share.
enum Parts {
  /// The marking, which stands first and last.
  static func marking(_ plan: Plan) -> String {
    let marking = MarkdownText.line(plan.marking.uppercased())
    return marking.isEmpty ? "" : "**\(marking)**\n"
  }

  /// Name and value, line by line; what has no value is left out.
  static func facts(_ facts: [(name: String, value: String)]) -> String {
    facts.filter { !$0.value.isEmpty }
      .map { "- **\($0.name):** \(MarkdownText.line($0.value))\n" }.joined()
  }

  /// What the title page says about the session.
  static func titlePage(_ plan: Plan) -> String {
    facts([
      ("Date", date(plan.date)), ("Organisers", plan.organisers.joined(separator: "; ")),
      ("Reference", plan.reference), ("Circulation", plan.circulation),
      ("Contact", plan.contact),
    ])
  }

  /// A list of texts.
  static func list(_ items: [String]) -> String {
    items.map { "- " + MarkdownText.block($0, indent: "  ") + "\n" }.joined()
  }

  /// A contribution in a list: number, words, and below them lens, themes and speaker.
  static func entry(_ point: Point, in disclosure: Disclosure) -> String {
    let mark = point.isHighlighted ? " ★" : ""
    let words = MarkdownText.block(point.text, indent: "  ")
    var notes: [String] = []
    let lens = disclosure.lenses[point.lens]
    if lens.id != Lens.unknown.id { notes.append(MarkdownText.line(lens.title)) }
    notes += point.themes.map { MarkdownText.line(disclosure.themes[$0].title) }
    if let speaker = speaker(of: point, in: disclosure) { notes.append("said by " + speaker) }
    notes.removeAll(where: \.isEmpty)
    if let whole = point.partOf { notes.append("part of \(whole.number.spoken)") }
    if let said = said(point) { notes.append(said) }
    let note = notes.isEmpty ? "" : "  \n  *\(notes.joined(separator: " · "))*"
    return "- **\(point.number.spoken)**\(mark) \(words)\(note)\n"
      + point.alsoSaid.map { also($0, in: disclosure) }.joined()
  }

  /// `said 3 times, in 2 groups`; `nil` for what was said once.
  static func said(_ point: Point) -> String? {
    point.timesSaid > 1
      ? "said \(point.timesSaid) times, in \(count(point.groupsSaid, "group"))" : nil
  }

  /// What was said to the same effect, below what stands for it.
  private static func also(_ voice: Voice, in disclosure: Disclosure) -> String {
    let group = name(of: disclosure.groups[voice.group])
    return "  - also **\(voice.number.spoken)** (\(group)) "
      + MarkdownText.block(voice.text, indent: "    ") + "\n"
  }

  /// A contribution word for word, with where it comes from.
  static func quotation(_ point: Point, in disclosure: Disclosure, source: String) -> String {
    var origin = "\(point.number.spoken), \(source)"
    if let speaker = speaker(of: point, in: disclosure) { origin += ", said by " + speaker }
    if let said = said(point) { origin += ", " + said }
    return "> \(MarkdownText.block(point.text, indent: "> "))\n>\n> — \(origin)\n"
  }

  /// A person and where they work.
  static func person(_ person: ReportedPerson) -> String? {
    person.known.map { known in
      let organisation = MarkdownText.line(known.profile.organisation)
      return MarkdownText.line(known.profile.name)
        + (organisation.isEmpty ? "" : ", \(organisation)")
    }
  }

  private static func speaker(of point: Point, in disclosure: Disclosure) -> String? {
    point.speaker.flatMap { person(disclosure.people[$0]) }
  }

  /// Whose words these are, who may be named, and when the document was made.
  static func responsibility(_ disclosure: Disclosure) -> String {
    let words =
      "The contributions are the words of the groups as they were typed in the room. They are the "
      + "views of those who made them, and not necessarily those of the organisers or of any "
      + "organisation that took part."
    let namesOwners = disclosure.outcomes.opportunities.contains {
      $0.owner != nil || !$0.helpers.isEmpty
    }
    let rule =
      disclosure.isUnderRule
      ? "The workshop was held under the Chatham House Rule: what was said may be used, but neither "
        + "the identity nor the affiliation of a speaker, or of anyone else who took part, may be "
        + "revealed. This document names no participant"
        + (namesOwners ? ", but those who agreed to see to an opportunity or to help with it," : "")
        + " and gives no time finer than the round."
      : "The workshop agreed that a contribution may be given with the name of its speaker, where "
        + "one was noted."
    let made = "Made with Plenary on \(date(String(disclosure.exportedAt.prefix(10))))."
    return [words, rule, made].joined(separator: "\n\n") + "\n"
  }

  /// `24 November 2026`; a text that is no such date stays as it is.
  static func date(_ text: String) -> String {
    guard text.utf8.count == 10, let instant = Instant(text + "T00:00:00Z") else { return text }
    let date = CivilTime(instant, offsetSeconds: 0)
    return "\(date.day) \(DayText.months[date.month - 1]) \(date.year)"
  }

  /// `1 contribution`, `2 contributions`.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }

  /// The group as people call it, with its number unless the name has it already.
  static func name(of group: ReportedGroup) -> String {
    let name = MarkdownText.line(group.name)
    guard group.number > 0, !group.name.contains(String(group.number)) else { return name }
    return "\(group.number) · \(name)"
  }

  /// A heading that is never empty.
  static func heading(_ level: Int, _ title: String, otherwise: String) -> String {
    String(repeating: "#", count: level) + " " + (title.isEmpty ? otherwise : title) + "\n"
  }
}
