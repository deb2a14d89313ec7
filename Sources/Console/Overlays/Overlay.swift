import Collation
import SessionEngine
import Terminal

/// Something that lies over a screen and takes the keys until it is closed.
enum Overlay: Sendable {
  /// A line to be typed.
  case prompt(Prompt)
  /// A list to choose from.
  case picker(Picker)
  /// A question with a letter for each answer.
  case question(Question)
}

/// A line to be typed, for a purpose.
struct Prompt: Sendable {
  var purpose: Purpose
  var title: String
  var hint: String
  var editor = LineEditor()
  /// Whether what stands in it was neither typed nor changed yet.
  var isUntouched = true

  /// Whether the next character takes the place of what stands in it: a name or a number is given anew
  /// as a whole, while a sentence or a list is gone on with.
  var isTakenByTyping: Bool { isUntouched && !editor.isEmpty && purpose.isName }

  /// Edits by a key, or by what is pasted.
  mutating func edit(_ change: (inout LineEditor) -> Bool, isText: Bool) {
    // Cut rather than thrown away: ^Y brings it back.
    if isText, isTakenByTyping { _ = editor.handle(.control("u")) }
    if change(&editor) { isUntouched = false }
  }

  enum Purpose: Equatable, Sendable {
    case search
    case walkIn
    case correctDelegate(DelegateID)
    case groupCount
    case renameGroup(GroupID)
    case restore
    case addTheme
    case renameTheme(ThemeID)
    case defineTheme(ThemeID)
    case minutes
    case revise(PlanField)
    case mixBalance, mixCover, mixSizes, mixRounds
    case converge(ConvergeQuestion)
    case collating(CollatingPrompt)
    case addItem, rewordItem(String), formQuestion(FormText)

    /// Whether a name or a number is asked for, which is given as a whole.
    var isName: Bool {
      switch self {
      case .groupCount, .minutes, .mixSizes, .mixRounds, .renameGroup, .renameTheme: true
      case .converge(.title), .converge(.budget), .collating(.topic), .collating(.splitTheme): true
      default: false
      }
    }
  }
}

/// A list to choose from, narrowed by typing.
struct Picker: Sendable {
  var purpose: Purpose
  var title: String
  var items: [Item]
  var filter = LineEditor()
  var selection = 0
  /// Whether what is typed may itself be chosen, as a new entry.
  var offersNew: String?
  /// What is said where there is nothing to choose from.
  var whenEmpty = "There is none yet."
  /// What is said where nothing fits what was typed.
  var whenNothingFits = "Nothing fits."
  /// Whether several entries can be ticked, one after the other.
  var isTicked = false
  /// Whether an entry was just ticked by its number: Enter then means done, and never takes it off again.
  var isAnswered = false
  /// The entry of which Enter said what it would break.
  var warnedOf: Choice?

  struct Item: Sendable {
    /// What is shown at the left, such as a key.
    var lead = ""
    var title: String
    /// What is shown dimmed behind the title.
    var detail = ""
    var choice: Choice
    /// Why it cannot be chosen just now.
    var unavailable: String?
    /// What choosing it would break; a second Enter chooses it all the same.
    var breaks: String?
    /// What is said of it in full while it is marked; unless given, the detail.
    var explanation = ""
    var isMarked = false
    /// What else it is found by, such as the notation of its keys.
    var keywords = ""
  }

  enum Choice: Equatable, Sendable {
    case action(Action)
    /// Something that a key does in another place.
    case elsewhere(Action, Context)
    case group(GroupID)
    case priority(PriorityID)
    case theme(ThemeID)
    case delegate(DelegateID?)
    case stage(StageID)
    case round(Int)
    case new(String)
    case field(PlanField)
    /// The wish at this place in the list.
    case wish(Int)
    /// What the room before wanted taken up, by its place among what is no priority yet.
    case wanted(Int)
    case converge(ConvergeChoice)
    case contribution(ContributionID)
    /// The key point at this place in the list.
    case point(Int)
    case formText(FormText)
    /// An entry to read, not to choose.
    case nothing
  }

