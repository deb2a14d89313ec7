import ArgumentParser
import SessionEngine
import SessionStore

struct StageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Begin a stage of the agenda, or hold its clock, without the console.",
    discussion: """
      A stage is named by its number on the agenda, its title or an unambiguous part of it; a stage \
      that has a round enters it. Without anything to do, the agenda is printed with where it is.

        plenary stage today.plenary next
        plenary stage today.plenary 3
        plenary stage today.plenary pause | resume | leave
        plenary stage today.plenary extend 5
      """)

  @OptionGroup var session: SessionOption

  @Argument(help: "next, pause, resume, extend, leave, or a stage.")
  var deed: String?

  @Argument(help: "For extend: by how many minutes; fewer than 0 take time off.")
  var minutes: Int?

  func validate() throws {
    try demandWords(("WHAT", deed))
    guard (deed == "extend") == (minutes != nil) else {
      throw ValidationError(
        deed == "extend" ? "say by how many minutes: extend 5" : "only extend takes minutes")
    }
  }

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    guard let deed else { return printAgenda(store.session) }
    let decision = try store.carryOut(try command(deed, store.session))
    Output.words(decision.account)
  }

  private func command(_ deed: String, _ session: Session) throws(Failure) -> Command {
    switch deed {
    case "pause": return .pauseStage
    case "resume": return .resumeStage
    case "leave": return .leaveStage
    case "extend": return .extendStage(minutes: minutes ?? 0)
    case "next":
      let agenda = session.plan.agenda
      let here = session.clock.flatMap { clock in agenda.firstIndex { $0.id == clock.stage } }
      let next =
        here.map { $0 + 1 } ?? agenda.firstIndex { !session.enteredStages.contains($0.id) }
      guard let next, agenda.indices.contains(next) else {
        throw Failure("no stage follows; ‘plenary stage’ lists them")
      }
      return .enterStage(agenda[next].id)
    default: return .enterStage(try stage(deed, session.plan.agenda).id)
    }
  }

  private func stage(_ text: String, _ agenda: [Stage]) throws(Failure) -> Stage {
    if let number = Int(text), agenda.indices.contains(number - 1) { return agenda[number - 1] }
    do throws(Refusal) {
      return try Naming.pick(text, of: agenda, "stage of the agenda") { [$0.id.text, $0.title] }
    } catch { throw Failure(error.description) }
  }

  private func printAgenda(_ session: Session) {
    for (index, stage) in session.plan.agenda.enumerated() {
      let isHere = session.clock?.stage == stage.id
      let state =
        isHere
        ? (session.clock?.isPaused == true ? "  (now, paused)" : "  (now)")
        : session.enteredStages.contains(stage.id) ? "  (entered)" : ""
      Output.words("\(index + 1)  \(stage.title), \(counted(stage.minutes, "minute"))\(state)")
    }
  }
}
