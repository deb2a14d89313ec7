import Terminal

/// What a key does: the footer, the `?` menu, the command palette and docs/keys.md all come from this.
struct Binding: Sendable {
  var action: Action
  var keys: [Key]
  /// The keys as they stand in the table.
  let notations: [String]
  var contexts: Set<Context>
  /// In a word or two, for the footer.
  var name: String
  /// In a sentence, for the menu and the document.
  var explanation: String
  /// The place in the footer; `nil` keeps it out of there.
  var footer: Int?

  init(
    _ action: Action, _ keys: String, _ contexts: Set<Context>, _ name: String,
    _ explanation: String, footer: Int? = nil
  ) {
    self.action = action
    notations = keys.split(separator: " ").map(String.init)
    self.keys = notations.compactMap { Key(notation: $0) }
    self.contexts = contexts
    self.name = name
    self.explanation = explanation
    self.footer = footer
  }
}

extension Key {
  /// The key as a person reads it in the footer: ^N for control, M-n for Alt.
  var short: String {
    if case .control(let letter) = self { return "^" + letter.uppercased() }
    return notation
  }
}
