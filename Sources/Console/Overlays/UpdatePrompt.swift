import SessionEngine
import Terminal

extension ConsoleState {
  mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape:
      if prompt.purpose == .search {
        returnToOrigin()
        endSearch()
      }
      return []
    case .enter:
      if prompt.purpose == .search { return enterSearch(prompt) }
      let effects = submitted(prompt)
      // Nothing is on its way: nothing is to be asked for again.
      if effects.isEmpty { onItsWay = nil }
      return effects
    default:
      let before = prompt.editor.text
      let isText = if case .character = key { true } else { false }
      prompt.edit({ $0.handle(key) }, isText: isText)
      overlays.append(.prompt(prompt))
      guard prompt.purpose == .search else { return [] }
      if prompt.editor.text != before {
        searchAgain(prompt.editor.text)
      } else if key == .down || key == .up, !before.isEmpty {
        findMatch(forward: key == .down)
      }
      return []
    }
  }

  private mutating func submitted(_ prompt: Prompt) -> [Effect] {
    let text = prompt.editor.text
    // What was typed is asked for again should it be refused.
    onItsWay = .prompt(prompt)
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
    case .revise(let field): return revise(field, text)
    case .mixBalance, .mixCover, .mixSizes, .mixRounds:
      return answeredOfMix(prompt.purpose, text)
    case .converge(let question): return answered(question, text)
    case .collating(let purpose): return answered(purpose, text)
    case .formQuestion(let kind): return answeredQuestion(kind, text)
    case .addItem, .rewordItem: return answeredOfForm(prompt.purpose, text)
    case .renameGroup(let id): return [.perform(.renameGroup(id, text), .plain)]
    case .addTheme:
      return [.perform(.addTheme(title: text, definition: ""), .newTheme(coding: nil))]
    case .renameTheme(let id): return [.perform(.renameTheme(id, text), .plain)]
    case .defineTheme(let id):
      let keyPoints = session.theme(id)?.keyPoints ?? []
      return [.perform(.defineTheme(id, definition: text, keyPoints: keyPoints), .plain)]
    case .restore:
      guard let number = ContributionNumber(text.trimmed),
        let contribution = session.contributions[number]
      else {
        return askedAgain("there is no contribution ‘\(text.trimmed)’")
      }
      return [.perform(.restore(contribution.id), .plain)]
    }
  }

  private mutating func number(
    _ text: String, _ what: String, _ effects: (Int) -> [Effect]
  ) -> [Effect] {
    guard let value = Int(text.trimmed) else {
      return askedAgain("‘\(text)’ is no number: type \(what) in digits")
    }
    return effects(value)
  }

  /// Says what is wrong with what was typed, and leaves it to be put right.
  mutating func askedAgain(_ reason: String) -> [Effect] {
    notice = .warning(reason)
    if let onItsWay { overlays.append(onItsWay) }
    onItsWay = nil
    return []
  }
}
