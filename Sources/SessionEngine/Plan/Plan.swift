/// What is fixed before the day: everything the facilitator decides without the room.
public struct Plan: Codable, Equatable, Sendable {
  /// The workshop's title.
  public var title: String
  /// The day, as `2026-11-24`; empty while it is open.
  public var date: String
  /// Who runs the workshop.
  public var organisers: [String]
  /// The organisers' own reference.
  public var reference: String
  /// Whom to ask.
  public var contact: String
  /// The protective marking, at the top and bottom of every screen and page.
  public var marking: String
  /// How far the results may go.
  public var circulation: String
  /// Whether outputs may say who spoke.
  public var attribution: AttributionRule
  /// How groups and priorities meet over the rounds.
  public var rotation: Rotation
  /// How many tables there are to begin with, 1 to 99.
  public var tables: Int
  /// The operational challenges, in order.
  public var priorities: [Priority]
  /// The codebook to begin with.
  public var themes: [Theme]
  /// The questions that a contribution can answer.
  public var lenses: [Lens]
  /// The day in timed stages.
  public var agenda: [Stage]
  /// What the room is asked at the end.
  public var evaluation: EvaluationForm

  /// Makes a plan; what is left out is empty or the most careful choice.
  public init(
    title: String, date: String = "", organisers: [String] = [], reference: String = "",
    contact: String = "", marking: String = "OFFICIAL", circulation: String = "",
    attribution: AttributionRule = .chathamHouse, rotation: Rotation = .carousel, tables: Int = 5,
    priorities: [Priority], themes: [Theme] = [], lenses: [Lens] = Lens.standard,
    agenda: [Stage] = [], evaluation: EvaluationForm = EvaluationForm()
  ) {
    self.title = title
    self.date = date
    self.organisers = organisers
    self.reference = reference
    self.contact = contact
    self.marking = marking
    self.circulation = circulation
    self.attribution = attribution
    self.rotation = rotation
    self.tables = tables
    self.priorities = priorities
    self.themes = themes
    self.lenses = lenses
    self.agenda = agenda
    self.evaluation = evaluation
  }

  /// Reads a plan; every field but `title` and `priorities` may be left out.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      title: try fields.decode(String.self, forKey: .title),
      date: try fields.decodeIfPresent(String.self, forKey: .date) ?? "",
      organisers: try fields.decodeIfPresent([String].self, forKey: .organisers) ?? [],
      reference: try fields.decodeIfPresent(String.self, forKey: .reference) ?? "",
      contact: try fields.decodeIfPresent(String.self, forKey: .contact) ?? "",
      marking: try fields.decodeIfPresent(String.self, forKey: .marking) ?? "OFFICIAL",
      circulation: try fields.decodeIfPresent(String.self, forKey: .circulation) ?? "",
      attribution: try fields.decodeIfPresent(AttributionRule.self, forKey: .attribution)
        ?? .chathamHouse,
      rotation: try fields.decodeIfPresent(Rotation.self, forKey: .rotation) ?? .carousel,
      tables: try fields.decodeIfPresent(Int.self, forKey: .tables) ?? 5,
      priorities: try fields.decode([Priority].self, forKey: .priorities),
      themes: try fields.decodeIfPresent([Theme].self, forKey: .themes) ?? [],
      lenses: try fields.decodeIfPresent([Lens].self, forKey: .lenses) ?? Lens.standard,
      agenda: try fields.decodeIfPresent([Stage].self, forKey: .agenda) ?? [],
      evaluation: try fields.decodeIfPresent(EvaluationForm.self, forKey: .evaluation)
        ?? EvaluationForm())
  }
}

/// Whether outputs may say who spoke.
public enum AttributionRule: String, Codable, CaseIterable, Sendable {
  /// The Chatham House Rule: neither the identity nor the affiliation of any participant.
  case chathamHouse = "chatham-house"
  /// Contributions may be given with the name of their speaker, where one was noted.
  case named
}

/// How groups and priorities meet over the rounds.
public enum Rotation: String, Codable, CaseIterable, Sendable {
  /// A group keeps its priority in every round.
  case fixed
  /// Groups keep together and visit the priorities in turn.
  case carousel
  /// Groups keep their priorities, and people mix anew in every round.
  case cafe
}

/// The question that a contribution answers.
public struct Lens: Codable, Equatable, Sendable {
  /// Names the lens for ever.
  public let id: LensID
  /// What people call it, in a word or two.
  public var title: String
  /// The question in full; may be empty.
  public var question: String

  /// Makes a lens.
  public init(id: LensID, title: String, question: String = "") {
    self.id = id
    self.title = title
    self.question = question
  }

  /// Reads a lens; `question` may be left out.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try fields.decode(LensID.self, forKey: .id),
      title: try fields.decode(String.self, forKey: .title),
      question: try fields.decodeIfPresent(String.self, forKey: .question) ?? "")
  }

  /// The lens of a contribution that nobody has given one.
  public static let unknown = Lens(id: "unknown", title: "unknown")

  /// The lenses of a plan that names none of its own.
  public static let standard = [
    Lens(
      id: "current", title: "current approach", question: "What is done today, and how well?"),
    Lens(id: "improve", title: "improvement", question: "How could that be done better?"),
    Lens(
      id: "immediate", title: "immediate opportunity", question: "What could start on Monday?"),
    Lens(id: "whatif", title: "what if", question: "What if things were quite different?"),
    Lens.unknown,
  ]
}

/// One timed part of the agenda.
public struct Stage: Codable, Equatable, Sendable {
  /// Names the stage for ever.
  public let id: StageID
  /// What people call it.
  public var title: String
  /// How long it is meant to take, in minutes; 0 for a stage without a clock.
  public var minutes: Int
  /// The round that begins with this stage, counted from 1, if one does.
  public var round: Int?

  /// Makes a stage.
  public init(id: StageID, title: String, minutes: Int, round: Int? = nil) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.round = round
  }
}

/// What the room is asked at the end: the participants' reaction (Kirkpatrick Level 1).
public struct EvaluationForm: Codable, Equatable, Sendable {
  /// One statement that delegates agree or disagree with, on five points or N/A.
  public struct Item: Codable, Equatable, Sendable {
    /// Names the item for ever.
    public let id: String
    /// What the item measures: engagement, relevance or satisfaction.
    public var dimension: String
    /// The statement.
    public var statement: String

    /// Makes an item.
    public init(id: String, dimension: String, statement: String) {
      self.id = id
      self.dimension = dimension
      self.statement = statement
    }
  }

  /// The statements, in order.
  public var items: [Item]
  /// The questions answered in words, in order.
  public var questions: [String]

  /// Makes a form.
  public init(items: [Item] = [], questions: [String] = []) {
    self.items = items
    self.questions = questions
  }
}
