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
    let own = Places.absolute(path)
    let folder = own.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let beside = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .prefix(most).map { folder + "/" + $0 }
    var seen: Set<String> = [own]
    return (beside + Recent.paths).filter { seen.insert($0).inserted }.flatMap { dir in
      places(of: id, in: dir)
    }
  }

  private static func places(of id: ContributionID, in dir: String) -> [(dir: String, name: String)]
  {
    guard FileManager.default.fileExists(atPath: dir + "/session.json"),
      let store = try? SessionStore.open(at: dir, scribe: Opening.scribe, environment: .live)
    else { return [] }
    defer { store.close() }
    guard let copy = store.session.carriedSources[id], !copy.isRedacted else { return [] }
    let holder = store.session.opportunities.kept.first { $0.origin?.sources?.contains(id) == true }
    return [(dir, (holder.map { "O\($0.number)" } ?? "O?") + "/\(copy.number)")]
  }
}
