import SessionEngine
import Tabular

/// Who sits where in which round: a sheet for every person, for every group and for every round.
///
/// They name people, so they are not among the documents of an export, which follows the attribution
/// rule; what was said stands in none of them.
public struct SeatingSheets {
  private let session: Session
  private let people: [Delegate]
  private let roundCount: Int

  /// Takes down the seating of a session.
  public init(_ session: Session) {
    self.session = session
    // Where people mix anew, the rounds for which they were seated.
    roundCount =
      session.seating.isEmpty ? max(session.rounds.count, 1) : session.seating.count
    let seated = session.delegates.values.filter { person in
      session.seats[person.id] != nil || session.seating.contains { $0[person.id] != nil }
    }
    people = seated
  }

  /// Whether anybody has a seat.
  public var isEmpty: Bool { people.isEmpty }

  /// The sheets, and a table of all.
  public var files: [ExportFile] {
    [
      ExportFile(path: "people.md", text: peopleSheet),
      ExportFile(path: "groups.md", text: groupSheet),
      ExportFile(path: "rounds.md", text: roundSheet),
      ExportFile(path: "seating.csv", bytes: table),
    ]
  }

  private func group(of person: Delegate, inRound round: Int) -> Group? {
    session.seat(of: person.id, inRound: round).flatMap { session.group($0) }
  }

  private func work(of group: Group, inRound round: Int) -> String {
    let priority = session.priority(of: group.id, inRound: round)
    return priority.flatMap { session.priority($0)?.title } ?? ""
  }

  /// Those at a group in a round, whoever hosts it first.
  private func members(of group: Group, inRound round: Int) -> [Delegate] {
    let members = people.filter { self.group(of: $0, inRound: round)?.id == group.id }
    return members.filter { hosts($0, group) } + members.filter { !hosts($0, group) }
  }

  private func hosts(_ person: Delegate, _ group: Group) -> Bool {
    session.mixWishes.hosts.contains { $0.delegate == person.id && $0.group == group.id }
  }

  /// What stands behind the name of a host, or of the group where one hosts it.
  private func mark(_ person: Delegate, _ group: Group) -> String {
    hosts(person, group) ? " (host)" : ""
  }

  private func heading(_ what: String) -> [String] {
    let marking = session.plan.marking.isEmpty ? [] : [MarkdownText.line(session.plan.marking), ""]
    return marking + ["# \(MarkdownText.line(session.plan.title)): \(what)", ""]
  }

  private var peopleSheet: String {
    var lines = heading("where you sit")
    for person in people {
      let organisation = person.profile.organisation
      let name = person.name + (organisation.isEmpty ? "" : ", " + organisation)
      lines += ["## " + MarkdownText.line(name), ""]
      for round in 1...roundCount {
        guard let group = group(of: person, inRound: round) else { continue }
        let work = work(of: group, inRound: round)
        let rest = work.isEmpty ? "" : ", " + MarkdownText.line(work)
        lines.append(
          "- round \(round): \(MarkdownText.line(group.name))\(mark(person, group))\(rest)")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private var groupSheet: String {
    var lines = heading("who comes to which group")
    for group in session.tables {
      lines += ["## " + MarkdownText.line(group.name), ""]
      for round in 1...roundCount {
        lines += block("### Round \(round)", group, round)
      }
    }
    return lines.joined(separator: "\n")
  }

  private var roundSheet: String {
    var lines = heading("round by round")
    for round in 1...roundCount {
      lines += ["## Round \(round)", ""]
      for group in session.tables {
        lines += block("### " + MarkdownText.line(group.name), group, round)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func block(_ title: String, _ group: Group, _ round: Int) -> [String] {
    let work = work(of: group, inRound: round)
    let names = members(of: group, inRound: round).map {
      "- " + MarkdownText.line($0.name) + mark($0, group)
    }
    return [work.isEmpty ? title : title + ": " + MarkdownText.line(work), ""] + names + [""]
  }

  /// The group that a person hosts and sits at in some round; empty for none.
  private func hosted(by person: Delegate) -> String {
    (1...roundCount).lazy.compactMap { group(of: person, inRound: $0) }
      .first { hosts(person, $0) }?.name ?? ""
  }

  private var table: [UInt8] {
    let rounds = Array(1...roundCount)
    let header =
      ["name", "organisation"]
      + rounds.flatMap { ["round \($0)", "priority in round \($0)"] } + ["hosts", "marking"]
    let rows = people.map { person in
      [person.name, person.profile.organisation]
        + rounds.flatMap { round -> [String] in
          guard let group = group(of: person, inRound: round) else { return ["", ""] }
          return [group.name, work(of: group, inRound: round)]
        } + [hosted(by: person), session.plan.marking]
    }
    return CSVWriter.document(header: header, rows: rows)
  }
}
