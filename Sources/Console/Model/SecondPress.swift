/// Something that a key only warned of: the next key does it, if it asks for the same again.
struct SecondPress: Equatable, Sendable {
  var action: Action
  /// What it would be done to, and how that stands: what changed meanwhile is warned of anew.
  var subject: String
}

extension ConsoleState {
  /// Whether something is asked for a second time in a row. The first time it is only warned of: undo
  /// would bring it back, but the room has seen it by then.
  mutating func isAskedTwice(_ action: Action, _ subject: String, _ warning: String) -> Bool {
    let wanted = SecondPress(action: action, subject: subject)
    if asked == wanted {
      asked = nil
      return true
    }
    asked = wanted
    notice = .warning(warning)
    return false
  }
}
