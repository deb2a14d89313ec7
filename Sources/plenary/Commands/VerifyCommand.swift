import ArgumentParser
import SessionStore

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every line of every journal.",
    discussion: """
      Reads the whole record: the chain, the commitments to the words, what fits together. Exit \
      code 0 and the counts where all is well; 1 and file, line and what is wrong otherwise.
      """)

  @OptionGroup var session: SessionOption

  func run() throws {
    let verification: Verification
    do {
      verification = try SessionStore.verify(at: session.dir)
    } catch {
      throw Failure(error)
    }
    for (count, what) in verification.counts where count > 0 { Output.line("\(count) \(what)") }
    let faults = verification.findings.filter(\.isFault)
    for finding in verification.findings where !finding.isFault {
      Output.note("plenary: \(finding)")
    }
    guard faults.isEmpty else {
      throw Failure(faults.map(\.description).joined(separator: "\nplenary: "))
    }
  }
}

extension Verification {
  fileprivate var counts: [(Int, String)] {
    [
      (journals, journals == 1 ? "journal" : "journals"),
      (events, events == 1 ? "event" : "events"),
      (kept, kept == 1 ? "contribution that stands" : "contributions that stand"),
      (merged, "merged into another"),
      (split, "split into parts"),
      (withdrawn, "withdrawn"),
      (redacted, "redacted"),
      (unresolved, "unresolved: something from elsewhere came before them"),
      (unknown, "of kinds that only a later version knows"),
    ]
  }
}
