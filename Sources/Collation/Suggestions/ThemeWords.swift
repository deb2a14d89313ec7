/// Which theme the words of a text speak for, by what a codebook says of its themes and what was coded to
/// them.
///
/// For texts that are read once and never coded, such as comments on evaluation forms. What comes out
/// depends on the codebook, on what was coded and on the text alone, never on what other texts say: a
/// remark that thirty people make speaks for the same theme as one that one person makes. Unlike
/// `Collator.suggestions` it needs no examples: a codebook is enough.
public struct ThemeWords: Sendable {
  /// A theme as the codebook describes it.
  public struct Theme: Sendable {
    /// Its title.
    public let title: String
    /// What else the codebook says of it: a definition, key points.
    public let texts: [String]

    /// Makes a theme.
    public init(title: String, texts: [String] = []) {
      self.title = title
      self.texts = texts
    }
  }

  /// A theme that a text speaks for.
  public struct Finding: Sendable, Equatable {
    /// The theme's place in the codebook.
    public let theme: Int
    /// The words of the text that speak for it, the strongest first; at most four.
    public let words: [String]
  }

  /// What a word of a title weighs beside one of a definition or a key point, which weighs 1.
  private static let titleWeight = 3.0
  /// What a word weighs that every text coded to a theme has.
  private static let codedWeight = 3.0
  /// So many coded texts of a theme are needed for half of that.
  private static let fewCoded = 5.0
  /// From this weight on a word speaks for a theme by itself: one of a title does, and one that the
  /// codebook repeats where the room says it too.
  private static let alone = 2.5
  /// What two words or more must weigh together.
  private static let together = 0.8
  private static let mostWords = 4

  private var index = TextIndex()
  private let themes: Int
  /// What each feature weighs for each theme.
  private var weights: [Int: [Double]] = [:]

  /// Learns.
  ///
  /// - Parameters:
  ///   - codebook: the themes.
  ///   - coded: texts that people coded, with the places of their themes in the codebook; other places
  ///     are left out of account.
  public init(_ codebook: [Theme], coded: [(text: String, themes: [Int])] = []) {
    themes = codebook.count
    let counts = Counts(coded, themes: themes, &index)
    for (place, theme) in codebook.enumerated() {
      let texts = theme.texts.map { features(of: Self.affirmed($0)) }
      for text in texts { add(1, to: text, for: place) }
      let title = features(of: theme.title)
      // ‘Data’ is what ‘The challenge of data’ is about, since what follows speaks of data again.
      let repeated = title.filter { word in
        counts.isRepeated(word, in: place) || texts.contains { $0.contains(word) }
      }
      for word in title {
        let isMain = repeated.isEmpty || repeated.contains(word)
        add(isMain ? Self.titleWeight : 1, to: [word], for: place)
      }
    }
    for (feature, texts) in counts.texts {
      for (place, count) in texts.enumerated() where count > 1 {
        // What was coded once is chance.
        let share = Double(count) / (Double(counts.sizes[place]) + Self.fewCoded)
        add(Self.codedWeight * share, to: [feature], for: place)
      }
    }
  }

  /// The theme that a text speaks for: by two words of the subject, or by one that is of its title or as
  /// telling; `nil` for a text that speaks for none. Of themes for which it speaks alike, the first.
  public mutating func finding(for text: String) -> Finding? {
    guard themes > 0 else { return nil }
    // First the reading, which teaches the index new words, then what asks for them.
    let passage = index.read(text, for: 0)
    let words = telling(passage)
    var best: (theme: Int, score: Double, words: [String])?
    for theme in 0..<themes {
      let speaking = words.filter { $0.weights[theme] * 2 > $0.weights.reduce(0, +) }
      let score = speaking.reduce(0) { $0 + $1.weights[theme] }
      let isEnough =
        speaking.contains { $0.own[theme] >= Self.alone }
        || speaking.count > 1 && score >= Self.together
      guard isEnough, score > best?.score ?? 0 else { continue }
      let ranked = speaking.enumerated().sorted { a, b in
        let (one, other) = (a.element.weights[theme], b.element.weights[theme])
        return one != other ? one > other : a.offset < b.offset
      }
      best = (theme, score, ranked.prefix(Self.mostWords).map(\.element.word))
    }
    return best.map { Finding(theme: $0.theme, words: $0.words) }
  }

  // MARK: Words

  /// A word of a text, as it stands there, with what it weighs for each theme.
  private struct Word {
    let word: String
    /// By itself.
    let own: [Double]
    /// By itself, its first letters and its meaning.
    let weights: [Double]
  }

  private func telling(_ passage: Passage) -> [Word] {
    let none = Array(repeating: 0.0, count: themes)
    var seen: Set<Int> = []
    return passage.forms.compactMap { form in
      let (term, vocabulary) = (index.vocabulary.forms[form].term, index.vocabulary)
      guard !vocabulary.terms[term].isGeneral, seen.count < TextIndex.longest,
        seen.insert(term).inserted
      else { return nil }
      let own = weights[term] ?? none
      var all = own
      for (feature, share) in TextVectors.features(of: term, vocabulary) where feature != term {
        guard let more = weights[feature] else { continue }
        for theme in 0..<themes { all[theme] = max(all[theme], share * more[theme]) }
      }
      return all.contains { $0 > 0 }
        ? Word(word: vocabulary.forms[form].surface.visible, own: own, weights: all) : nil
    }
  }

  /// What a codebook says of a theme without the sentences that say what does not belong to it; ‘not
  /// only’ says what does.
  private static func affirmed(_ text: String) -> String {
    text.split { ".;!?\n".contains($0) }.filter { sentence in
      let words = sentence.split { !$0.isLetter }.prefix(2).map { $0.lowercased() }
      return words.first != "not" || ["only", "just", "merely"].contains(words.last)
    }.joined(separator: ". ")
  }

  private mutating func features(of text: String) -> Set<Int> { index.features(of: text) }

  private mutating func add(_ weight: Double, to features: Set<Int>, for theme: Int) {
    for feature in features {
      weights[feature, default: Array(repeating: 0, count: themes)][theme] += weight
    }
  }

  /// In how many texts that were coded to each theme a feature stands.
  private struct Counts {
    var texts: [Int: [Int]] = [:]
    var sizes: [Int]

    init(_ coded: [(text: String, themes: [Int])], themes: Int, _ index: inout TextIndex) {
      sizes = Array(repeating: 0, count: themes)
      for (text, places) in coded {
        let places = Set(places.filter { (0..<themes).contains($0) })
        guard !places.isEmpty else { continue }
        let features = index.features(of: text)
        for place in places {
          sizes[place] += 1
          for feature in features {
            texts[feature, default: Array(repeating: 0, count: themes)][place] += 1
          }
        }
      }
    }

    func isRepeated(_ feature: Int, in theme: Int) -> Bool { texts[feature]?[theme] ?? 0 > 1 }
  }
}

extension TextIndex {
  /// What the words of a subject in a text count as; the text is read and not kept.
  fileprivate mutating func features(of text: String) -> Set<Int> {
    let passage = read(text, for: 0)
    return Set(
      passage.terms.prefix(256).filter { !vocabulary.terms[$0.term].isGeneral }
        .flatMap { TextVectors.features(of: $0.term, vocabulary).map(\.feature) })
  }
}
