import SessionEngine
import Terminal

// Themes and lenses in one word, for lists in which a title would crowd out what was said.
extension ConsoleState {
  /// One word for each theme: the first telling word of its title that no other theme's title has.
  ///
  /// It is also what one may type after a #.
  static func words(for themes: [Theme]) -> [ThemeID: String] {
    let candidates = themes.map { tellingWords($0.title) }
    var taken: Set<String> = []
    var result: [ThemeID: String] = [:]
    for (index, theme) in themes.enumerated() {
      let others = Set(candidates.enumerated().filter { $0.offset != index }.flatMap(\.element))
      let own = candidates[index]
      let word =
        own.first { !others.contains($0) && !taken.contains($0) }
        ?? own.first { !taken.contains($0) } ?? own.first ?? theme.title.lowercased()
      taken.insert(word)
      result[theme.id] = TextWidth.truncated(word, to: 12)
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
