/// A topic that contributions are coded to.
public struct Theme: Codable, Equatable, Sendable {
  /// Names the theme for ever.
  public let id: ThemeID
  /// What people call it.
  public var title: String
  /// What belongs to it and what does not; may be empty.
  public var definition: String
  /// What it comes down to, point by point.
  public var keyPoints: [String]

  /// Makes a theme.
  public init(id: ThemeID, title: String, definition: String = "", keyPoints: [String] = []) {
    self.id = id
    self.title = title
    self.definition = definition
    self.keyPoints = keyPoints
  }

  /// Reads a theme; `definition` and `keyPoints` may be left out.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try fields.decode(ThemeID.self, forKey: .id),
      title: try fields.decode(String.self, forKey: .title),
      definition: try fields.decodeIfPresent(String.self, forKey: .definition) ?? "",
      keyPoints: try fields.decodeIfPresent([String].self, forKey: .keyPoints) ?? [])
  }
}
