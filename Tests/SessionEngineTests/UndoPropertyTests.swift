import SessionEngine
import Testing

@Suite("Undo and redo, whatever was done")
struct UndoPropertyTests {
  @Test(
    "All the way back is where it began, and all the way forth is where it was", arguments: 0..<100)
  func thereAndBack(seed: Int) throws {
    var dice = Dice(seed)
    var workshop = try Workshop()
    let opened = Observed(workshop.session)
    for _ in 0..<120 { _ = try? workshop.perform(dice.command(for: workshop.session)) }
    #expect(workshop.records.count > 60)
    let done = Observed(workshop.session)
    let numbers = workshop.session.contributions.all.map(\.number)

    var states = [done]
    while workshop.session.nextUndo(by: Workshop.laptop) != nil {
      let undone = try workshop.perform(.undo)
      #expect(undone.account.hasPrefix("undid: "))
      #expect(!undone.account.contains("left alone"), "\(undone.account)")
      states.append(Observed(workshop.session))
    }
    expectSame(Observed(workshop.session), opened)
    #expect(workshop.session.contributions.keptCount == 0)
    #expect(workshop.session.contributions.all.map(\.number) == numbers)

    states.removeLast()
    while let state = states.popLast() {
      #expect(try workshop.perform(.redo).account.hasPrefix("redid: "))
      expectSame(Observed(workshop.session), state)
    }
    expectSame(Observed(workshop.session), done)
    #expect(workshop.refusal(.redo) == "there is nothing to redo")
    #expect(workshop.session.unresolved.isEmpty)
  }

  @Test("A walk back and forth at random ends where the acts say", arguments: 0..<30)
  func wandering(seed: Int) throws {
    var dice = Dice(1000 + seed)
    var workshop = try Workshop()
    var trail = [Observed(workshop.session)]
    var ahead: [Observed] = []
    for _ in 0..<200 {
      switch dice.roll(0..<4) {
      case 0 where trail.count > 1:
        try workshop.perform(.undo)
        ahead.append(trail.removeLast())
      case 1 where !ahead.isEmpty:
        try workshop.perform(.redo)
        if let state = ahead.popLast() { trail.append(state) }
      default:
        let decision = try? workshop.perform(dice.command(for: workshop.session))
        guard let decision, !decision.events.isEmpty else { continue }
        trail.append(Observed(workshop.session))
        ahead = []
      }
      expectSame(Observed(workshop.session), trail.last)
    }
  }

  @Test(
    "Two devices at once: undo never fails without a reason, and nothing traps", arguments: 0..<30)
  func together(seed: Int) throws {
    var dice = Dice(2000 + seed)
    var workshop = try Workshop()
    for _ in 0..<300 {
      let device = dice.coin() ? Workshop.laptop : Workshop.tablet
      let command: Command =
        switch dice.roll(0..<6) {
        case 0: .undo
        case 1: .redo
        default: dice.command(for: workshop.session)
        }
      do {
        let decision = try workshop.perform(command, by: device)
        #expect(!decision.account.isEmpty)
      } catch {
        #expect(!error.reason.isEmpty && !error.remedy.isEmpty, "\(command): \(error)")
      }
      #expect(
        workshop.session.contributions.all.allSatisfy { contribution in
          !contribution.isKept
            || workshop.session.group(contribution.group) != nil
              && workshop.session.priority(contribution.priority) != nil
        })
    }
    #expect(workshop.session.unresolved.isEmpty)
  }
}
