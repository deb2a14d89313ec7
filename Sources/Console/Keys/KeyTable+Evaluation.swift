import Terminal

// Evaluation: entering forms, what was said, and the form itself.
extension KeyTable {
  private static let commanding: Set<Context> = [.evaluation, .formTicks, .formItems]
  private static let scrolling: Set<Context> = [.evaluation, .formItems]

  static let evaluation: [Binding] = ticks + words + summary + items + around

  private static let ticks: [Binding] =
    FormEntry.answerNames.enumerated().map { points, name in
      Binding(
        Action(rawValue: "answer\(points)") ?? .openAnswer, points == 0 ? "0 -" : "\(points)",
        [.formTicks], name, "Tick ‘\(name)’ and go on to the next item.",
        footer: points == 1 ? 1 : nil)
    } + [
      Binding(
        .clearAnswer, "Backspace", [.formTicks], "back",
        "Go back to the item before, and take its tick off.", footer: 2),
      Binding(
        .openAnswer, "Space Down j", [.formTicks], "leave open",
        "Go on to the next item; what is not ticked stays open."),
      Binding(.up, "Up k", [.formTicks], "item before", "Go back to the item before."),
      Binding(
        .toWords, "Enter Tab", [.formTicks], "to the words",
        "Go on to what is written on the form.", footer: 3),
      Binding(
        .showSummary, "s Esc", [.formTicks], "summary",
        "What the room said; a half-entered form waits.", footer: 4),
    ]

  private static let words: [Binding] = [
    Binding(
      .keepForm, "Enter", [.formWords], "keep",
      "Keep the form; the next blank one follows.", footer: 1),
    Binding(
      .nextWords, "Tab Down", [.formWords], "next", "The next thing that is written on the form.",
      footer: 2),
    Binding(
      .previousWords, "S-Tab Up", [.formWords], "before",
      "The thing before; from the first, back to the last item."),
    Binding(.toTicks, "Esc", [.formWords], "to the items", "Back to the first item.", footer: 3),
    Binding(
      .undo, "C-_ M-u", [.formWords], "undo",
      "Take back your latest act; the screen says which. A command’s: ‘plenary undo’."),
    Binding(.redo, "M-r", [.formWords], "redo", "Bring back what was undone last."),
  ]

  private static let summary: [Binding] = [
    Binding(
      .enterForms, "Enter e Esc", [.evaluation], "enter forms",
      "Enter filled-in forms from paper.", footer: 1),
    Binding(
      .showForm, "f", [.evaluation, .formTicks], "items",
      "Add, reword, remove or order the items of the form.", footer: 5),
  ]

  private static let items: [Binding] = [
    Binding(.addItem, "a", [.formItems], "add", "Add an item after the chosen one.", footer: 1),
    Binding(
      .rewordItem, "r", [.formItems], "reword",
      "Put the item into other words; answered already, it becomes another item.", footer: 2),
    Binding(
      .removeItem, "x Del", [.formItems], "remove",
      "Take the item off the form; what was answered stays.", footer: 3),
    Binding(
      .formQuestions, "w", [.formItems], "questions",
      "Put what the form asks in words into your own: what is taken away, comments, what comes next."
    ),
    Binding(.itemUp, "K", [.formItems], "move up", "Ask it earlier.", footer: 4),
    Binding(.itemDown, "J", [.formItems], "move down", "Ask it later.", footer: 5),
    Binding(
      .enterForms, "Enter e Esc", [.formItems], "enter forms", "Enter filled-in forms.", footer: 6),
    Binding(.showSummary, "s", [.formItems], "summary", "What the room said."),
  ]

  private static let around: [Binding] = [
    Binding(.up, "Up k", scrolling, "up", "One row up."),
    Binding(.down, "Down j", scrolling, "down", "One row down."),
    Binding(.pageUp, "PgUp C-u", scrolling, "page up", "Half a screen up."),
    Binding(.pageDown, "PgDn C-d", scrolling, "page down", "Half a screen down."),
    Binding(.top, "g Home", scrolling, "first", "To the first row."),
    Binding(.bottom, "G End", scrolling, "last", "To the last row."),
    Binding(
      .undo, "u", commanding, "undo",
      "Take back your latest act; the screen says which. A command’s: ‘plenary undo’.", footer: 7
    ),
    Binding(.redo, "U C-r", commanding, "redo", "Bring back what was undone last."),
    Binding(
      .quit, "q", commanding, "leave", "q: leave Plenary after a question. ^C: at once.", footer: 10
    ),
    Binding(.palette, ": C-k", commanding, "commands", "Every command by name or key."),
    Binding(.previousScreen, "[", commanding, "previous screen", "The screen to the left."),
    Binding(.nextScreen, "]", commanding, "next screen", "The screen to the right."),
    Binding(
      .export, "E", commanding, "export",
      "Write the documents of every group and of the whole, now."),
    Binding(
      .help, "?", commanding, "all keys",
      "Every key that works here; type to narrow, Enter to do it.", footer: 9),
  ]
}
