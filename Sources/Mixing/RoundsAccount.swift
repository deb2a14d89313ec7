import GroupMixer

/// How well people meet over the rounds, in words.
public struct RoundsAccount: Sendable {
  /// Meetings, repeated meetings, how mixed the rounds are.
  public let sentences: [String]

  /// Explains a schedule.
  public init(_ order: MixOrder, _ measures: RoundsMeasures) {
    var sentences: [String] = []
    if measures.isOptimal { sentences.append("No better schedule exists.") }
    let range =
      measures.fewestMet == measures.mostMet
      ? "\(measures.mostMet)" : "\(measures.fewestMet) to \(measures.mostMet)"
    sentences.append(
      "Everyone meets \(range) of the \(max(0, order.people.count - 1)) others; "
        + "\(min(measures.metPossible, max(0, order.people.count - 1))) is the most there can be.")
    if measures.repeats.value == 0 {
      sentences.append("Nobody meets anybody twice.")
    } else {
      let most = measures.mostTimesMet.value
      let bound =
        measures.repeatedPairs.isOptimal
        ? "no schedule has fewer" : "at least \(measures.repeatedPairs.bound) whatever the schedule"
      sentences.append(
        "Meetings again: \(measures.repeatedPairs.value) (\(bound)); "
          + "no two people meet more than \(most) times.")
    }
    if measures.visitsRepeated.value > 0 {
      sentences.append("\(measures.visitsRepeated.value) visits lead to a place where one has been.")
    }
    if !order.traits.isEmpty {
      sentences.append(
        measures.totalExcess == 0
          ? "Every round is as mixed as can be."
          : "The rounds are off the most even mix by \(measures.totalExcess) common traits, over all "
            + "of them together.")
    }
    if measures.avoided > 0 { sentences.append("Some who sat together before do so again.") }
    self.sentences = sentences
  }
}
