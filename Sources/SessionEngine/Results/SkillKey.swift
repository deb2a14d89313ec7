extension String {
  /// The same for skills that differ in case, accents, hyphens, spaces, the order of words, or in what
  /// their words end in. Words are cut at their endings, roughly as by Porter (1980): two skills that come
  /// out alike are offered to each other, which somebody still has to accept.
  var skillKey: String {
    let words = withoutMarks.split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }
      .map(String.init)
    let telling = words.filter { !["of", "the", "and", "in", "for", "with", "a"].contains($0) }
    let stems = (telling.isEmpty ? words : telling).map(\.skillStem)
    // Without spaces: "data science" is offered by who writes it in one word.
    return stems.sorted().joined()
  }

  private var skillStem: String {
    for ending in Self.endings where hasSuffix(ending) && count - ending.count >= 4 {
      return String(dropLast(ending.count))
    }
    return self
  }

  /// Longest first.
  private static let endings = [
    "ically", "ations", "ation", "ings", "ical", "ists", "ysis", "yses", "ysts",
    "yst", "yze", "yse", "ers", "ing", "ics", "ist", "ies", "ed", "er", "es", "ic", "al", "s",
  ]
}
