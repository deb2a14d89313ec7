import FoundationEssentials
import SessionEngine
import SessionStore

/// The follow-ups that hold a copy of what was said in a session.
enum Copies {
  /// How many folders beside a session are looked into.
  private static let most = 50

  /// How a copy is named where it stands: the folder of the follow-up, the opportunity's number and its
  /// own. Looks beside the session and among those opened lately.
  static func places(of id: ContributionID, besides path: String) -> [(dir: String, name: String)] {
    others(besides: path).flatMap { dir in places(of: id, in: dir) }
  }

  /// What is to be said of the copies of a card: where it was carried over open it can be redacted there;
  /// where it stayed behind its title and what became of it are told in the follow-up's first record.
  static func said(of card: Opportunity, in session: SessionID, besides path: String) -> [String] {
    others(besides: path).compactMap { dir in
      guard let store = opened(dir) else { return nil }
      defer { store.close() }
      if let copy = store.session.opportunities[card.id], !copy.writtenWords.isEmpty {
        let isSame = !Set(copy.writtenWords).isDisjoint(with: card.writtenWords)
        return whose(copy, card, in: session, store.session.id)
          + (isSame
            ? " still holds the words"
            : " has the card in other words by now, and its journal may still hold these")
          + ": plenary redact \(Shell.quoted(dir)) --opportunity \(copy.number.spoken) --reason …"
      }
      guard let before = store.session.followsUp, before.session == session,
        before.closed?.contains(where: { $0.number == card.number && $0.hasWords }) == true
      else { return nil }
      return
        "\(Shell.quoted(dir)) tells its title among what stayed behind, which cannot be redacted "
        + "there: make that follow-up anew"
    }
  }

  /// What the session with a copy of a card is to the one that has the card.
  private static func whose(
    _ copy: Opportunity, _ card: Opportunity, in session: SessionID, _ other: SessionID
  ) -> String {
    func comes(_ opportunity: Opportunity, from session: SessionID) -> Bool {
      guard let origin = opportunity.origin else { return false }
      return ([origin] + (origin.before ?? [])).contains { $0.session == session }
    }
    if comes(copy, from: session) { return "a follow-up" }
    return comes(card, from: other) ? "a workshop before" : "another session"
  }

  /// The folders beside the session and those opened lately, without its own.
  private static func others(besides path: String) -> [String] {
    let own = Places.absolute(path)
    let folder = own.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let beside = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .prefix(most).map { folder + "/" + $0 }
    var seen: Set<String> = [own]
    return (beside + Recent.paths).filter { seen.insert($0).inserted }
  }

  private static func opened(_ dir: String) -> SessionStore? {
    guard FileManager.default.fileExists(atPath: dir + "/session.json") else { return nil }
    return try? SessionStore.open(at: dir, scribe: Opening.scribe, environment: .live)
  }

  private static func places(of id: ContributionID, in dir: String) -> [(dir: String, name: String)]
  {
    guard let store = opened(dir) else { return [] }
    defer { store.close() }
    guard let copy = store.session.carriedSources[id], !copy.isRedacted else { return [] }
    let holder = store.session.opportunities.kept.first { $0.origin?.sources?.contains(id) == true }
    return [(dir, (holder.map { "O\($0.number)" } ?? "O?") + "/\(copy.number)")]
  }
}

extension Predecessor.Closed {
  /// Whether it tells what somebody wrote.
  fileprivate var hasWords: Bool { !title.isEmpty || standing.reason != nil }
}
