extension Session {
  /// The group that a person means by a number or by any unambiguous part of its name.
  ///
  /// - Throws: `Refusal` naming the candidates where none or several fit.
  public func group(named text: String) throws(Refusal) -> Group {
    let wanted = text.trimmed
    let groups = group(Group.wholeRoom.id) == nil ? groups + [.wholeRoom] : groups
    if let number = Int(wanted), let group = groups.first(where: { $0.number == number }) {
      return group
    }
    return try Naming.pick(wanted, of: groups, "group") { [$0.name] }
  }

  /// The group with seats, so not the whole room, that a person means by a number or by any unambiguous
  /// part of its name.
  ///
  /// - Throws: `Refusal` naming the candidates where none or several fit.
  public func table(named text: String) throws(Refusal) -> Group {
    let wanted = text.trimmed
    if let number = Int(wanted), let table = tables.first(where: { $0.number == number }) {
      return table
    }
    return try Naming.pick(wanted, of: tables, "group") { [$0.name] }
  }

  /// The priority that a person means by its place in the plan or by any unambiguous part of its
  /// title.
  ///
  /// - Throws: `Refusal` naming the candidates where none or several fit.
  public func priority(named text: String) throws(Refusal) -> Priority {
    let wanted = text.trimmed
    if let number = Int(wanted), plan.priorities.indices.contains(number - 1) {
      return plan.priorities[number - 1]
    }
    let isAcrossMissing = priority(Priority.acrossAll.id) == nil
    let priorities = isAcrossMissing ? plan.priorities + [.acrossAll] : plan.priorities
    return try Naming.pick(wanted, of: priorities, "priority") { [$0.title] }
  }

  /// The theme that a person means by its place in the codebook or by any unambiguous part of its
  /// title.
  ///
  /// - Throws: `Refusal` naming the candidates where none or several fit.
  public func theme(named text: String) throws(Refusal) -> Theme {
    let wanted = text.trimmed
    if let number = Int(wanted), themes.indices.contains(number - 1) { return themes[number - 1] }
    return try Naming.pick(wanted, of: themes, "theme") { [$0.title] }
  }

  /// The lens that a person means by its name on disk or by any unambiguous part of its title.
  ///
  /// - Throws: `Refusal` naming the candidates where none or several fit.
  public func lens(named text: String) throws(Refusal) -> Lens {
    let wanted = text.trimmed
    if let number = Int(wanted), plan.lenses.indices.contains(number - 1) {
      return plan.lenses[number - 1]
    }
    return try Naming.pick(wanted, of: plan.lenses, "lens") { [$0.id.text, $0.title] }
  }

  /// The delegate that a person means by any unambiguous part of the name, or of name and
  /// organisation as in `Ann Lee, Northfield Police`.
  ///
  /// - Throws: `Refusal` naming the candidates where none or several fit.
  public func delegate(named text: String) throws(Refusal) -> Delegate {
    try Naming.pick(text.trimmed, of: Array(delegates.values), "delegate") { delegate in
      let organisation = delegate.profile.organisation
      return [delegate.name, delegate.name + (organisation.isEmpty ? "" : ", " + organisation)]
    }
  }

  /// Says that no opportunity has a number, and which there are: those of the same figure, given at
  /// another place, first.
  public func noOpportunity(_ text: String) -> Refusal {
    let wanted = text.trimmed
    let value = OpportunityNumber(wanted)?.number.value
    let known = opportunities.kept
    let near =
      known.filter { $0.number.number.value == value }
      + known.filter { $0.number.number.value != value }
    return Refusal(
      "there is no opportunity ‘\(wanted)’",
      remedy: near.isEmpty
        ? "none was raised yet: O in the console raises one, and so does ‘plenary opportunity’"
        : "choose from " + Wording.list(near.map(\.number.spoken), most: 6),
      absent: .named(wanted))
  }
}

/// Finds what a person means by any unambiguous part of its name.
public enum Naming {
  /// The one of some things that a text names.
  ///
  /// A name in full comes before one that begins so, and that before one that has it somewhere; accents
  /// need not be typed. A bare number is no part of a name: `1` is not `Table 10`.
  ///
  /// - Parameters:
  ///   - wanted: what was typed.
  ///   - what: what they are, such as `group`, for a refusal.
  ///   - names: what a thing is called; the last of them stands in a refusal.
  /// - Throws: `Refusal` naming the candidates where several fit, and where none does those that a slip of
  ///   the finger leads to first.
  public static func pick<Thing>(
    _ wanted: String, of things: [Thing], _ what: String, names: (Thing) -> [String]
  ) throws(Refusal) -> Thing {
    let wanted = wanted.trimmed
    guard !wanted.isEmpty else {
      throw Refusal("the \(what) is not named", remedy: "give its number or a part of its name")
    }
    let key = wanted.lowercased()
    let plain = key.withoutMarks
    let keyed = things.map { thing in
      (thing: thing, keys: names(thing).map { $0.lowercased() })
    }
    // A bare number that is nobody's is not taken for a part of ‘Table 10’.
    // What is typed without accents finds names that have them, after those that are as typed.
    let tests: [(String) -> Bool] =
      Int(key) != nil
      ? [{ $0 == key }]
      : [
        { $0 == key }, { $0.withoutMarks == plain }, { $0.hasPrefix(key) },
        { $0.withoutMarks.hasPrefix(plain) }, { $0.contains(key) },
        { $0.withoutMarks.contains(plain) },
      ]
    for fits in tests {
      let found = keyed.filter { $0.keys.contains(where: fits) }.map(\.thing)
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        throw Refusal(
          "‘\(wanted)’ fits more than one \(what): \(list(found, names))",
          remedy: "type more of the name")
      }
    }
    // Those that a slip of the finger leads to come first.
    let near = keyed.enumerated().map { entry in
      let name = entry.element.keys[0].withoutMarks
      let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      // No slip of the finger leads to a page of text, and comparing one would take minutes.
      let distance =
        plain.count > 200
        ? Int.max : ([name] + words).map { $0.editDistance(to: plain) }.min() ?? Int.max
      let isNear = Int(key) == nil && distance <= plain.count / 2
      return (isNear ? distance : Int.max, entry.offset, entry.element.thing)
    }
    .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    throw Refusal(
      "there is no \(what) ‘\(wanted)’",
      remedy: things.isEmpty
        ? "there is none in this session yet" : "choose from \(list(near, names))",
      absent: .named(wanted))
  }

  private static func list<Thing>(_ things: [Thing], _ names: (Thing) -> [String]) -> String {
    let most = things.count > 6 ? 5 : 6
    let shown = things.prefix(most).compactMap { names($0).last }
    // Names with an organisation have commas of their own.
    return shown.joined(separator: "; ")
      + (things.count > most ? "; and \(things.count - most) more" : "")
  }
}
