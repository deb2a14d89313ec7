import SessionEngine

/// One thing that groups are to have, and who has it.
public struct Wanted: Sendable, Equatable {
  /// What, as `Skills: law`.
  public let title: String
  /// Who has it, by their numbers in the problem.
  public let people: [Int]
  /// The priorities whose groups are to have it, by number; `nil` for every group.
  let priorities: Set<Int>?
  /// What they are called, to stand behind the title; empty for every group.
  private(set) var whereWords = ""

  /// What, and for which priorities.
  var words: String { title + whereWords }

  /// The groups that are to have it: those that come to one of the priorities.
  ///
  /// - Parameter places: what each group works on in each round, `places[round][group]`.
  func groups(_ places: [[Int]]) -> Set<Int>? {
    priorities.map { wanted in
      Set(places.flatMap { round in round.indices.filter { wanted.contains(round[$0]) } })
    }
  }

  /// What some wishes ask for, each thing once: for every group if one of the wishes does, and else for
  /// the groups of all priorities that are named.
  static func of(_ wishes: [CoverWish], _ people: [Delegate], _ priorities: [Priority]) -> [Wanted]
  {
    var list: [Wanted] = []
    for wish in wishes {
      let number = wish.priority.flatMap { id in priorities.firstIndex { $0.id == id } }
      for (value, having) in wish.wanted(people) {
        let title = "\(wish.heading): \(value)"
        let index = list.firstIndex { CoverWish.key($0.title) == CoverWish.key(title) }
        let before = index.map { list[$0] }
        var wanted: Set<Int>?
        if wish.priority != nil, before == nil || before?.priorities != nil {
          wanted = (before?.priorities ?? []).union(number.map { [$0] } ?? [])
        }
        let names = (wanted ?? []).sorted().map { priorities[$0].title }
        let merged = Wanted(
          title: before?.title ?? title, people: having, priorities: wanted,
          whereWords: names.isEmpty ? "" : " for " + Wording.list(names, most: 8))
        if let index { list[index] = merged } else { list.append(merged) }
      }
    }
    return list
  }
}
