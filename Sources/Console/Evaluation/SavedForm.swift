import SessionEngine
import Terminal

// A form under the hand is saved as half-typed lines are: it waits for the next run, and nothing of it
// is part of the record.
extension FormEntry {
  private static let tickKey = "form tick "
  private static let wordsKey = "form words "
  private static let placeKey = "form place"

  /// What is saved for the next run; empty for a blank form.
  var toSave: [String: String] {
    var saved: [String: String] = [:]
    for (item, points) in answers { saved[Self.tickKey + item] = String(points) }
    for (kind, editor) in words where !editor.isEmpty {
      saved[Self.wordsKey + kind.rawValue] = editor.text
    }
    if !saved.isEmpty { saved[Self.placeKey] = String(place) }
    return saved
  }

  /// The form that the last run left half entered; blank where there was none.
  init(saved: [String: String]) {
    self.init()
    for (key, value) in saved where key.hasPrefix(Self.tickKey) {
      guard let points = Int(value), (0...5).contains(points) else { continue }
      answers[String(key.dropFirst(Self.tickKey.count))] = points
    }
    for kind in FormText.allCases {
      words[kind] = saved[Self.wordsKey + kind.rawValue].map { LineEditor(text: $0) }
    }
    place = max(0, saved[Self.placeKey].flatMap { Int($0) } ?? 0)
  }
}

extension ConsoleState {
  /// Takes up the form that the last run left half entered. One that was kept in the very moment in which
  /// the last run ended is not offered again.
  mutating func resumeForm(_ saved: [String: String]) {
    let entry = FormEntry(saved: saved)
    guard !session.feedback.contains(entry.form(asking: formItems)) else { return }
    evaluation.entry = entry
    evaluation.entry.place = min(entry.place, max(0, formItems.count + formTexts.count - 1))
  }

  /// Notes that the form under the hand is another now.
  mutating func formChanged(from before: FormEntry) {
    if evaluation.entry != before { capture.drafted(at: now) }
  }
}
