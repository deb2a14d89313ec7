import SessionEngine

/// What a typed line will become: its words, and the themes and the speaker that it names.
///
/// `#word` at the start of a word names a theme and `@word` a delegate, by any unambiguous beginning
/// of any word of the title or name. A mark that names nothing stays in the text as it was typed,
/// so "#17" and "@ 5 pm" need no care; `##` and `@@` stand for the character itself.
struct InlineMarks: Equatable, Sendable {
  /// The words, byte for byte as typed where no mark was taken out.
  var words: String
  /// The themes named, in order.
  var themes: [ThemeID] = []
  /// The delegate named last.
  var speaker: DelegateID?
  /// The first mark that fits several themes or delegates and so stays text.
  var unclear: Mark?
  /// The marks that look like names and name nothing, and so stay text.
  var unmatched: [Mark] = []

  init(_ line: String, in session: Session) {
    words = line
    guard Mark.mayOccur(in: line) else { return }
    var kept = ""
    var rest = line[...]
    while let mark = Mark.first(in: rest) {
      kept += rest[..<mark.range.lowerBound]
      rest = rest[mark.range.upperBound...]
      switch mark.meaning(in: session) {
      case .theme(let id):
        if !themes.contains(id) { themes.append(id) }
        Self.closeGap(&kept, &rest)
      case .speaker(let id):
        speaker = id
        Self.closeGap(&kept, &rest)
      case .text(let text):
        let count = mark.candidates(in: session).count
        if unclear == nil, count > 1 { unclear = mark }
        if count == 0, mark.word.first?.isLetter == true { unmatched.append(mark) }
        kept += text
      }
    }
    words = kept + rest
  }

  /// Takes one of the two blanks that a removed mark leaves side by side, at an end, or before a stop.
  private static func closeGap(_ kept: inout String, _ rest: inout Substring) {
    if rest.first == " ", kept.isEmpty || kept.last == " " {
      rest.removeFirst()
      if rest.isEmpty, kept.last == " " { kept.removeLast() }
    } else if kept.last == " ", rest.first.map({ ".,;:!?)".contains($0) }) ?? true {
      kept.removeLast()
    }
  }
}
