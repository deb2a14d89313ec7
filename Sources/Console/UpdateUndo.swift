import SessionEngine
import Terminal

// Taking back: at once, but for what nobody means to take back with one key.
extension ConsoleState {
  /// Takes the latest act back, or asks first where much would go with it.
  ///
  /// A kept form goes only when asked twice where letters command on Evaluation: whoever pressed Enter
  /// before the comments types them there, and a form that goes unseen is one voice less.
  mutating func undo() -> [Effect] {
    if screen == .evaluation, context != .formWords, session.takesFormBack(by: device),
      !isAskedTwice(
        .undo, "form \(session.feedback.count)",
        "u again takes the form kept last back; what is written goes on the next form behind Enter")
    {
      return []
    }
    guard let toll = session.tollOfUndo(by: device) else { return [.perform(.undo, .plain)] }
    overlays.append(
      .question(
        Question(
          title: "Undo ‘\(toll.account)’?",
          lines: ["It takes \(toll.spoken) away. U brings back what was undone."],
          answers: [
            .init(key: .character("y"), title: "take it back", outcome: .perform(.undo))
          ])))
    return []
  }

  /// Counts the acts that were taken back one after the other: whoever types a sentence where letters
  /// command sees how many, not only the last.
  mutating func countUndone(by decision: Decision) {
    guard case .undoes = decision.turn else {
      undone = 0
      return
    }
    undone += 1
    guard undone > 1 else { return }
    let last = decision.account.hasPrefix("undid: ") ? decision.account.dropFirst(7) : ""
    notice = .good(
      "undid \(undone), U brings back" + (last.isEmpty ? "" : "; the last was: \(last)"))
    notice?.isCount = true
  }
}
