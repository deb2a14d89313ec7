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

  struct Item: Sendable {
    /// What is shown at the left, such as a key.
    var lead = ""
    var title: String
    /// What is shown dimmed behind the title.
    var detail = ""
    var choice: Choice
    /// Why it cannot be chosen just now.
    var unavailable: String?
    var isMarked = false
  }

  enum Choice: Equatable, Sendable {
    case action(Action)
    case group(GroupID)
    case priority(PriorityID)
    case theme(ThemeID)
    case delegate(DelegateID?)
    case stage(StageID)
    case lens(LensID)
    case new(String)
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
    case lens(ContributionID)
    case seat(DelegateID)
    case assign(GroupID, round: Int)
    case stage
  }

  /// The items that fit what was typed.
  var shown: [Item] {
    let words = filter.text.lowercased().split(separator: " ")
    var fitting = items.filter { item in
      let text = (item.lead + " " + item.title + " " + item.detail).lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    let typed = filter.text.trimmed
    if let offersNew, !typed.isEmpty,
      !items.contains(where: { $0.title.lowercased() == typed.lowercased() })
    {
      fitting.append(Item(title: offersNew + " ‘\(typed)’", choice: .new(typed)))
    }
    return fitting
  }
}

/// A question with a letter for each answer. Esc always means: leave things as they are.
struct Question: Sendable {
  var title: String
  var lines: [String]
  var answers: [Answer]

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
    case leave
  }
}
