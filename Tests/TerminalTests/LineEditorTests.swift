import Testing

@testable import Terminal

@Suite("Editing a line")
struct LineEditorTests {
  func press(_ key: Key, _ editor: inout LineEditor) {
    let isHandled = editor.handle(key)
    #expect(isHandled, "\(key)")
  }

  /// Types text and presses keys given by notation.
  func edit(_ text: String, _ keys: String...) -> LineEditor {
    var editor = LineEditor(text: text)
    for notation in keys {
      guard let key = Key(notation: notation) else {
        Issue.record("no key \(notation)")
        continue
      }
      press(key, &editor)
    }
    return editor
  }

  @Test("a scribe corrects a remark while the table talks on")
  func story() {
    var editor = LineEditor()
    for character in "Folow the recruiter" { press(.character(character), &editor) }
    for key in [Key.control("a"), .right, .right, .right, .character("l")] {
      press(key, &editor)
    }
    #expect(editor.text == "Follow the recruiter")
    #expect(editor.cursor == 4)
    press(.control("e"), &editor)
    editor.insert(", not the runner")
    #expect(editor.text == "Follow the recruiter, not the runner")
    #expect(editor.cursor == editor.text.count)
    press(.control("w"), &editor)
    press(.control("y"), &editor)
    press(.control("y"), &editor)
    #expect(editor.text == "Follow the recruiter, not the runnerrunner")
  }

  @Test("words and ends of the line")
  func words() {
    #expect(edit("one two-three", "M-b").cursor == 8)
    #expect(edit("one two-three", "M-b", "M-b").cursor == 4)
    #expect(edit("one two-three", "C-a", "M-f", "M-f").cursor == 7)
    #expect(edit("one two-three", "C-w").text == "one ")
    #expect(edit("one two-three", "M-Backspace").text == "one two-")
    #expect(edit("one two", "C-a", "M-d").text == " two")
    #expect(edit("one two", "C-Left", "C-k").text == "one ")
    #expect(edit("one two", "C-Left", "C-u").text == "two")
    #expect(edit("one two", "Home", "Del", "C-d", "C-Right", "Backspace").text == " two")
    #expect(edit("one  ", "C-w").text == "")
    #expect(edit("", "C-w", "C-u", "C-k", "M-d", "Backspace", "Del", "Left", "Right").text == "")
  }

  @Test("keys that are for others are left to them")
  func foreign() {
    var editor = LineEditor()
    for notation in ["Enter", "Tab", "Esc", "Up", "F1", "C-n", "M-x", "C-d", "PgUp"] {
      guard let key = Key(notation: notation) else { continue }
      let isHandled = editor.handle(key)
      #expect(!isHandled, "\(notation)")
    }
    #expect(editor.isEmpty)
  }

  @Test("clusters are edited whole, in any script")
  func clusters() {
    #expect(edit("a👩‍🔬b", "Left", "Backspace").text == "ab")
    #expect(edit("🇫🇷🇩🇪", "Left", "Del").text == "🇫🇷")
    #expect(edit("مرحبا بكم", "C-w").text == "مرحبا ")
    #expect(edit("مرحبا", "C-a", "C-f").cursor == 1)
    #expect(edit("नमस्ते", "Backspace").text == "नम")
  }

  @Test("a mark that arrives late joins the letter before it")
  func lateMark() {
    var editor = LineEditor(text: "caf")
    for character: Character in ["e", "\u{301}"] { press(.character(character), &editor) }
    #expect(editor.text.count == 4)
    #expect(editor.cursor == 4)
    press(.backspace, &editor)
    #expect(editor.text == "caf")
  }

  @Test("letters that become one cluster when what parted them is removed stay one")
  func merging() {
    var editor = LineEditor(text: "\u{1F1EB}x\u{1F1F7}y")
    editor.cursor = 2
    press(.backspace, &editor)
    #expect(editor.text == "🇫🇷y")
    #expect(editor.cursor == 1)
    press(.backspace, &editor)
    #expect(editor.text == "y")
  }

  @Test("whatever is typed, the cursor counts clusters and the window shows it")
  func anything() {
    var generator = SeededGenerator(seed: 5)
    let keys = [
      "Left", "Right", "Home", "End", "Backspace", "Del", "C-w", "M-b", "M-f", "M-d", "C-k", "C-y",
    ].compactMap(Key.init(notation:))
    for _ in 0..<60 {
      var editor = LineEditor()
      for _ in 0..<80 {
        if Bool.random(using: &generator) {
          editor.insert(troublesomePieces.randomElement(using: &generator) ?? "")
        } else if let key = keys.randomElement(using: &generator) {
          press(key, &editor)
        }
        #expect(editor.cursor == editor.before.count)
        #expect(editor.text.count == editor.before.count + editor.after.count)
        let columns = Int.random(in: 1...40, using: &generator)
        let (visible, cursor) = editor.window(columns: columns)
        #expect(TextWidth.columns(visible) <= columns)
        #expect((0..<columns).contains(cursor))
      }
    }
  }

  @Test("the window follows the cursor and shows where there is more")
  func window() {
    var editor = LineEditor(text: "0123456789abcdefghij")
    #expect(editor.window(columns: 30) == ("0123456789abcdefghij", 20))
    #expect(editor.window(columns: 10) == ("…cdefghij", 9))
    editor.cursor = 0
    #expect(editor.window(columns: 10) == ("012345678…", 0))
    editor.cursor = 10
    #expect(editor.window(columns: 10) == ("…456789ab…", 7))
    editor.cursor = 2
    #expect(editor.window(columns: 10) == ("012345678…", 2))
    #expect(LineEditor(text: "日本語").window(columns: 5) == ("…語", 3))
    #expect(LineEditor(text: "").window(columns: 5) == ("", 0))
  }

  @Test("typing at the end of a very long line keeps every letter")
  func long() {
    var editor = LineEditor(text: String(repeating: "é日 word ", count: 12_500))
    for _ in 0..<20_000 {
      _ = editor.handle(.character("x"))
      _ = editor.window(columns: 80).cursorColumn
    }
    #expect(editor.text.hasSuffix("xxx"))
    #expect(editor.cursor == 12_500 * 8 + 20_000)
  }
}
