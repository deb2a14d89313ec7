import Mixing
import SessionEngine
import Tabular

/// What putting right came to, for programs: how many move and why, and where everybody sits now.
struct RepairReport: Encodable {
  struct Person: Encodable {
    let name: String
    let organisation: String
    /// The group's number, round by round; `null` without a seat.
    let groups: [Int?]
  }

  /// How many change their group in the round under way.
  let moves: Int
  /// How many moves there are in the rounds after it.
  let movesToCome: Int
  /// The moves, each with its reason, and what else is to be known.
  let account: [String]
  /// Those who are here.
  let people: [Person]

  /// - Parameters:
  ///   - session: with the groups put right.
  ///   - proposal: what was done to put them right.
  init(_ session: Session, _ proposal: RepairProposal) {
    let numbers = Dictionary(
      session.groups.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
    let rounds = session.seating.count > 1 ? session.seating : [session.seats]
    moves = proposal.moves
    movesToCome = proposal.movesToCome
    account = proposal.told
    people = session.delegatesHere.map { person in
      Person(
        name: person.name, organisation: person.profile.organisation,
        groups: rounds.map { seats in seats[person.id].flatMap { numbers[$0] } })
    }
  }

  /// The seats: name, then the group in each round.
  var csv: String {
    let hasNamesakes = Set(people.map { $0.name.lowercased() }).count < people.count
    let count = people.first?.groups.count ?? 1
    let header =
      ["name"] + (hasNamesakes ? ["organisation"] : [])
      + (count == 1 ? ["group"] : (1...count).map { "round \($0)" })
    let rows = people.map { person in
      [person.name] + (hasNamesakes ? [person.organisation] : [])
        + person.groups.map { $0.map(String.init) ?? "" }
    }
    return String(
      decoding: CSVWriter.document(header: header, rows: rows, marksOrder: false), as: UTF8.self)
  }
}

extension RepairProposal {
  /// What happens, in sentences; the last says how many move.
  var told: [String] {
    command == nil ? hostless + ["nothing is to be put right; nobody moves"] : lines + [verdict]
  }

  /// What was done, in a form; a list of seats leaves the reasons to standard error.
  func print(as format: MixFormat, for session: Session) throws(Failure) {
    switch format {
    case .table: for line in told { Output.words(line) }
    case .json: Output.line(try JSONAnswer.text(RepairReport(session, self), pretty: true))
    case .csv:
      for line in told { Output.note(line) }
      Output.put(RepairReport(session, self).csv)
    }
  }
}
