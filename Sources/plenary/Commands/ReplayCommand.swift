import ArgumentParser
import Replay
import SessionEngine
import SessionStore

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play the day back as lines, or show it as it was then.",
    discussion: """
      With --until, the state as it was at a time of the day (10:42, 10:42:17), at an instant \
      (2026-11-24T10:42:17Z) or after so many events (120). Words that were withdrawn or redacted \
      later are shown nowhere.
      """)

  @OptionGroup var session: SessionOption

  @Flag(help: "Contributions in full rather than clipped to a line.")
  var text = false

  @Option(help: "The state as it was then: a time, an instant or a number of events.")
  var until: String?

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    let options = Replay.Options(fullText: text)
    let offset = LocalTime.offset()
    do {
      let records = try store.history()
      guard let until else {
        for line in Replay.lines(records, utcOffsetSeconds: offset, options) { Output.line(line) }
        return
      }
      let moment: Until
      do {
        moment = try Replay.parseUntil(until)
      } catch {
        throw Failure.usage("\(error)")
      }
      let then = Replay.state(records, until: moment, utcOffsetSeconds: offset)
      // After the last event nobody watched the clock: it is shown as it stood then.
      let last = records.map(\.at).max()
      let asked = Replay.moment(of: records, until: moment, utcOffsetSeconds: offset)
      let at = asked.map { min($0, last ?? $0) }
      for line in Replay.summary(then, at: at, options) { Output.line(line) }
    } catch let error as StoreError {
      throw Failure(error)
    }
  }
}
