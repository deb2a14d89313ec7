import SessionEngine
import Terminal

// Keeping a form, and what makes one look as if the digits had gone to another place than was meant.
extension ConsoleState {
  func keepForm() -> [Effect] {
    [.perform(.enterFeedback([evaluation.entry.form(asking: formItems)]), .feedbackForm)]
  }

  /// Why the form under the hand may not be what lies on the table; `nil` where nothing speaks for that.
  ///
  /// Whoever presses Enter once too often types the ticks of the next form into its words.
  var formDoubt: String? {
    let form = evaluation.entry.form(asking: formItems)
    let strays = formTexts.filter { evaluation.entry.text($0).isOnlyTicks }
    if let stray = strays.first {
      let digits = evaluation.entry.text(stray).trimmed
      return "‘\(digits)’ stands under \(stray.subject), as words: were they ticks? Esc, then Esc"
        + " leads back to the items."
    }
    guard form.answers.isEmpty, !formItems.isEmpty else { return nil }
    return "No item is ticked. Esc, then Esc leads back to the items."
  }
}

extension String {
  /// Whether nothing but what ticks are typed with stands in it: digits and hyphens, three or more.
  fileprivate var isOnlyTicks: Bool {
    let signs = filter { !$0.isWhitespace }
    return signs.count > 2 && signs.allSatisfy { $0 == "-" || $0.isNumber }
      && signs.contains { $0.isNumber }
  }
}
