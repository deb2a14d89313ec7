import Collation
import SessionEngine

/// What the room wrote, under the themes that its words speak for.
///
/// A suggestion, never a coding: each comment goes with the words that put it where it is, so that a
/// reader can see why and disagree. It is made from the codebook (titles, definitions, key points) and
/// the day's coded contributions, never from the other comments: what many say is grouped as what one
/// says. What no two words speak for, nor one of the title, is left without a theme.
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
    var words = ThemeWords(
      codebook.map { .init(title: $0.title, texts: [$0.definition] + $0.keyPoints) },
      coded: examples.map { (text: $0.words, themes: $0.themes) })
    var found: [Int?: [Comment]] = [:]
    for text in comments {
      let finding = words.finding(for: text)
      found[finding?.theme, default: []].append(Comment(text: text, words: finding?.words ?? []))
    }
    groups = (codebook.indices.map { Optional($0) } + [nil]).compactMap { place in
      found[place].map { Group(theme: place.map { codebook[$0].title }, comments: $0) }
    }
  }
}

extension Session {
  /// Comments under the themes that their words speak for.
  ///
  /// - Parameter comments: in the order in which they are to stand, such as a summary's.
  public func groups(of comments: [String]) -> CommentGroups {
    let places = Dictionary(
      themes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let coded = contributions.all.lazy.filter { $0.isKept && !$0.themes.isEmpty }
    return CommentGroups(
      comments, codebook: themes,
      examples: coded.prefix(Self.mostExamples).map {
        ($0.words, $0.themes.compactMap { places[$0] })
      })
  }

  /// More would tell no more of a theme, and a key waits while they are read.
  private static var mostExamples: Int { 2000 }
}
