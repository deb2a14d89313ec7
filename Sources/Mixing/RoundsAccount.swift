import GroupMixer
import SessionEngine

/// How well people meet over the rounds and how mixed each round is, in words.
public struct RoundsAccount: Sendable {
  /// Who meets whom, who comes back where, what the groups have in each round, in this order; the first
  /// is the verdict where there is one.
  public let sentences: [String]

  /// Explains a schedule.
  public init(_ order: MixOrder, _ schedule: RoundsSchedule) {
    let measures = schedule.measures
    var sentences: [String] = []
    if measures.isOptimal { sentences.append("No better schedule exists.") }
    sentences.append(Self.met(order, measures))
    sentences += order.heldSentences(keepingSeats: false)
    sentences.append(Self.again(order, measures))
    if let again = order.metAgain(schedule.tables) { sentences.append(again) }
    sentences += Self.returns(order, measures)
    sentences += RoundsSpread(order, schedule).sentences
    let wishes = order.wishCount
    if wishes > 0 {
      sentences.append(
        wishes == 1
          ? "The wish is kept in every round." : "All \(wishes) wishes are kept in every round.")
    }
    if let again = order.again(schedule.tables) { sentences.append(again) }
    self.sentences = sentences
  }

  private static func met(_ order: MixOrder, _ measures: RoundsMeasures) -> String {
    let others = max(0, order.people.count - 1)
    let range =
      measures.fewestMet == measures.mostMet
      ? "\(measures.mostMet)" : "\(measures.fewestMet) to \(measures.mostMet)"
    return (order.held.count > 0 ? "In the rounds to come everyone" : "Everyone")
      + " meets \(range) of the \(others) others; "
      + "\(min(measures.metPossible, others)) is the most there can be."
  }

  /// Meetings of those who have met, and how many pairs that is.
  private static func again(_ order: MixOrder, _ measures: RoundsMeasures) -> String {
    let repeats = measures.repeats
    if repeats.value == 0 {
      return "Nobody meets anybody twice" + (order.held.count > 0 ? " in these rounds." : ".")
    }
    let meetings = measures.met.reduce(0, +) / 2 + repeats.value
    let bound =
      repeats.isOptimal
      ? " (no schedule has fewer)"
      : repeats.bound > 0 ? " (at least \(repeats.bound) whatever the schedule)" : ""
    let pairs = measures.pairsMeetingAgain
    let most = measures.mostTimesMet.value
    return "\(repeats.value) of \(meetings) meetings are of two who met before\(bound): "
      + (pairs == 1
        ? "1 pair meets \(most) times."
        : "\(pairs) pairs meet again, none more than \(most == 2 ? "twice" : "\(most) times").")
  }

  private static func returns(_ order: MixOrder, _ measures: RoundsMeasures) -> [String] {
    let returns = measures.visitsRepeated
    if returns.value == 0 { return ["Nobody comes to a \(order.place) twice."] }
    let lead =
      returns.value == 1
      ? "1 visit leads back to a \(order.place) where one has been"
      : "\(returns.value) visits lead back to a \(order.place) where one has been"
    return [
      returns.isOptimal
        ? lead + "; fewer cannot be had with these groups and rounds."
        : returns.bound > 0 ? lead + "; at least \(returns.bound) in any schedule." : lead + "."
    ]
  }
}

extension MixOrder {
  /// How many wishes there are that every round keeps.
  var wishCount: Int {
    wishes.together.count + wishes.apart.count + wishes.pins.count
  }

  /// How many of those who sat together before do so again, in any of these rounds; `nil` where nobody
  /// has.
  func again(_ rounds: [[Int]]) -> String? {
    guard !avoid.isEmpty else { return nil }
    let again = avoid.count { pair in rounds.contains { $0[pair.first] == $0[pair.second] } }
    let pairs = avoid.count == 1 ? "the 1 pair" : "the \(avoid.count) pairs"
    return "Of \(pairs) who sat together before, "
      + (again == 0 ? "none does so again." : "\(again) \(again == 1 ? "does" : "do") so again.")
  }
}
