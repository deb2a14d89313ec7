import SessionEngine

/// The wishes that somebody who is not here keeps from being kept just now.
struct AwaitedWishes: Sendable {
  /// What waits, in words such as `Ann and Bo together`.
  private(set) var waiting: [String] = []
  /// The groups that somebody was to host and nobody who is here does.
  private(set) var hostless: [Group] = []

  /// - Parameter people: who is here.
  init(_ wishes: MixWishes, _ people: [Delegate], in session: Session) {
    let here = Set(people.map(\.id))
    func sets(_ sets: [[DelegateID]], _ word: String) -> [String] {
      sets.compactMap { set in
        // Of somebody who is no longer on the list nothing is to come.
        let listed = set.compactMap { session.delegates[$0] }
        guard listed.count > 1, listed.count(where: { here.contains($0.id) }) < 2 else {
          return nil
        }
        return MixAccount.listed(listed.map(\.name)) + " " + word
      }
    }
    waiting = sets(wishes.together, "together") + sets(wishes.apart, "apart")
    for pin in wishes.pins where !here.contains(pin.delegate) {
      guard let person = session.delegates[pin.delegate], let group = session.group(pin.group)
      else { continue }
      waiting.append("\(person.name) in \(group.name)")
    }
    hostless = session.tables.filter { table in
      let hosts = wishes.hosts.filter { $0.group == table.id }
      return !hosts.isEmpty && !hosts.contains { here.contains($0.delegate) }
    }
  }

  /// What is to be said beside a mix.
  var sentences: [String] {
    var sentences = hostless.map { "\($0.name) has no host now: choose one." }
    guard !waiting.isEmpty else { return sentences }
    let shown = waiting.prefix(4).joined(separator: "; ")
    let more = waiting.count > 4 ? "; and \(waiting.count - 4) more" : ""
    sentences.append(
      (waiting.count == 1
        ? "1 wish waits for somebody who is not here: "
        : "\(waiting.count) wishes wait for people who are not here: ") + shown + more + ".")
    return sentences
  }
}
