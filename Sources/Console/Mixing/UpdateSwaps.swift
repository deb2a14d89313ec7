import Mixing
import SessionEngine
import Terminal

// Changing places by hand, with what that does to the mix.
extension ConsoleState {
  mutating func askSwap() {
    guard let id = groups.selection, let person = session.delegates[id] else { return }
    guard session.seats[id] != nil else {
      notice = .warning("\(person.name) has no seat yet: m gives one")
      return
    }
    let order: MixOrder
    do throws(Refusal) {
      let seated = session.delegates.values.filter { session.seats[$0.id] != nil }
      order = try MixOrder(session, wishes: session.mixWishes, people: seated)
    } catch {
      notice = .error(error.description)
      return
    }
    let swaps = order.swaps(of: id, session.seats, in: session)
    guard !swaps.isEmpty else {
      notice = .warning("there is nobody in another group to swap with")
      return
    }
    let dot = " \(glyph(.dot)) "
    let items = swaps.map { swap in
      let group = session.seats[swap.other.id].flatMap { session.group($0)?.name } ?? ""
      let effect = order.effect(of: swap.gain, session.seats)
      return Picker.Item(
        lead: group, title: swap.other.name,
        detail: ([rounds(of: swap), effect].filter { !$0.isEmpty }).joined(separator: dot),
        choice: .delegate(swap.other.id),
        breaks: swap.broken.isEmpty ? nil : swap.broken.joined(separator: "; "),
        explanation: ([effect] + roundsInFull(of: swap, person) + about(swap.other))
          .joined(separator: dot))
    }
    choose(.swap(id), "\(person.name) changes places with whom?", items)
  }

  /// How many come to a place twice and meet again, as short as a row of a list has it.
  private func rounds(of swap: Swap) -> String {
    [
      swap.returns > 0 ? "\(swap.returns) twice" : "",
      swap.again > 0 ? "\(swap.again) again" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The same with names.
  private func roundsInFull(of swap: Swap, _ person: Delegate) -> [String] {
    [(person.name, swap.own.words), (swap.other.name, swap.others.words)]
      .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
  }

  /// Sector and organisation, where they are known.
  private func about(_ person: Delegate) -> [String] {
    [person.profile.sector, person.profile.organisation].filter { !$0.isEmpty }
  }

  /// Two people change places.
  func swapped(_ one: DelegateID, _ other: DelegateID) -> [Effect] {
    [
      .perform(
        .seat([
          .init(delegate: one, group: session.seats[other]),
          .init(delegate: other, group: session.seats[one]),
        ]), .plain)
    ]
  }
}

// On the day: no-shows and walk-ins.
extension ConsoleState {
  mutating func askRepair() {
    do throws(Refusal) {
      let proposal = try RepairProposal(session)
      guard let command = proposal.command else {
        let nothing = "everybody who is here has a seat; nothing is to be put right"
        notice =
          proposal.hostless.isEmpty
          ? .good(nothing) : .warning(proposal.hostless.joined(separator: "; ") + " (h)")
        return
      }
      overlays.append(
        .question(
          Question(
            title: "Put the groups right? " + proposal.verdict.prefix(1).uppercased()
              + proposal.verdict.dropFirst() + ".",
            lines: proposal.lines,
            answers: [
              .init(key: .character("y"), title: "put right", outcome: .perform(command))
            ])))
    } catch {
      notice = .error(error.description)
    }
  }
}