  enum Purpose: Equatable, Sendable {
    case help
    case palette
    case goToGroup
    case goToPriority
    case moveToGroup(ContributionID)
    case moveToPriority(ContributionID)
    case code(ContributionID)
    case speaker(ContributionID)
    case seat(DelegateID)
    case assign(GroupID, round: Int)
    case stage
    case planField
    case table(Action)
    case round
    case wishes
    case wish(Action, DelegateID)
    case swap(DelegateID)
    case formQuestions
    case converge(ConvergeQuestion)
    case collating(CollatingPicker)
  }

  /// Whether a number that names one entry needs no Enter, since the list is short.
  var choosesAtOnce: Bool {
    items.count <= 9 && isNumbered && items.contains { $0.lead.count == 1 && Int($0.lead) != nil }
  }

  /// Whether what stands at the left are numbers to choose by.
  var isNumbered: Bool { purpose != .help && purpose != .palette }

  /// The entry whose number was typed, where that needs no Enter: in a list that is short, and wherever
  /// several can be ticked as soon as the number cannot go on.
  var itemByNumber: Item? {
    let typed = filter.text
    guard isNumbered, items.count <= 9 || isTicked, !typed.isEmpty,
      let item = items.first(where: { $0.lead == typed })
    else { return nil }
    let goesOn = items.contains { $0.lead != typed && $0.lead.hasPrefix(typed) }
    return goesOn ? nil : item
  }

  /// The items that fit what was typed; in the palette and where numbers are typed, best first.
  var shown: [Item] {
    let typed = filter.text.trimmed
    let key = Folded.text(typed)
    let words = key.split(separator: " ")
    var fitting = items
    let numbered = isNumbered && Int(typed) != nil ? items.filter { $0.lead.hasPrefix(typed) } : []
    if !numbered.isEmpty {
      // A number that names entries is no number of things in what is said of others.
      fitting = numbered
    } else if !words.isEmpty {
      fitting = items.filter { item in
        let text = item.searchText
        return words.allSatisfy { text.contains($0) }
      }
      // The help keeps the order of the table, which is the order to learn it in.
      if purpose != .help {
        let ranked = fitting.enumerated().map { ($1.place(for: key), $0, $1) }
        fitting = ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      }
    }
    if let offersNew, !typed.isEmpty, !items.contains(where: { Folded.text($0.title) == key }) {
      fitting.append(Item(title: offersNew + " ‘\(typed)’", choice: .new(typed)))
    }
    return fitting
  }
}

extension Picker.Item {
  /// Everything by which an entry is found.
  fileprivate var searchText: String {
    Folded.text([lead, title, detail, keywords].joined(separator: " "))
  }

  /// Where an entry comes: what goes by the name here, then elsewhere, then what only has the letters
  /// somewhere in it (a “tag” is no “stage”), then what only speaks of it.
  fileprivate func place(for key: String) -> Int {
    let isElsewhere = if case .elsewhere = choice { true } else { false }
    let rank = rank(of: key)
    return rank < 3 ? rank + (isElsewhere ? 3 : 0) : rank * 2 + (isElsewhere ? 1 : 0)
  }

  /// How well an entry fits: 0 is best.
  fileprivate func rank(of key: String) -> Int {
    let title = Folded.text(title)
    let keys = Folded.text(lead + " " + keywords).split(separator: " ")
    if keys.contains(Substring(key)) { return 0 }
    if title.hasPrefix(key) { return 1 }
    if title.split(separator: " ").contains(where: { $0.hasPrefix(key) }) { return 2 }
    return title.contains(key) ? 3 : 4
  }
}

/// A question with a letter for each answer. Esc always means: leave things as they are.
struct Question: Sendable {
  var title: String
  var lines: [String]
  var answers: [Answer]

  /// The pasted text that waits for the answer.
  var pasted: String? {
    for case .insert(let text) in answers.map(\.outcome) { return text }
    return nil
  }

  /// What there is to choose, in words.
  var choices: String {
    answers.map { "\($0.key.notation) \($0.title)" }.joined(separator: ", ")
  }

  struct Answer: Sendable {
    var key: Key
    var title: String
    var outcome: Outcome
  }

  enum Outcome: Sendable {
    case captureLines([String])
    case captureWhole(String)
    case insert(String)
    case perform(Command)
    case keepForm
    case takeMix
    case leave
  }
}
