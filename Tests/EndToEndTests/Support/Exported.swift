import Foundation
import Testing

/// What `plenary export --format json` says of a session.
struct Exported: Decodable {
  struct Contribution: Decodable, Equatable {
    var number: String
    var text: String
    var group: String
    var priority: String
    var lens: String
    var themes: [String]
    var highlight: Bool
  }

  struct Group: Decodable {
    var name: String
    var members: [String]?
  }

  var contributions: [Contribution]

  subscript(_ number: Int) -> Contribution? {
    contributions.first { $0.number == "\(number)" }
  }
}

extension Workshop {
  /// Exports a session to a folder of its own and reads the JSON document back.
  func exported(_ session: String) async throws -> Exported {
    let folder = root + "/tmp/exported-" + UUID().uuidString
    try await does("export", session, "--format", "json", "--output", folder)
    return try JSONDecoder().decode(Exported.self, from: Data(try read(folder + "/session.json")))
  }
}
