/// Finds the words of a text.
///
/// A word is a run of letters, marks and digits; an apostrophe between letters belongs to it, and
/// anything else parts words. What is written without spaces (Han, kana, Hangul, Thai and its
/// neighbours) is read by overlapping pairs of letters, the usual way to index such text without a
/// dictionary (Nie, Gao et al., "On the use of words and n-grams for Chinese information retrieval",
/// 2000).
enum TextReader {
  /// Calls `body` with each word as it is typed, in the order of the text.
  static func forEachWord(in text: String, _ body: (Substring) -> Void) {
    let scalars = text.unicodeScalars
    var run = Run()
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let kind = ScalarKind(scalars[index])
      let after = scalars.index(after: index)
      switch kind {
      case .letter where run.kind == .letter: run.end = after
      case .digit where run.kind == .digit: run.end = after
      // "pan3l" and "covid19" are one word, "24hours" is two.
      case .digit where run.kind == .letter: run.end = after
      case .mark where run.kind != .other:
        if run.kind == .unspaced {
          run.letters += 1
        }
        run.end = after
      case .invisible: break
      case .apostrophe where run.kind == .letter && isLetter(after, in: scalars): break
      case .other where run.kind == .digit && isGrouping(index, in: scalars): break
      case .unspaced where run.kind == .unspaced:
        run.end = after
        run.letters += 1
      default:
        run.close(in: text, body)
        run = Run(kind, from: index, to: after)
      }
      index = after
    }
    run.close(in: text, body)
  }

  private static func isLetter(
    _ index: String.UnicodeScalarView.Index, in scalars: String.UnicodeScalarView
  ) -> Bool {
    index < scalars.endIndex && ScalarKind(scalars[index]) == .letter
  }

  /// Whether what stands here keeps a number together: the comma of 1,000, the point of 2.5.
  private static func isGrouping(
    _ index: String.UnicodeScalarView.Index, in scalars: String.UnicodeScalarView
  ) -> Bool {
    let value = scalars[index].value
    guard value == 0x2C || value == 0x2E || value == 0x066B || value == 0x066C else { return false }
    let after = scalars.index(after: index)
    return after < scalars.endIndex && ScalarKind(scalars[after]) == .digit
  }
}

/// A run of scalars that belong together.
private struct Run {
  var kind = ScalarKind.other
  var start = "".startIndex
  var end = "".startIndex
  var letters = 0

  init() {}

  init(_ kind: ScalarKind, from start: String.Index, to end: String.Index) {
    switch kind {
    case .letter, .digit, .unspaced: self.kind = kind
    default: self.kind = .other
    }
    self.start = start
    self.end = end
    letters = 1
  }

  func close(in text: String, _ body: (Substring) -> Void) {
    switch kind {
    case .letter, .digit: body(text[start..<end])
    case .unspaced:
      let scalars = text.unicodeScalars[start..<end]
      guard letters > 1 else { return body(text[start..<end]) }
      var first = scalars.startIndex
      var second = scalars.index(after: first)
      while second < scalars.endIndex {
        let after = scalars.index(after: second)
        body(text[first..<after])
        first = second
        second = after
      }
    default: break
    }
  }
}
