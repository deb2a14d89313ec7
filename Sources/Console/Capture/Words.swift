import SessionEngine
import Terminal

// Themes and lenses in one word, for lists in which a title would crowd out what was said.
extension ConsoleState {
  /// One word for each theme: the first telling word of its title that no other theme's title has.
  ///
  /// It is also what one may type after a #. A word that stands for a theme goes on doing so while the
  /// theme is called the same: what is marked on every row must not change because another theme came.
  /// Where all are named anew, those that were split off come last.
  static func words(
    for themes: [Theme], origins: Set<ThemeID> = [], keeping old: [ThemeID: String] = [:],
    of before: [Theme] = []
  ) -> [ThemeID: String] {
    let titles = Dictionary(
      before.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var result = old.filter { id, _ in
      themes.contains { $0.id == id && $0.title == titles[id] }
    }
    var taken = Set(result.values)
    let candidates = themes.map { tellingWords($0.title) }
    let order =
      themes.indices.filter { !origins.contains(themes[$0].id) }
      + themes.indices.filter { origins.contains(themes[$0].id) }
    for index in order where result[themes[index].id] == nil {
      let others = Set(candidates.enumerated().filter { $0.offset != index }.flatMap(\.element))
      let own = candidates[index].map { TextWidth.truncated($0, to: 12) }
      let word =
        zip(own, candidates[index]).first { !others.contains($1) && !taken.contains($0) }?.0
        ?? own.first { !taken.contains($0) } ?? own.first
        ?? TextWidth.truncated(themes[index].title.lowercased(), to: 12)
      taken.insert(word)
      result[themes[index].id] = word
    }
    return result
  }

  private static let fillers: Set<String> = [
    "the", "a", "an", "of", "and", "or", "in", "on", "for", "to", "with", "their", "our", "its",
    "more", "less", "new", "from", "by", "at", "is", "are", "what", "how", "why",
  ]

  /// The words that tell what a title is about, the most telling first: of “ways of thinking” it is
  /// what stands behind the “of”.
  private static func tellingWords(_ title: String) -> [String] {
    let all = title.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
      .map(String.init)
    let telling = all.filter { !fillers.contains($0) }
    guard let of = all.firstIndex(of: "of") else { return telling }
    let behind = all[(of + 1)...].filter { !fillers.contains($0) }
    return behind + telling.filter { !behind.contains($0) }
  }

  /// A lens in a word or two; nothing for the lens of what nobody gave one.
  func lensWord(_ id: LensID) -> String {
    guard id != Lens.unknown.id else { return "" }
    let title = session.lens(id).title
    guard TextWidth.columns(title) > 11 else { return title }
    return TextWidth.truncated(title.split(separator: " ").first.map(String.init) ?? title, to: 12)
  }
}
