import Mixing
import SessionEngine
import Terminal

// Mixing the groups: the search, what is wanted, taking the answer.
extension ConsoleState {
  mutating func performInMixing(_ action: Action) -> [Effect]? {
    switch action {
    case .mix: beginMixing()
    case .takeMix: return askToTakeMix()
    case .restMix:
      mixing?.isResting.toggle()
    case .leaveMix:
      mixing = nil
      notice = .good("nobody was moved")
    case .nextPicture: turnMix(1)
    case .previousPicture: turnMix(-1)
    case .mixDown: scrollMix(1)
    case .mixUp: scrollMix(-1)
    case .mixAnew:
      guard var basis = mixing?.basis else { return [] }
      basis.seed += 1
      mix(basis)
      notice = .good("begun anew, start \(basis.seed)")
    case .mixBalance:
      let headings = Columns.headings(of: mixingPeople)
      askOfMix(
        .mixBalance, "balance", balanceText,
        "such as sector 3, role; there are "
          + headings.joined(separator: ", "))
    case .mixCover:
      let text = session.mixWishes.cover.joined(separator: ", ")
      askOfMix(
        .mixCover, "in every group", text,
        "a column, of which each group has every value, or skills=law;data, or skills=law@2 for those "
          + "at priority 2; there are "
          + Columns.headings(of: mixingPeople).joined(separator: ", "))
    case .mixSizes:
      let sizes = session.mixWishes.sizes.map { "\($0.least)-\($0.most)" } ?? ""
      askOfMix(.mixSizes, "people a group", sizes, "such as 5-7; empty for as even as can be")
    case .mixRounds:
      let basis = mixing?.basis
      let text = basis.map { "\($0.rotation.rawValue) \($0.rounds)" } ?? ""
      askOfMix(
        .mixRounds, "how many rounds, and how", text,
        "fixed, carousel 5, or cafe 5; cafe 5 free lets people come back to a priority")
    default: return nil
    }
    return []
  }

  var mixingPeople: [Delegate] { session.delegatesHere }

  private var balanceText: String {
    let balance =
      session.mixWishes.balance.isEmpty
      ? MixOrder.usualBalance(mixingPeople, Columns.headings(of: mixingPeople))
      : session.mixWishes.balance
    return balance.map { item in
      item.weight == 1 ? item.column : item.column + " " + MixAccount.number(item.weight)
    }.joined(separator: ", ")
  }

  private mutating func askOfMix(
    _ purpose: Prompt.Purpose, _ title: String, _ text: String, _ hint: String
  ) {
    overlays.append(
      .prompt(Prompt(purpose: purpose, title: title, hint: hint, editor: LineEditor(text: text))))
  }

  private mutating func beginMixing() {
    mix(
      MixView.Basis(
        wishes: session.mixWishes, people: mixingPeople, groups: session.tables,
        rotation: session.plan.rotation, rounds: roundsToMix(session.plan.rotation),
        begun: session.roundsBegun))
  }

  /// How many rounds there are, where nobody says; groups that stay together are one for all rounds,
  /// or once some have begun for those that are left.
  private func roundsToMix(_ rotation: Rotation) -> Int {
    rotation == .fixed && session.roundsBegun == 0 ? 1 : max(1, session.rounds.count)
  }

  private mutating func mix(_ basis: MixView.Basis) {
    do throws(Refusal) {
      var view = try MixView(basis, session: session)
      view.picture = mixing?.picture ?? 0
      mixing = view
    } catch {
      mixing = nil
      notice = .error(error.description)
    }
  }

  /// Takes the mix; where that takes seats from people of whom nobody said that they are missing, after
  /// a question.
  private mutating func askToTakeMix() -> [Effect] {
    let lost = SeatsLost(session)
    guard mixing?.answer != nil, mixing?.returnRefusal == nil, !lost.people.isEmpty else {
      return takeMix()
    }
    let count = lost.people.count
    overlays.append(
      .question(
        Question(
          title: "Take this mix? "
            + (count == 1 ? "1 person loses a seat." : "\(count) people lose seats."),
          lines: [
            "They have seats and are not marked as here: " + lost.names + ".",
            "Arrivals marks who is here, and who did not come.",
          ],
          answers: [.init(key: .character("y"), title: "take it", outcome: .takeMix)])))
    return []
  }

  mutating func takeMix() -> [Effect] {
    guard let mixing else { return [] }
    guard let seating = mixing.seating(in: session) else {
      notice = .error(mixing.refusal?.description ?? "there is nothing to take")
      return []
    }
    if let refusal = mixing.returnRefusal {
      notice = .error(refusal.description)
      return []
    }
    self.mixing = nil
    return [.perform(.planSeating(seating), .plain)]
  }

  /// Begins anew where what the mix depends on has changed.
  mutating func followInMixing() {
    guard var basis = mixing?.basis else { return }
    (basis.wishes, basis.people) = (session.mixWishes, mixingPeople)
    basis.groups = session.tables
    basis.begun = session.roundsBegun
    if basis != mixing?.basis { mix(basis) }
  }

  /// Takes an answer to one of the questions above.
  mutating func answeredOfMix(_ purpose: Prompt.Purpose, _ text: String) -> [Effect] {
    var wishes = session.mixWishes
    do throws(Refusal) {
      let headings = Columns.headings(of: mixingPeople)
      switch purpose {
      case .mixBalance: wishes.balance = try MixText.balance(text, headings)
      case .mixCover:
        wishes.cover = try MixText.cover(text, headings, in: session)
      case .mixSizes: wishes.sizes = try MixText.sizes(text)
      case .mixRounds:
        guard var basis = mixing?.basis else { return [] }
        (basis.rotation, basis.rounds, basis.visitsFreely) = try MixText.rounds(text, or: basis)
        if basis.rotation == .fixed { basis.rounds = roundsToMix(.fixed) }
        onItsWay = nil
        mix(basis)
        return []
      default: return []
      }
    } catch {
      return askedAgain(error.description)
    }
    guard wishes != session.mixWishes else {
      onItsWay = nil
      return []
    }
    return [.perform(.wish(wishes), .plain)]
  }
}

extension MixView {
  /// Shows the next of the tables, or of the rounds.
  mutating func turn(_ by: Int) {
    switch answer {
    case .once(let mix):
      let count = max(1, MixAccount(order, mix).pictures.count)
      picture = (picture + by + count) % count
    case .rounds(let schedule):
      // After the last round the first again, with the next table.
      let count = max(1, schedule.tables.count)
      let all = count * max(1, MixPicture.pictures(order, schedule.tables.first ?? []).count)
      let next = (picture * count + round + by + all) % all
      (picture, round) = next.quotientAndRemainder(dividingBy: count)
    case nil: break
    }
  }
}
