import SessionEngine

/// Lines of input for `plenary arrive`: who is there, who left, who came without being on the list.
public enum ArrivalLines {
  private static let verbs = ["arrive", "all", "left", "noShow", "walkIn"]
  private static let profile = ["organisation", "sector", "role", "skills"]

  /// What a line asks for, in the session as it is when its turn comes.
  ///
  /// - Throws: `Refusal` where it cannot be understood or names nobody on the list.
  public static func order(
    _ line: InputLine, in session: Session, _ names: LineNames
  ) throws(Refusal) -> LineOrder {
    let verb = try line.verb(among: verbs)
    if verb == "all" {
      try line.demand(only: [verb])
      guard try line.flag(verb) == true else {
        throw Refusal("‘all’ is no", remedy: "write true, or leave the line out")
      }
      return LineOrder(line, .markEverybodyPresent)
    }
    let name = try line.needed(verb)
    guard verb == "walkIn" else {
      try line.demand(only: [verb])
      let delegate = try session.delegate(named: name)
      return LineOrder(
        line,
        verb == "noShow" ? .markNoShow(delegate.id) : .markPresent(delegate.id, verb == "arrive"))
    }
    try line.demand(only: ["walkIn"] + profile)
    let newcomer = Delegate.Profile(
      name: name, organisation: try line.word("organisation") ?? "",
      sector: try line.word("sector") ?? "", role: try line.word("role") ?? "",
      skills: try line.words("skills") ?? [])
    return LineOrder(line, .addDelegates([NewDelegate(newcomer, isWalkIn: true)]))
  }
}
