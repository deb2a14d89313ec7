import SessionEngine
import Terminal

extension ConsoleState {
  mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape:
      if prompt.purpose == .search { search.query = "" }
      return []
    case .enter:
      guard prompt.purpose != .search else { return [] }
      return submitted(prompt)
    default:
      let changed = prompt.editor.handle(key)
      overlays.append(.prompt(prompt))
      if changed, prompt.purpose == .search {
        search.query = prompt.editor.text
        searchAgain()
      }
      return []
    }
  }

  /// Searches as one types: from where one was, the chosen row included.
  private mutating func searchAgain() {
    notice = nil
    findMatch(forward: false, from: nil)
    if notice == nil { findMatch(forward: true, from: nil) }
  }

  private mutating func submitted(_ prompt: Prompt) -> [Effect] {
    let text = prompt.editor.text
    switch prompt.purpose {
    case .search: return []
    case .walkIn:
      let new = NewDelegate(ProfileLine.profile(text), isWalkIn: true)
      return [.perform(.addDelegates([new]), .newDelegate)]
    case .correctDelegate(let id):
      return [.perform(.correctDelegate(id, ProfileLine.profile(text)), .plain)]
    case .groupCount:
      return number(text, "how many groups") { [.perform(.formGroups(count: $0), .plain)] }
    case .minutes:
      return number(text, "minutes") { [.perform(.extendStage(minutes: $0), .plain)] }
    case .renameGroup(let id): return [.perform(.renameGroup(id, text), .plain)]
    case .addTheme:
      return [
        .perform(
          .addTheme(title: text, definition: ""), .newTheme(title: text.trimmed, coding: nil))
      ]
    case .renameTheme(let id): return [.perform(.renameTheme(id, text), .plain)]
    case .defineTheme(let id):
      let keyPoints = session.theme(id)?.keyPoints ?? []
      return [.perform(.defineTheme(id, definition: text, keyPoints: keyPoints), .plain)]
    case .restore:
      guard let number = ContributionNumber(text.trimmed),
        let contribution = session.contributions[number]
      else {
        notice = .warning("there is no contribution ‘\(text.trimmed)’")
        return []
      }
      return [.perform(.restore(contribution.id), .plain)]
    }
  }

  private mutating func number(
    _ text: String, _ what: String, _ effects: (Int) -> [Effect]
  ) -> [Effect] {
    guard let value = Int(text.trimmed) else {
      notice = .warning("‘\(text)’ is no number: type \(what) in digits")
      return []
    }
    return effects(value)
  }
}
