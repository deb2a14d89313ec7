import SessionEngine
import Terminal

extension ConsoleState {
  mutating func pressInOverlay(_ key: Key) -> [Effect] {
    guard let top = overlays.popLast() else { return [] }
    switch top {
    case .prompt(let prompt): return press(key, in: prompt)
    case .picker(let picker): return press(key, in: picker)
    case .question(let question): return press(key, in: question)
    }
  }

  mutating func pasteIntoOverlay(_ text: String) -> [Effect] {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    switch overlays.popLast() {
    case .prompt(var prompt):
      prompt.edit(
        {
          $0.insert(line)
          return true
        }, isText: true)
      overlays.append(.prompt(prompt))
      if prompt.purpose == .search { searchAgain(prompt.editor.text) }
    case .picker(var picker):
      picker.filter.insert(line)
      picker.selection = 0
      overlays.append(.picker(picker))
    case .question(let question):
      if let waiting = question.pasted {
        pasteOnto(waiting, text, asked: question)
      } else {
        overlays.append(.question(question))
        notice = .warning("answer with a key first; nothing was done with the pasted text")
      }
    case nil: break
    }
    return []
  }

  private mutating func press(_ key: Key, in question: Question) -> [Effect] {
    if key == .escape { return [] }
    guard let answer = question.answers.first(where: { $0.key == key }) else {
      overlays.append(.question(question))
      notice = .warning("press \(question.choices), or Esc")
      return []
    }
    switch answer.outcome {
    case .captureLines(let lines): return keepPasted(lines, asked: question)
    case .captureWhole(let text): return keepPasted([text], asked: question)
    case .insert(let text):
      capture.draft.line.insert(text)
      lineChanged()
      return []
    case .perform(let command): return [.perform(command, .plain)]
    case .keepForm: return keepForm()
    case .takeMix: return takeMix()
    case .leave: return leave()
    }
  }

  private mutating func press(_ key: Key, in picker: Picker) -> [Effect] {
    var picker = picker
    let shown = picker.shown
    if key != .enter { (picker.isAnswered, picker.warnedOf) = (false, nil) }
    switch key {
    case .escape: return []
    case .enter where picker.isAnswered && picker.filter.isEmpty: return []
    case .up, .control("p"): picker.selection = max(0, picker.selection - 1)
    case .down, .control("n"), .tab:
      picker.selection = min(max(0, shown.count - 1), picker.selection + 1)
    case .pageUp: picker.selection = max(0, picker.selection - 10)
    case .pageDown: picker.selection = min(max(0, shown.count - 1), picker.selection + 10)
    case .enter:
      guard shown.indices.contains(picker.selection) else { break }
      let item = shown[picker.selection]
      if let reason = item.unavailable {
        notice = .warning("\(item.title): \(reason)")
        break
      }
      if let breaks = item.breaks, picker.warnedOf != item.choice {
        picker.warnedOf = item.choice
        notice = .warning("Enter again does it all the same; it breaks: \(breaks)")
        break
      }
      return chosen(item.choice, for: picker.purpose)
    default:
      if picker.filter.handle(key) {
        picker.selection = 0
        // A number that names one entry needs no Enter in a list that is short.
        if let item = picker.itemByNumber {
          if let reason = item.unavailable {
            notice = .warning("\(item.title): \(reason)")
            picker.filter.clear()
            break
          }
          hasChosenByNumber = true
          return chosen(item.choice, for: picker.purpose)
        }
      }
    }
    overlays.append(.picker(picker))
    return []
  }

  private mutating func chosen(_ choice: Picker.Choice, for purpose: Picker.Purpose) -> [Effect] {
    switch (purpose, choice) {
    case (_, .action(let action)): return perform(action)
    case (_, .elsewhere(let action, let place)): return perform(action, in: place)
    case (.collating(let purpose), _): return chosen(choice, for: purpose)
    case (.goToGroup, .group(let id)): goTo(id)
    case (.goToPriority, .priority(let id)): goTo(id)
    case (.moveToGroup(let id), .group(let group)):
      guard let contribution = session.contributions[id] else { return [] }
      return [.perform(.move(id, group, contribution.priority), .plain)]
    case (.moveToPriority(let id), .priority(let priority)):
      guard let contribution = session.contributions[id] else { return [] }
      return [.perform(.move(id, contribution.group, priority), .plain)]
    case (.code(let id), .theme(let theme)):
      return coding(id, theme)
    case (.code(let id), .new(let title)):
      return [.perform(.makeTheme(title: title, of: [id]), .newTheme(coding: id))]
    case (.speaker(let id), .delegate(let delegate)):
      return [.perform(.noteSpeaker(id, delegate), .plain)]
    case (.seat(let delegate), .group(let group)):
      return [.perform(.seat([.init(delegate: delegate, group: group)]), .plain)]
    case (.assign(let group, let round), .priority(let priority)):
      return [.perform(.assign(group, priority, round: round), .plain)]
    case (.assign(let group, let round), .wanted(let index)):
      return takeUp(index, for: group, inRound: round)
    case (.planField, .field(let field)): ask(for: field)
    case (.table(let action), .group(let id)):
      guard let table = session.group(id) else { return [] }
      if action == .renameGroup { askName(of: table) } else { chooseWork(of: table) }
    case (.wish(let action, let one), .delegate(let other?)): return wish(action, one, other)
    case (.swap(let one), .delegate(let other?)): return swapped(one, other)
    case (.wishes, .wish(let index)):
      let list = wishList
      return list.indices.contains(index) ? [.perform(.wish(list[index].without), .plain)] : []
    case (.formQuestions, .formText(let text)): askForQuestion(text)
    case (.converge(let question), .converge(let choice)): return chosen(choice, for: question)
    case (.stage, .stage(let id)): return [.perform(.enterStage(id), .plain)]
    case (.round, .round(let round)): return [.perform(.enterRound(round), .plain)]
    default: break
    }
    return []
  }
}
