import Glibc
import Intake
import SessionEngine
import SessionStore

/// How the answers of a command are written.
enum AnswerFormat: String, CaseIterable {
  case text, json
}

/// Carries out what stands in lines of input: all of it is checked on a copy of the session first, and
/// nothing is done where a line cannot be.
enum LineRun {
  /// How a line becomes an order.
  typealias Reading =
    @Sendable (InputLine, Session, LineNames) throws(Refusal) -> LineOrder

  /// Reads all of standard input.
  static func input() throws(Failure) -> [InputLine] {
    let bytes = try Places.readAll(STDIN_FILENO, "standard input")
    do throws(IntakeError) { return try InputLine.read(bytes) } catch {
      throw Failure(error.description(in: "standard input") + "; nothing was done")
    }
  }

  /// Checks every line, then carries them out in order, each one act; what each came to is printed.
  ///
  /// - Throws: `Failure` naming every line that cannot be carried out; nothing was done then. Should
  ///   the disk fail later, it says up to which line everything was kept.
  static func carryOut(
    _ lines: [InputLine], in store: SessionStore, reading: Reading,
    answer: (LineOrder, Decision?, Session) throws -> Void
  ) throws {
    try check(lines, store, reading)
    var names = LineNames()
    for (index, line) in lines.enumerated() {
      do {
        let order = try named(line, reading, store.session, names)
        guard let command = order.command else {
          try answer(order, nil, store.session)
          continue
        }
        let decision = try store.carryOut(command)
        names.note(order.name, decision.events)
        try answer(order, decision, store.session)
      } catch let failure as Failure {
        let done = index == 0 ? "nothing was kept" : "what stands before it is kept"
        throw Failure("\(line.place): \(failure.message); \(done)")
      }
    }
  }

  private static func named(
    _ line: InputLine, _ reading: Reading, _ session: Session, _ names: LineNames
  ) throws(Failure) -> LineOrder {
    do throws(Refusal) { return try reading(line, session, names) } catch {
      throw Failure(error.description)
    }
  }

  /// Carries everything out in memory, and says which lines cannot be.
  private static func check(
    _ lines: [InputLine], _ store: SessionStore, _ reading: Reading
  ) throws(Failure) {
    var names = LineNames()
    let series = store.series
    let faults = store.session.faults(in: lines, outcome: \.outcome) {
      line, trial throws(Refusal) in
      let order = try reading(line, trial, names)
      guard let command = order.command else { return }
      names.note(order.name, try trial.tryOut(command, series: series).events)
    }
    guard !faults.isEmpty else { return }
    let told = faults.told.map { "\($0.line.place): \($0.refusal)" }
    let more = faults.more > 0 ? [Wording.moreLines(faults.more)] : []
    throw Failure((told + more).joined(separator: "\n") + "; nothing was done")
  }
}
