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
    /// What is lost by taking it.
    case warning(String)
    case heading(String)
    /// What the signs of a table mean.
    case legend(String)
    case text(String)
    /// A row of a table; every table begins with its head.
    case cells([String], CellsKind)
    case blank
  }

  /// What a row of a table is.
  enum CellsKind {
    case head
    /// Counts, and whether each is as it would be ideal.
    case counts(isIdeal: [Bool])
    /// Words.
    case words
    /// What would be ideal, at the foot.
    case ideal
  }

  private(set) var rows: [Row] = []

  private static let howToCover = "c asks for each in every group."

  init(_ view: MixView, _ session: Session) {
    switch view.state {
    case .contradictory(let refusal):
      let reason = refusal.reason
      add(refusal, trouble: reason.prefix(1).uppercased() + reason.dropFirst() + ".")
    case .refused(let refusal):
      add(refusal, trouble: "This cannot be mixed: \(refusal.reason).")
    case .answered(.once(let mix)): add(mix, view, session)
    case .answered(.rounds(let schedule)): add(schedule, view, session)
    }
    // What is blank at the end is nothing to scroll to.
    while case .blank? = rows.last { rows.removeLast() }
  }

  private mutating func add(_ refusal: Refusal, trouble: String) {
    rows.append(.trouble(trouble))
    rows.append(.text("What to do: \(refusal.remedy)."))
    rows.append(.blank)
    rows.append(
      .text(
        "w shows every wish and drops one; z sets the sizes, c what every group is to have, r the "
          + "rounds. Nobody moves until the wishes can be kept."))
  }

  /// The picture and the account first; names may be below the screen.
  private mutating func add(_ mix: Mix, _ view: MixView, _ session: Session) {
    let account = MixAccount(view.order, mix, howToCover: Self.howToCover)
    rows.append(.verdict(account.verdict))
    addSeatsLost(session)
    rows.append(.blank)
    add(account.pictures, view)
    rows += account.sentences.map { .text($0) }
    if view.basis.rotation == .carousel {
      if let back = view.order.comingBack(view.places) { rows.append(.text(back)) }
      rows.append(.blank)
      addRoute(view, session)
    }
    rows.append(.blank)
    add(mix.assignment, view.order) { _ in "" }
  }

  private mutating func add(_ schedule: RoundsSchedule, _ view: MixView, _ session: Session) {
    let sentences =
      RoundsAccount(view.order, schedule, howToCover: Self.howToCover).sentences
    rows.append(.verdict(sentences.first ?? ""))
    addSeatsLost(session)
    rows.append(.blank)
    let round = min(view.round, schedule.tables.count - 1)
    let priorities = MixOrder.priorities(of: session)
    rows.append(
      .heading("Round \(view.roundsToCome.lowerBound + round) of \(view.basis.rounds)"))
    add(MixPicture.pictures(view.order, schedule.tables[round]), view)
    rows += sentences.dropFirst().map { .text($0) }
    rows.append(.blank)
    add(schedule.tables[round], view.order) { group in
      let place = schedule.places[round][group]
      return priorities.indices.contains(place) ? priorities[place].title : ""
    }
  }

  private mutating func addSeatsLost(_ session: Session) {
    if let sentence = SeatsLost(session).sentence { rows.append(.warning(sentence)) }
  }

  /// The one of some tables that is in view.
  private mutating func add(_ pictures: [MixPicture], _ view: MixView) {
    guard !pictures.isEmpty else { return }
    add(pictures[view.picture % pictures.count], view.order.groups)
    rows.append(.blank)
  }

  /// Which group is where in which round.
  private mutating func addRoute(_ view: MixView, _ session: Session) {
    let priorities = MixOrder.priorities(of: session)
    rows.append(.cells([""] + view.roundsToCome.map { "round \($0)" }, .head))
    let toCome = view.places.dropFirst(view.order.heldRounds)
    for (index, group) in view.order.groups.enumerated() {
      let work = toCome.map { places in
        priorities.indices.contains(places[index])
          ? priorities[places[index]].title : "\(places[index] + 1)"
      }
      rows.append(.cells([group.name] + work, .words))
    }
  }

  /// Groups down, values across, and what would be ideal at the bottom.
  private mutating func add(_ picture: MixPicture, _ groups: [Group]) {
    rows.append(.cells([picture.title] + picture.values, .head))
    for group in picture.counts.indices {
      rows.append(
        .cells(
          [groups[group].name] + picture.counts[group].map(String.init),
          .counts(isIdeal: picture.values.indices.map { picture.isIdeal(group, $0) })))
    }
    let ideal = picture.values.indices.map { value in
      let least = picture.ideal.map { $0[value].lowerBound }.min() ?? 0
      let most = picture.ideal.map { $0[value].upperBound }.max() ?? 0
      return least == most ? "\(least)" : "\(least)-\(most)"
    }
    rows.append(.cells(["ideal"] + ideal, .ideal))
    if picture.fieldsOff > 0 { rows.append(.legend(MixPicture.legend)) }
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
