import FoundationEssentials

/// What somebody most likely meant to type.
enum Nearest {
  /// The word that a mistyped one stands for: the only one that begins so, or the one that the fewest
  /// slips lead to, no more than one for every three letters; `nil` where none is as near.
  static func word(to typed: String, among words: [String]) -> String? {
    let wanted = typed.lowercased()
    let begun = words.filter { wanted.count > 1 && $0.lowercased().hasPrefix(wanted) }
    if begun.count == 1 { return begun[0] }
    let slips = words.map { ($0, distance(wanted, $0.lowercased())) }
    guard let best = slips.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, min(wanted.count, best.0.count) / 3) ? best.0 : nil
  }

  /// The session beside a path at which there is none: `today.plenary` for `today`, say.
  static func session(to path: String) -> String? {
    var typed = path[...]
    while typed.last == "/" { typed.removeLast() }
    let name = typed.split(separator: "/").last.map(String.init) ?? ""
    let above = String(typed.dropLast(name.count))
    let files = FileManager.default
    let there = (try? files.contentsOfDirectory(atPath: above.isEmpty ? "." : above)) ?? []
    let sessions = there.sorted().filter { files.fileExists(atPath: above + $0 + "/session.json") }
    let near = word(to: stem(name), among: sessions.map(stem))
    return sessions.first { stem($0) == near }.map { above + $0 }
  }

  private static func stem(_ name: String) -> String {
    name.hasSuffix(".plenary") ? String(name.dropLast(8)) : name
  }

  /// How many slips lead from one word to another: a letter too many, too few, another, or two
  /// neighbours swapped (the optimal string alignment distance).
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var older: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var least = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, older[j - 1] + 1) }
        next.append(least)
      }
      (older, row) = (row, next)
    }
    return row[b.count]
  }
}
