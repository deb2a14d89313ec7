import SessionEngine

/// Those whom a mix would take seats from though nobody said that they are missing: arrivals are ticked
/// off, and they are not ticked yet.
public struct SeatsLost: Sendable {
  /// Who they are, in the order of the list.
  public let people: [Delegate]

  /// Looks for them; whoever sits in a planned round has a seat too.
  public init(_ session: Session) {
    let here = Set(session.delegatesHere.map(\.id))
    people = session.delegates.values.filter { person in
      !here.contains(person.id) && !person.isAbsent
        && (session.seats[person.id] != nil
          || session.seating.contains { $0[person.id] != nil })
    }
  }

  /// Such as `57 people who have seats are not marked as here and lose them.`; `nil` for nobody.
  public var sentence: String? {
    switch people.count {
    case 0: nil
    case 1: "\(people[0].name), who has a seat, is not marked as here and loses it."
    default: "\(people.count) people who have seats are not marked as here and lose them."
    }
  }

  /// Who they are, the first eight by name.
  public var names: String { MixAccount.listed(people.map(\.name)) }
}
