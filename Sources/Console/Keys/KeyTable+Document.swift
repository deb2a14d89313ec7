import Terminal

extension KeyTable {
  /// What can be typed in the capture line besides words: what it looks like, and what it becomes.
  static let inline: [(typed: String, becomes: String)] = [
    ("#word", "The theme of which a word begins so; shown at once, Tab completes it."),
    ("@word", "The speaker, by any beginning of the name; shown at once, Tab completes it."),
    ("## @@", "The character itself. A mark that names nothing stays as typed, such as #17."),
    ("several lines", "Pasted: one contribution each, or one of all; # and @ in them stay text."),
    ("^A ^E", "The cursor to the start of the line, to its end."),
    ("M-b M-f", "The cursor a word back, a word on."),
    ("^W ^U ^K M-d", "Cut the word before, all before, all behind, the word behind the cursor."),
    ("^Y", "Put back what was cut."),
  ]

  /// The key list as a Markdown document: docs/keys.md, checked for staleness by a test.
  public static var document: String {
    var lines = [
      "# Keys", "",
      "Made from the table in `Sources/Console/Keys/KeyTable.swift` by a test's recording; do not edit.",
      "`^N` is Control with N, `M-n` Alt with n (or Esc, then n). Function keys are never the only way.",
    ]
    for context in Context.allCases {
      lines += ["", "## \(context.title)", "", "| key | does | |", "|---|---|---|"]
      for binding in bindings(in: context) {
        let keys = binding.keys.map { "`" + ($0.short == "|" ? "\\|" : $0.short) + "`" }
        lines.append(
          "| \(keys.isEmpty ? "(commands)" : keys.joined(separator: " ")) | \(binding.name) "
            + "| \(binding.explanation) |")
      }
    }
    lines += [
      "", "## In the capture line", "", "| typed | becomes, or does |", "|---|---|",
    ]
    lines += inline.map { "| `\($0.typed)` | \($0.becomes) |" }
    lines += [
      "", "## In lists to choose from", "",
      "Type to narrow the list, Up and Down (or `^P` and `^N`) to move, Enter to choose, Esc to leave.",
      "Where the entries are numbered and no more than nine, the digit alone chooses; of more, digits leave those",
      "whose number begins so.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
