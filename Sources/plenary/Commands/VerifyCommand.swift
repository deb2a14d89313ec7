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
      throw Failure("\(error)")
    }
    for line in verification.summary { Output.words(line) }
    let faults = verification.findings.filter(\.isFault)
    for finding in verification.findings where !finding.isFault {
      Output.note("plenary: \(finding)")
    }
    guard faults.isEmpty else {
      throw Failure(faults.map(\.description).joined(separator: "\nplenary: "))
    }
  }
}
