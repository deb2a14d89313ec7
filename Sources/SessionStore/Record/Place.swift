import SessionEngine

/// Where this process writes: one folder on one machine.
///
/// Processes of one place see each other's locks and counters at once. A copy of the folder is
/// another place, so that a copied journal never goes on in two ways.
struct Place: Equatable, Sendable {
  /// Twelve hexadecimal digits that say nothing about the machine.
  let text: String

  init(layout: Layout, environment: StoreEnvironment) {
    let mark = environment.files.mark(ofDirectory: layout.journals)
    let sum = Sum(of: Array(("plenary place\n" + environment.machine + "\n" + mark).utf8))
    text = String(sum.description.prefix(12))
  }

  /// The letters before this place's numbers: those of its latest journal, unless an older place
  /// has the same; none where the session begins; else a letter that no journal here uses.
  func series(among headers: [JournalHeader]) -> String {
    guard !headers.isEmpty else { return "" }
    let mine = headers.filter { $0.place == text }
      .max { ($0.series.utf8.count, $0.series) < ($1.series.utf8.count, $1.series) }
    let used = Set(headers.lazy.filter { $0.place != text }.map(\.series))
    guard let mine else { return free(after: "", not: used) }
    if !used.contains(mine.series) || holds(mine.series, among: headers) { return mine.series }
    return free(after: mine.series, not: used)
  }

  /// Whether this place was the first to have a series.
  private func holds(_ series: String, among headers: [JournalHeader]) -> Bool {
    let first = headers.lazy.filter { $0.series == series }
      .min { ($0.created, $0.place) < ($1.created, $1.place) }
    return first?.place == text
  }

  /// A series with one letter more than `prefix`, chosen by the place; with two where all are used.
  private func free(after prefix: String, not used: Set<String>) -> String {
    // Without l and o, which look like digits.
    let letters = Array("abcdefghijkmnpqrstuvwxyz")
    let start = Int(text.prefix(6), radix: 16) ?? 0
    for step in letters.indices {
      let series = prefix + String(letters[(start + step) % letters.count])
      if !used.contains(series) { return series }
    }
    return free(after: prefix + String(letters[start % letters.count]), not: used)
  }
}
