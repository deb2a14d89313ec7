// Captures into a session, or makes one where there is none, until it is done or killed, and says of
// each contribution that it is kept, once it is. Driven by SessionStoreTests.
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

func store(at path: String, scribe: String) throws -> SessionStore {
  if access(path, F_OK) == 0 {
    return try SessionStore.open(at: path, scribe: scribe, environment: .live)
  }
  let plan = Plan(
    title: "Hammered", date: "2026-11-24", tables: 2,
    priorities: [Priority(id: "p1", title: "Digital")])
  return try SessionStore.create(at: path, plan: plan, scribe: scribe, environment: .live)
}

do {
  let store = try store(at: arguments[1], scribe: arguments[3])
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
  try store.saveDrafts([store.session.groups[0].id.text: "half typed"])
  store.close()
  say("done")
} catch {
  say("failed \(error)")
  exit(1)
}
