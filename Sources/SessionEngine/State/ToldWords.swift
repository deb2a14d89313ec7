// One rule for words on a screen or in an output: as they are now, and none of what was taken back. How they
// were first captured is in the journal, and beside what stands.
extension Session {
  /// The words of a contribution as they may be told: as they stand now; `nil` once it was withdrawn or
  /// redacted, when its number alone is told.
  ///
  /// What was merged is told as long as what stands for it is, and what was split as long as each of its
  /// parts is: else the whole would tell what was taken back of it.
  public func toldWords(of id: ContributionID) -> String? {
    guard let point = contributions[id] else { return nil }
    if point.standing == .kept { return point.words.isEmpty ? nil : point.words }
    let needed = lineage.reach(from: id) { step in
      switch contributions.read(step, { $0.standing }) {
      case .merged: lineage.stayers[step].map { [$0] } ?? []
      case .split: lineage.parts(of: step)
      case .kept, .withdrawn, .redacted, nil: []
      }
    }
    let isTold = needed.allSatisfy {
      contributions.read($0) { $0.hasVoice && !$0.words.isEmpty } == true
    }
    return isTold ? point.words : nil
  }
}
