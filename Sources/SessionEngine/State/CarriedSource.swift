/// A contribution of an earlier workshop, in the words that it had at its end, that an opportunity which was
/// carried over goes back to.
public struct CarriedSource: Codable, Equatable, Sendable {
  /// The name that it has for ever, in the session where it was captured.
  public let contribution: ContributionID
  /// That session.
  public let session: SessionID
  /// What that workshop was called.
  public let workshop: String
  /// Its number there.
  public let number: ContributionNumber
  /// What the group was called that made the point.
  public let group: String
  /// What the priority was called that it is about.
  public let priority: String
  /// The words as they were when carried over; empty once redacted here.
  public internal(set) var words: String

  /// Whether its words were redacted here.
  public var isRedacted: Bool { words.isEmpty }

  /// Makes a source.
  public init(
    contribution: ContributionID, session: SessionID, workshop: String, number: ContributionNumber,
    group: String, priority: String, words: String
  ) {
    self.contribution = contribution
    self.session = session
    self.workshop = workshop
    self.number = number
    self.group = group
    self.priority = priority
    self.words = words
  }
}

extension Session {
  /// What a carried opportunity goes back to in the workshops before, the first workshop first, in the
  /// order of capture; empty for one that was raised here.
  public func carriedSources(of opportunity: Opportunity) -> [CarriedSource] {
    (opportunity.origin?.sources ?? []).compactMap { carriedSources[$0] }
  }

  /// What an opportunity that was carried over goes by while its card has no title: the first
  /// contribution that it was raised from, of those whose words may be told here; `nil` where none may.
  func carriedName(of opportunity: Opportunity) -> CarriedSource? {
    guard let origin = opportunity.origin else { return nil }
    let told = carriedSources(of: opportunity).filter { !$0.isRedacted }
    let links = [origin] + (origin.before ?? [])
    for link in links.reversed() {
      for number in link.contributions {
        if let source = told.first(where: { $0.session == link.session && $0.number == number }) {
          return source
        }
      }
    }
    return told.first
  }

  /// The copies of an opportunity's sources that the next workshop is handed: what was carried here
  /// already, then what was said here. What was taken back or redacted is not handed on.
  ///
  /// A part of a contribution is no source, but comes along where a card without a title goes by it.
  func sourcesToCarry(of opportunity: Opportunity) -> [CarriedSource] {
    let carried = carriedSources(of: opportunity).filter { !$0.isRedacted }
    var points = sources(of: opportunity)
    if opportunity.card.title.isEmpty, carried.isEmpty,
      let name = opportunity.contributions.first(where: { toldWords(of: $0) != nil }),
      !points.contains(where: { $0.id == name }), let part = contributions[name]
    {
      points.append(part)
    }
    return carried
      + points.compactMap { point in
        guard let words = toldWords(of: point.id) else { return nil }
        return CarriedSource(
          contribution: point.id, session: id, workshop: plan.title, number: point.number,
          group: group(point.group)?.name ?? "", priority: priority(point.priority)?.title ?? "",
          words: words)
      }
  }
}
