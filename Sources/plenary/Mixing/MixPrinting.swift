import FoundationEssentials
import GroupMixer
import Mixing
import SessionEngine
import Tabular
import Terminal

extension MixOutcome {
  /// The outcome in a form.
  func printed(as format: MixFormat) -> String {
    switch format {
    case .table: table
    case .csv: csv
    case .json: json
    }
  }

  /// The number that a group bears.
  private func number(_ group: Int) -> Int { order.groups[group].number }

  // MARK: CSV

  private var csv: String {
    let header = ["name"] + rounds.indices.map { rounds.count == 1 ? "group" : "round \($0 + 1)" }
    let rows = order.people.enumerated().map { index, person in
      [person.name] + rounds.map { String(number($0[index])) }
    }
    return String(
      decoding: CSVWriter.document(header: header, rows: rows, marksOrder: false), as: UTF8.self)
  }

  // MARK: JSON

  private var json: String {
    var report = MixReport(
      method: method.rawValue,
      groups: order.groups.enumerated().map { index, group in
        MixReport.Group(
          number: group.number, name: group.name,
          rounds: rounds.map { round in
            order.people.indices.filter { round[$0] == index }.map { order.people[$0].name }
          })
      },
      people: order.people.enumerated().map { index, person in
        MixReport.Person(
          name: person.name, organisation: person.profile.organisation,
          groups: rounds.map { number($0[index]) })
      })
    if let mix {
      report.objective = mix.score.objective
      report.bound = mix.score.bound
      report.excess = mix.score.excess
      report.isOptimal = mix.isOptimal
      report.differences = mix.differences?.reached
      report.differencesBound = mix.differences?.bound
      report.account = [MixAccount(order, mix).verdict] + MixAccount(order, mix).sentences
    }
    if let measures {
      report.isOptimal = measures.isOptimal
      report.repeats = measures.repeats.value
      report.repeatedPairs = measures.repeatedPairs.value
      report.repeatedPairsBound = measures.repeatedPairs.bound
      report.mostTimesMet = measures.mostTimesMet.value
      report.fewestMet = measures.fewestMet
      report.excessByRound = measures.excess
      report.account = RoundsAccount(order, measures).sentences
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(report)) ?? Data()
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  // MARK: Table

  private var table: String {
    var lines: [String] = []
    for round in rounds.indices where measures != nil || round == 0 {
      if measures != nil { lines += ["Round \(round + 1)", ""] }
      for (index, group) in order.groups.enumerated() {
        let members = order.people.indices.filter { rounds[round][$0] == index }
        lines.append("\(group.number)  \(group.name) (\(members.count))")
        lines += TextTable.lines(members.map { row(order.people[$0]) }, indent: 3)
        lines.append("")
      }
    }
    if let mix {
      let account = MixAccount(order, mix)
      for picture in account.pictures { lines += self.lines(of: picture) + [""] }
      lines += [account.verdict] + account.sentences
    }
    if let measures { lines += RoundsAccount(order, measures).sentences }
    return lines.map { TextWidth.sanitised($0) }.joined(separator: "\n") + "\n"
  }

  private func row(_ person: Delegate) -> [String] {
    let profile = person.profile
    return [profile.name, profile.sector, profile.organisation, profile.role]
  }

  /// Groups down, values across; the last line is what would be ideal.
  private func lines(of picture: MixPicture) -> [String] {
    let shown = picture.values.prefix(8)
    let header = [picture.title] + shown
    let rows = picture.counts.indices.map { group in
      [order.groups[group].name]
        + shown.indices.map { value in
          "\(picture.counts[group][value])" + (picture.isIdeal(group, value) ? " " : "*")
        }
    }
    let ideal = shown.indices.map { value -> String in
      let least = picture.ideal.map { $0[value].lowerBound }.min() ?? 0
      let most = picture.ideal.map { $0[value].upperBound }.max() ?? 0
      return (least == most ? "\(least)" : "\(least)-\(most)") + " "
    }
    let more = picture.values.count - shown.count
    return TextTable.lines([header] + rows + [["ideal"] + ideal], numbersFrom: 1)
      + (more > 0 ? ["and \(more) more"] : [])
  }
}

/// An outcome for programs.
private struct MixReport: Encodable {
  struct Group: Encodable {
    let number: Int
    let name: String
    /// The names of those in it, round by round.
    let rounds: [[String]]
  }

  struct Person: Encodable {
    let name: String
    let organisation: String
    /// The group's number, round by round.
    let groups: [Int]
  }

  let method: String
  let groups: [Group]
  let people: [Person]
  var objective: Double?
  var bound: Double?
  var excess: Double?
  var isOptimal = false
  var differences: Double?
  var differencesBound: Double?
  var repeats: Int?
  var repeatedPairs: Int?
  var repeatedPairsBound: Int?
  var mostTimesMet: Int?
  var fewestMet: Int?
  var excessByRound: [Int]?
  var account: [String] = []
}

/// Columns of text, aligned by the width that a terminal gives it.
enum TextTable {
  /// - Parameter numbersFrom: the first column that is flush right.
  static func lines(_ rows: [[String]], indent: Int = 0, numbersFrom: Int = .max) -> [String] {
    let safe = rows.map { $0.map { TextWidth.sanitised($0) } }
    let count = safe.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      safe.map { $0.indices.contains(column) ? TextWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    return safe.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() where widths[column] > 0 {
        let blank = String(repeating: " ", count: widths[column] - TextWidth.columns(cell))
        line += column >= numbersFrom ? blank + cell : cell + blank
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
