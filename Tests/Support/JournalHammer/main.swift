// Captures into a session until it is done or killed, and says of each contribution that it is
// kept, once it is. Driven by SessionStoreTests.
import Glibc
import SessionEngine
import SessionStore

let arguments = CommandLine.arguments
guard arguments.count >= 4, let count = Int(arguments[2]) else {
  print("usage: JournalHammer DIR COUNT NAME")
  exit(64)
}

func say(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}

do {
  let store = try SessionStore.open(at: arguments[1], scribe: arguments[3], environment: .live)
  say("ready")
  // The test lets several begin at one instant.
  _ = readLine()
  for index in 0..<count {
    let group = store.session.groups[index % store.session.groups.count].id
    let words = "\(arguments[3]) says \(index): ‘what if’, \"once\"\tmore\\"
    // Now and then several at once, as an import does.
    let size = index % 7 == 6 ? 3 : 1
    let batch = (0..<size).map { NewContribution(words + " /\($0)", group: group) }
    let decision = try store.perform(.capture(batch))
    for case let captured as ContributionCaptured in decision.events {
      say("kept \(captured.number) \(captured.contribution)")
    }
  }
  store.close()
  say("done")
} catch {
  say("failed \(error)")
  exit(1)
}
