import SessionEngine

/// What is to be done while collating, one thing a line: JSON objects, or a table whose headings are their
/// members.
public struct CodingFile: Sendable {
  /// One step, with the line that asks for it.
  public struct Line: Sendable, Equatable {
    /// The line, from 1. Two steps may come from one.
    public let line: Int
    /// What is to be done.
    public let step: CodingStep

    /// Makes a line.
    public init(line: Int, step: CodingStep) {
      self.line = line
      self.step = step
    }
  }

  /// The steps, in the order of the file.
  public let lines: [Line]

  /// Makes a file of steps.
  public init(_ lines: [Line]) { self.lines = lines }

  /// Reads a file; what begins with a brace is JSON, anything else a table.
  ///
  /// - Throws: `IntakeError` naming every line that cannot be understood.
  public init(_ bytes: [UInt8]) throws(IntakeError) {
    let first = try OrderInput.firstByte(of: bytes)
    lines = try first == UInt8(ascii: "{") ? Self.json(bytes) : CodingTable.lines(bytes)
  }

  private static func json(_ bytes: [UInt8]) throws(IntakeError) -> [Line] {
    var lines: [Line] = []
    var problems: [IntakeProblem] = []
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { ![9, 13, 32].contains($0) }) else { continue }
      do throws(IntakeProblem) {
        lines += try CodingObject(Array(line), line: index + 1).steps()
          .map { Line(line: index + 1, step: $0) }
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw IntakeError(ofLines: problems) }
    return lines
  }
}

// Trying everything before anything is done.
extension CodingFile {
  /// Carries every step out on a copy of the session, so that nothing is done where the last line is
  /// wrong.
  ///
  /// - Parameter series: the letters before the numbers that this place gives.
  /// - Throws: `IntakeError` naming every line that cannot be carried out and why, up to twenty. What a
  ///   line complains of only because an earlier one failed is left out.
  public func check(on session: Session, series: String = "") throws(IntakeError) {
    let faults = session.faults(in: lines, outcome: \.step.outcome) { line, trial throws(Refusal) in
      for command in try line.step.commands(in: trial) {
        try trial.tryOut(command, series: series)
      }
    }
    guard faults.isEmpty else {
      throw IntakeError(
        ofLines: faults.told.map { line, refusal in
          IntakeProblem("line \(line.line)", refusal.reason, remedy: refusal.remedy)
        }, more: faults.more)
    }
  }
}
