/// A person in the room, or expected there.
public struct Delegate: Codable, Equatable, Sendable {
  /// Names the delegate for ever.
  public let id: DelegateID
  /// Who it is.
  public var profile: Profile
  /// Whether the delegate has arrived.
  public var isPresent: Bool
  /// Whether the delegate came without being on the roster.
  public var isWalkIn: Bool
  /// Whether it was said that the delegate is not there: did not come, or left. Whoever is neither
  /// present nor absent was not spoken of.
  public var isAbsent: Bool {
    get { absent ?? false }
    set { absent = newValue ? true : nil }
  }
  // Left out where it is not so, as journals from before have it.
  private var absent: Bool?

  /// Who a delegate is, as a roster gives it.
  public struct Profile: Codable, Equatable, Sendable {
    /// The name on the badge; never empty.
    public var name: String
    /// Where the delegate works; may be empty.
    public var organisation: String
    /// The world the delegate comes from, such as police or academia; may be empty.
    public var sector: String
    /// What the delegate does there; may be empty.
    public var role: String
    /// What the delegate can offer.
    public var skills: [String]
    /// What the roster says besides, by heading; `nil` where it says no more.
    public var further: [String: String]?

    /// Makes a profile.
    public init(
      name: String, organisation: String = "", sector: String = "", role: String = "",
      skills: [String] = [], further: [String: String]? = nil
    ) {
      self.name = name
      self.organisation = organisation
      self.sector = sector
      self.role = role
      self.skills = skills
      self.further = further?.isEmpty == true ? nil : further
    }
  }

  /// Makes a delegate.
  public init(id: DelegateID, profile: Profile, isPresent: Bool = false, isWalkIn: Bool = false) {
    self.id = id
    self.profile = profile
    self.isPresent = isPresent
    self.isWalkIn = isWalkIn
  }

  /// The name on the badge.
  public var name: String { profile.name }
}
