import GroupMixer
import Mixing
import SessionEngine
import Tabular
import Terminal

extension MixOutcome {
  /// The outcome in a form.
  ///
  /// - Throws: `Failure` where it has no JSON.
  func printed(as format: MixFormat) throws(Failure) -> String {
    switch format {
    case .table: table
    case .csv: csv
    case .json: try JSONAnswer.text(report, pretty: true) + "\n"
    }
  }

  /// The number that a group bears.
  private func number(_ group: Int) -> Int { order.groups[group].number }

  /// Whether there is one round only.
  private var isOne: Bool { rounds.count == 1 && order.heldRounds == 0 }

  // MARK: CSV

  private var csv: String {
    // Two of one name are told apart.
    let hasNamesakes = order.hasNamesakes
    let header =
      ["name"] + (hasNamesakes ? ["organisation"] : [])
      + rounds.indices.map { isOne ? "group" : "round \(number(ofRound: $0))" }
      + (tellsPlaces ? rounds.indices.map { "priority in round \(number(ofRound: $0))" } : [])
    let rows = order.people.enumerated().map { index, person in
      [person.name] + (hasNamesakes ? [person.profile.organisation] : [])
        + rounds.map { String(number($0[index])) }
        + (tellsPlaces ? zip(placesToCome, rounds).map { placeName($0[$1[index]]) } : [])
    }
    return String(
      decoding: CSVWriter.document(header: header, rows: rows, marksOrder: false), as: UTF8.self)
  }

  // MARK: JSON

  private var report: MixReport {
    var report = MixReport(
      method: method.rawValue, firstRound: number(ofRound: 0),
      groups: order.groups.enumerated().map { index, group in
        MixReport.Group(
          number: group.number, name: group.name,
          rounds: rounds.map { round in
            order.people.indices.filter { round[$0] == index }.map { order.name(of: $0) }
          },
          priorities: tellsPlaces ? placesToCome.map { placeName($0[index]) } : nil)
      },
      people: order.people.enumerated().map { index, person in
        MixReport.Person(
          name: person.name, organisation: person.profile.organisation,
          groups: rounds.map { number($0[index]) },
          groupNames: rounds.map { order.groups[$0[index]].name })
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
    if let schedule {
      let measures = schedule.measures
      report.isOptimal = measures.isOptimal
      report.repeats = measures.repeats.value
      report.repeatsBound = measures.repeats.bound
      report.pairsMeetingAgain = measures.pairsMeetingAgain
      report.sumOfPairsOfMeetings = measures.repeatedPairs.value
      report.sumOfPairsOfMeetingsBound = measures.repeatedPairs.bound
      report.mostTimesMet = measures.mostTimesMet.value
      report.fewestMet = measures.fewestMet
      report.mostMet = measures.mostMet
      report.returns = measures.visitsRepeated.value
      report.returnsBound = measures.visitsRepeated.bound
      report.excessByRound = measures.excess
      report.account = RoundsAccount(order, schedule).sentences
    }
    return report
  }

  // MARK: Table

  private static let howToCover = "--cover Skills asks for each in every group."

  private var table: String {
    var lines: [String] = []
    for round in rounds.indices where schedule != nil || round == 0 {
      if schedule != nil { lines += ["Round \(number(ofRound: round))", ""] }
      for (index, group) in order.groups.enumerated() {
        let members = order.people.indices.filter { rounds[round][$0] == index }
        let work =
          schedule != nil && tellsPlaces ? ": " + placeName(placesToCome[round][index]) : ""
        lines.append("\(group.number)  \(group.name) (\(members.count))\(work)")
        lines += TextTable.lines(members.map { row(order.people[$0]) }, indent: 3)
        lines.append("")
      }
    }
    if schedule == nil, tellsPlaces { lines += workByRound + [""] }
    if let mix {
      let account = MixAccount(order, mix, howToCover: Self.howToCover)
      for picture in account.pictures { lines += self.lines(of: picture) + [""] }
      lines += [account.verdict] + account.sentences
      if method == .carousel { lines += [order.comingBack(places)].compactMap { $0 } }
    }
    if let schedule {
      lines += RoundsAccount(order, schedule, howToCover: Self.howToCover).sentences
    }
    return lines.map { TextWidth.sanitised($0) }.joined(separator: "\n") + "\n"
  }

  /// What each group that stays together works on, round by round.
  private var workByRound: [String] {
    let isNumbered = MixOrder.priorities(of: session).isEmpty
    let header =
      [isNumbered ? "priority" : ""] + rounds.indices.map { "round \(number(ofRound: $0))" }
    return TextTable.lines(
      [header]
        + order.groups.enumerated().map { index, group in
          [group.name] + placesToCome.map { placeName($0[index]) }
        })
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
    let isOff = picture.counts.indices.contains { group in
      shown.indices.contains { !picture.isIdeal(group, $0) }
    }
    return TextTable.lines([header] + rows + [["ideal"] + ideal], numbersFrom: 1)
      + (more > 0 ? ["and \(more) more"] : []) + (isOff ? [MixPicture.legend] : [])
  }
}
