import SessionEngine
import Terminal

/// A contribution that makes several points, as it is cut into them.
enum Compound {
  /// What stands between two parts.
  static let mark = "//"

  /// The words with a mark wherever a point may end: behind a sentence, and at a semicolon. Where two points
  /// are only joined by “and”, nobody but a reader can tell.
  static func proposed(_ words: String) -> String {
    let tokens = words.split(separator: " ")
    var line: [Substring] = []
    var sinceCut = 0
    for (index, token) in tokens.enumerated() {
      line.append(token)
      sinceCut += 1
      let rest = tokens.count - index - 1
      guard sinceCut >= fewestWords, rest >= fewestWords, tokens[index + 1] != mark, token != mark,
        endsPoint(token, before: tokens[index + 1])
      else {
        if token == mark { sinceCut = 0 }
        continue
      }
      line.append(Substring(mark))
      sinceCut = 0
    }
    return line.joined(separator: " ")
  }

  /// How many words a point has at least.
  private static let fewestWords = 2
  private static let abbreviations: Set<String> = [
    "dr.", "mr.", "mrs.", "ms.", "st.", "no.", "vs.", "etc.", "approx.", "prof.", "sgt.", "insp.",
    "dept.",
  ]

  /// Whether a point may end with a word, from how it and the next are written.
  private static func endsPoint(_ word: Substring, before next: Substring) -> Bool {
    var bare = word.drop { "([\"‘“'".contains($0) }
    while let last = bare.last, ")]\"’”'".contains(last) { bare = bare.dropLast() }
    let end = bare.last
    switch end {
    case ";", "?", "!": return true
    case ".":
      let stem = bare.lowercased()
      // Neither “e.g.” nor an initial, nor what goes on in small letters.
      return !abbreviations.contains(stem) && stem.dropLast().filter(\.isLetter).count > 1
        && !stem.dropLast().contains(".")
        && next.first { $0.isLetter || $0.isNumber }?.isLowercase != true
    default: return false
    }
  }

  /// The parts that a line with marks names, without the punctuation that hangs at their ends. Words are
  /// never left out, but for an “and” that stands between two marks.
  static func parts(_ line: String) -> [String] {
    var parts: [Substring] = []
    var start = line.startIndex
    var from = line.startIndex
    while let found = line[from...].firstRange(of: mark) {
      from = found.upperBound
      // The two strokes of an address part nothing.
      if found.lowerBound > line.startIndex, line[line.index(before: found.lowerBound)] == ":" {
        continue
      }
      parts.append(line[start..<found.lowerBound])
      start = found.upperBound
    }
    parts.append(line[start...])
    return parts.map(tidied).filter {
      !$0.isEmpty && !["and", "or", "&"].contains($0.lowercased())
    }
  }

  private static func tidied(_ part: Substring) -> String {
    func hangs(_ character: Character) -> Bool {
      character.isWhitespace || ",;:–—/".contains(character)
    }
    var part = part.drop(while: hangs)
    while let last = part.last, hangs(last) { part = part.dropLast() }
    return String(part)
  }
}

extension ConsoleState {
  /// Asks into which parts a contribution is to be split: marks are proposed, and the cursor stands at the
  /// first of them, or at the first “and”.
  mutating func askForParts(of chosen: Contribution) {
    let line = Compound.proposed(chosen.words)
    var editor = LineEditor(text: line)
    let first = line.firstRange(of: Compound.mark) ?? line.firstRange(of: " and ")
    if let first {
      let isJoined = line[first].first == " "
      editor.cursor =
        line.distance(from: line.startIndex, to: first.lowerBound) + (isJoined ? 1 : 0)
    }
    let hint =
      line.firstRange(of: Compound.mark) == nil
      ? "put // between the points; the parts say where they come from"
      : "// stands where a point may end: take it out or put in others; the parts say where they come from"
    overlays.append(
      .prompt(
        Prompt(
          purpose: .collating(.breakUp(chosen.id)), title: "parts of \(chosen.number.spoken)",
          hint: hint, editor: editor)))
  }

  mutating func breakUp(_ id: ContributionID, _ text: String) -> [Effect] {
    let parts = Compound.parts(text)
    guard parts.count > 1 else {
      return askedAgain("put // between the points that are to stand by themselves")
    }
    return [.perform(.split(id, into: parts), .plain)]
  }
}
