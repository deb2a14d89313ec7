import Collating
import SessionEngine

/// What collating offers, as JSON, a line each.
struct CollatingPrinter {
  enum Kind { case suggestions, duplicates, topics }

  private let session: Session
  private let collator: SessionCollator

  private let kind: Kind

  init(_ session: Session, _ kind: Kind) {
    self.session = session
    self.kind = kind
    var collator = SessionCollator()
    // Texts are held against each other for duplicates alone.
    if kind == .duplicates { collator.finish(in: session) } else { collator.read(session) }
    self.collator = collator
  }

  func put() throws(Failure) {
    switch kind {
    case .suggestions:
      for line in suggestions {
        try put(line)
        // Some read line by line, or want the first few only.
        Output.flush()
      }
    case .duplicates: for line in duplicates { try put(line) }
    case .topics: for line in topics { try put(line) }
    }
  }

  private func put(_ line: some Encodable) throws(Failure) {
    Output.line(try JSONAnswer.text(line, pretty: false))
  }

  private struct Suggested: Encodable {
    let number, text, theme: String
    let confidence: Double
    let words: [String]
  }

  private var suggestions: some Sequence<Suggested> {
    uncoded.lazy.compactMap { point -> Suggested? in
      guard let best = collator.suggestions(for: point.id, in: session).first,
        let theme = session.theme(best.theme)
      else { return nil }
      return Suggested(
        number: point.number.description, text: point.words, theme: theme.title,
        confidence: Self.rounded(best.confidence), words: best.words)
    }
  }

  private struct Pair: Encodable {
    let numbers, texts: [String]
    let likeness: Double
    let shared, apart: [String]
  }

  private var duplicates: [Pair] {
    collator.duplicates(in: session, limit: .max).compactMap { pair in
      let both = [pair.first, pair.second].compactMap { session.contributions[$0] }
      guard both.count == 2 else { return nil }
      return Pair(
        numbers: both.map(\.number.description), texts: both.map(\.words),
        likeness: Self.rounded(pair.likeness), shared: pair.shared, apart: pair.apart)
    }
  }

  private struct Topic: Encodable {
    let title: String
    let words, numbers: [String]
    let cohesion: Double
  }

  private var topics: [Topic] {
    collator.topics(among: uncoded.map(\.id))
      .filter { !session.putAside.holds(topicOf: $0.members) }.map { topic in
        Topic(
          title: topic.title, words: topic.words,
          numbers: topic.members.compactMap { session.contributions[$0]?.number.description },
          cohesion: Self.rounded(topic.cohesion))
      }
  }

  private var uncoded: [Contribution] {
    session.contributions.uncoded(by: session.themes.lazy.map(\.id))
      .map { session.contributions.all[$0] }
  }

  /// With three digits after the point: more would say more than is known.
  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
