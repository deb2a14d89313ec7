import SessionEngine
import Terminal

// The two rows at the bottom of every screen: the keys that help now, and the marking.
extension ConsoleState {
  func drawFooter(_ canvas: inout Canvas) {
    let y = size.height - 2
    var x = 1
    for (keys, name) in footerHints {
      let width = TextWidth.columns(keys) + 1 + TextWidth.columns(name)
      guard x + width < size.width else { continue }
      x += canvas.put(keys, x: x, y: y, Style(.key, bold: true)) + 1
      x += canvas.put(name, x: x, y: y, Style(.dim)) + 3
    }
    canvas.putCentred(session.plan.marking, y: size.height - 1, Style(.marking, bold: true))
  }

  private var footerHints: [(String, String)] {
    if let overlay = overlays.last { return hints(for: overlay) }
    if screen == .capture, case .rewording = capture.mode {
      return [("Enter", "keep the new words"), ("Esc", "leave as it was"), ("M-e", "editor")]
    }
    var bindings = KeyTable.bindings(in: context)
      .filter { $0.footer != nil && unavailable($0.action) == nil }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    // Help is never what gives way.
    if let index = bindings.firstIndex(where: { $0.action == .help }) {
      bindings.insert(bindings.remove(at: index), at: min(4, bindings.count))
    }
    return bindings.map { binding in
      if binding.action.codeIndex == 0 {
        return ("1-\(min(9, session.themes.count))", "code")
      }
      return (binding.keys.first?.short ?? "", binding.name)
    }
  }

  private func hints(for overlay: Overlay) -> [(String, String)] {
    switch overlay {
    case .prompt(let prompt):
      prompt.purpose == .search
        ? [("Enter", "stay here"), ("Esc", "clear")] : [("Enter", "do it"), ("Esc", "leave")]
    case .picker: [("type", "to narrow"), ("Enter", "choose"), ("Esc", "leave")]
    case .question(let question):
      question.answers.map { ($0.key.notation, $0.title) } + [("Esc", "leave")]
    }
  }

  /// Draws what happened last, in a row of its own.
  func drawNotice(_ canvas: inout Canvas, y: Int, x: Int = 1) {
    let readOnly = readOnlyReason.map { Notice.warning("read-only: " + $0) }
    guard let notice = notice ?? readOnly else { return }
    let sign: Glyph? =
      switch notice.role {
      case .good: .check
      case .error: .cross
      case .warning: .warning
      default: nil
      }
    let text = (sign.map { glyph($0) + " " } ?? "") + notice.text
    canvas.put(text, x: x, y: y, Style(notice.role), maxWidth: size.width - x - 1)
  }
}
