import Collation
import SessionEngine

/// What the room wrote, under the themes that its words speak for.
///
/// A suggestion, never a coding: each comment goes with the words that put it where it is, so that a
/// reader can see why and disagree. It is made from the codebook (titles, definitions, key points) and
/// the day's highlights; what no two words speak for, nor one of the title, is left without a theme.
public struct CommentGroups: Equatable, Sendable {
  /// The themes that comments speak of, in the order of the codebook, then the comments without one.
  public let groups: [Group]

  /// The comments of one theme.
  public struct Group: Equatable, Sendable {
    /// The theme's title; `nil` for comments that speak of none.
    public let theme: String?
    /// The comments, in an order that says nothing of who came first.
    public let comments: [Comment]
  }

  /// A comment, and why it is where it is.
  public struct Comment: Equatable, Sendable {
    /// The comment, word for word.
    public let text: String
    /// The words of it that speak for the theme, the strongest first.
    public let words: [String]
  }

  /// Groups comments.
  ///
  /// - Parameters:
  ///   - comments: in the order in which they are to stand.
  ///   - codebook: the themes.
  ///   - examples: texts that were coded, with the places of their themes in the codebook.
  public init(
    _ comments: [String], codebook: [Theme], examples: [(words: String, themes: [Int])] = []
  ) {
    var collator = Collator()
    for (place, theme) in codebook.enumerated() {
      collator.describe(place, as: [theme.title, theme.definition] + theme.keyPoints)
    }
    for (index, example) in examples.enumerated() {
      collator.set(example.words, for: comments.count + index)
      collator.label(comments.count + index, with: example.themes)
    }
    var found: [Int?: [Comment]] = [:]
    for (index, text) in comments.enumerated() {
      collator.set(text, for: index)
      let best = collator.suggestions(for: index, limit: 1).first {
        Self.isEvidence($0.words, for: codebook[$0.theme].title)
      }
      found[best?.theme, default: []].append(Comment(text: text, words: best?.words ?? []))
    }
    groups = (codebook.indices.map { Optional($0) } + [nil]).compactMap { place in
      found[place].map { Group(theme: place.map { codebook[$0].title }, comments: $0) }
    }
  }
}

extension CommentGroups {
  /// Whether words speak for a theme: two of them, or one that stands in its title. A single word such as
  /// ‘time’ stands in some definition or highlight by chance.
  private static func isEvidence(_ words: [String], for title: String) -> Bool {
    guard let only = words.first, words.count == 1 else { return words.count > 1 }
    let word = only.lowercased()
    return title.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { part in
      part == word
        || min(part.count, word.count) >= 4 && (part.hasPrefix(word) || word.hasPrefix(part))
    }
  }
}

extension Session {
  /// The comments on the forms, under the themes that their words speak for.
  public var commentGroups: CommentGroups {
    let places = Dictionary(
      themes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let highlights = contributions.all.lazy.filter {
      $0.isHighlighted && $0.isKept && !$0.themes.isEmpty
    }
    return CommentGroups(
      feedbackSummary.comments, codebook: themes,
      examples: highlights.prefix(Self.mostExamples).map {
        ($0.words, $0.themes.compactMap { places[$0] })
      })
  }

  /// As many as one answer is learnt from.
  private static var mostExamples: Int { 300 }
}
