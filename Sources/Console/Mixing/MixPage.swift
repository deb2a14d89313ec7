import GroupMixer
import Mixing
import SessionEngine

/// What the mixing view says, row by row from the top: the verdict, a table, the account, who sits where.
/// It may be longer than the screen.
struct MixPage {
  /// One row, or several where a text wraps.
  enum Row {
    /// What matters most.
    case verdict(String)
    /// What cannot be.
    case trouble(String)
    case heading(String)
    case text(String)
    /// A row of the picture; `isIdeal` is nothing for its head and foot.
    case cells([String], isIdeal: [Bool]?)
    case blank
  }

  private(set) var rows: [Row] = []

  init(_ view: MixView, _ session: Session) {
    switch view.state {
    case .refused(let refusal):
      rows.append(.trouble("This cannot be mixed: \(refusal.reason)."))
      rows.append(.text("What to do: \(refusal.remedy)."))
      rows.append(.blank)
      rows.append(
        .text(
          "w shows every wish and drops one; z sets the sizes, c what every group is to have, r the "
            + "rounds. Nobody moves until the wishes can be kept."))
    case .answered(.once(let mix)):
      let account = MixAccount(view.order, mix)
      rows.append(.verdict(account.verdict))
      rows.append(.blank)
      if let picture = account.pictures.isEmpty
        ? nil : account.pictures[view.picture % account.pictures.count]
      {
        add(picture, view.order.groups)
        rows.append(.blank)
      }
      rows += account.sentences.map { .text($0) }
      rows.append(.blank)
      add(mix.assignment, view.order) { _ in "" }
    case .answered(.rounds(let schedule)):
      let sentences = RoundsAccount(view.order, schedule).sentences
      rows.append(.verdict(sentences.first ?? ""))
      rows.append(.blank)
      let round = min(view.round, schedule.tables.count - 1)
      let priorities = MixOrder.priorities(of: session)
      rows.append(
        .heading("Round \(view.roundsToCome.lowerBound + round) of \(view.basis.rounds)"))
      add(schedule.tables[round], view.order) { group in
        let place = schedule.places[round][group]
        return priorities.indices.contains(place) ? priorities[place].title : ""
      }
      rows += sentences.dropFirst().map { .text($0) }
    }
  }

  /// Groups down, values across, and what would be ideal at the bottom.
  private mutating func add(_ picture: MixPicture, _ groups: [Group]) {
    rows.append(.cells([picture.title] + picture.values, isIdeal: nil))
    for group in picture.counts.indices {
      rows.append(
        .cells(
          [groups[group].name] + picture.counts[group].map(String.init),
          isIdeal: picture.values.indices.map { picture.isIdeal(group, $0) }))
    }
    let ideal = picture.values.indices.map { value in
      let least = picture.ideal.map { $0[value].lowerBound }.min() ?? 0
      let most = picture.ideal.map { $0[value].upperBound }.max() ?? 0
      return least == most ? "\(least)" : "\(least)-\(most)"
    }
    rows.append(.cells(["ideal"] + ideal, isIdeal: nil))
  }

  /// Who sits where, and on what they work.
  private mutating func add(_ assignment: [Int], _ order: MixOrder, work: (Int) -> String) {
    for (index, group) in order.groups.enumerated() {
      let members = assignment.indices.filter { assignment[$0] == index }
      let work = work(index)
      rows.append(
        .heading("\(group.name) (\(members.count))" + (work.isEmpty ? "" : ": " + work)))
      rows.append(
        .text(
          members.isEmpty
            ? "nobody" : members.map { order.people[$0].name }.joined(separator: ", ")))
    }
    rows.append(.blank)
  }
}
