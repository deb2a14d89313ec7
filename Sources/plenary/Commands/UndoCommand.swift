import ArgumentParser
import SessionEngine
import SessionStore

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the latest act of a command, or of a console that was left.",
    discussion: """
      A console takes back its own acts (u). What a command did beside it, or what was done before it \
      was opened elsewhere, is taken back here: the latest act of all that this laptop wrote and \
      nobody goes on with, one each time. It is named with its time and who typed it. An act \
      that somebody changed since is left alone.

        plenary undo today.plenary --dry-run    only says what it would take back
        plenary undo today.plenary
        plenary undo today.plenary --redo       brings back what was taken back last
      """)

  @OptionGroup var session: SessionOption

  @Flag(help: "Only say what would be done.")
  var dryRun = false

  @Flag(help: "Bring back what was taken back last.")
  var redo = false

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    do {
      guard let act = try redo ? store.latestLooseUndo() : store.latestLooseAct() else {
        throw Failure(
          "\(session.dir): there is nothing to \(redo ? "bring" : "take") back; what is done at a "
            + "console that is open is \(redo ? "brought back there (U)" : "undone there (u)")")
      }
      let offset = LocalTime.offset(at: act.at)
      let when = CivilTime(act.at, offsetSeconds: offset)
      let place = "\(when.dateText) \(when.clockText), \(act.scribe)"
      if dryRun {
        return Output.words("would \(redo ? "redo" : "undo"): \(act.account) (\(place))")
      }
      let decision = try store.turn(act, isRedo: redo)
      Output.words("\(decision.account) (\(place))")
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(error)")
    }
  }
}
