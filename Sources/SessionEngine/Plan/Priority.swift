/// One of the operational challenges.
public struct Priority: Codable, Equatable, Sendable {
  /// Names the priority for ever.
  public let id: PriorityID
  /// What people call it.
  public var title: String
  /// What the groups are asked about it; may be empty.
  public var question: String
  /// The skills that are wanted in every group that comes to it.
  public var skills: [String]

  /// Makes a priority.
  public init(id: PriorityID, title: String, question: String = "", skills: [String] = []) {
    self.id = id
    self.title = title
    self.question = question
    self.skills = skills
  }

  /// Reads a priority; `question` and `skills` may be left out.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try fields.decode(PriorityID.self, forKey: .id),
      title: try fields.decode(String.self, forKey: .title),
      question: try fields.decodeIfPresent(String.self, forKey: .question) ?? "",
      skills: try fields.decodeIfPresent([String].self, forKey: .skills) ?? [])
  }

  private enum CodingKeys: String, CodingKey { case id, title, question, skills }

  /// Writes a priority; skills only where some are wanted.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(title, forKey: .title)
    try fields.encode(question, forKey: .question)
    if !skills.isEmpty { try fields.encode(skills, forKey: .skills) }
  }
}

extension Plan {
  /// What is wished of the groups from the beginning: the skills that priorities want, as ``MixWishes/cover`` has
  /// them.
  public var coverWished: [String] {
    priorities.filter { !$0.skills.isEmpty }.map {
      "Skills=" + $0.skills.joined(separator: ";") + "@" + $0.id.text
    }
  }

  /// One of ``MixWishes/cover`` without the priority to which it is kept, and that priority.
  public func coverParts(_ text: String) -> (wish: String, priority: Priority?) {
    guard let sign = text.lastIndex(of: "@"),
      case let id = text[text.index(after: sign)...],
      let priority = priorities.first(where: { $0.id.text == id })
    else { return (text, nil) }
    return (String(text[..<sign]), priority)
  }
}
