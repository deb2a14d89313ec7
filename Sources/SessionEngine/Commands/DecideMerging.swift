// Contributions that say the same, and those that say several things.
extension Session {
  func decideMerging(
    _ others: [ContributionID], into id: ContributionID
  ) throws(Refusal) -> [any Event] {
    let stayer = try standing(id)
    var seen: Set<ContributionID> = [id]
    var from: [Contribution] = []
    for other in others where seen.insert(other).inserted { from.append(try standing(other)) }
    guard !from.isEmpty else {
      throw Refusal(
        "\(stayer.number.spoken) cannot be merged with itself", remedy: "choose another one too")
    }
    let gained = from.flatMap(\.themes).withoutRepeats.filter {
      !stayer.themes.contains($0) && theme($0) != nil
    }
    return [
      ContributionsMerged(
        into: id, from: from.map(\.id), themes: gained,
        highlight: !stayer.isHighlighted && from.contains { $0.isHighlighted })
    ]
  }

  func decideSeparation(_ id: ContributionID) throws(Refusal) -> [any Event] {
    guard let contribution = contributions[id] else {
      throw Refusal("there is no such contribution", remedy: "search for it with /")
    }
    guard contribution.standing == .merged, let stayer = lineage.stayers[id] else {
      throw Refusal(
        "\(contribution.number.spoken) is not merged into another",
        remedy: "choose one of those that were merged")
    }
    return [ContributionsSeparated(into: stayer, from: [id])]
  }

  func decideSplit(
    _ id: ContributionID, into wordings: [String], at moment: Moment
  ) throws(Refusal) -> [any Event] {
    let original = try standing(id)
    let number = original.number.spoken
    let merged = lineage.merged(into: id)
    guard merged.isEmpty else {
      throw Refusal(
        "\(number) stands for \(spoken(merged)) too, so it cannot be split",
        remedy: "separate them first")
    }
    guard wordings.count > 1 else {
      throw Refusal("\(number) would not be split", remedy: "give the words of two parts or more")
    }
    guard moment.numbers.count >= wordings.count else {
      throw Refusal("there are no numbers left to give", remedy: "try again")
    }
    var events: [any Event] = []
    for (index, words) in wordings.enumerated() {
      guard !words.trimmed.isEmpty else {
        throw Refusal("a part of \(number) has no words", remedy: "give each part some")
      }
      let part: ContributionID = moment.fresh(index)
      events.append(
        ContributionCaptured(
          contribution: part, number: moment.numbers[index], group: original.group,
          priority: original.priority, round: original.round, lens: original.lens,
          themes: original.themes, saidAt: original.at, partOf: id, words: words))
      if let speaker = original.speaker {
        events.append(SpeakerSet(contribution: part, speaker: speaker))
      }
    }
    let parts = wordings.indices.map { moment.fresh($0) as ContributionID }
    return events + [ContributionSplit(contribution: id, parts: parts)]
  }

  func decideRejoining(_ id: ContributionID) throws(Refusal) -> [any Event] {
    guard let original = contributions[id], original.standing == .split else {
      throw Refusal("\(spoken(id)) is not split", remedy: "choose one that was split into parts")
    }
    let parts = parts(of: id)
    if let part = parts.first(where: { $0.standing == .merged || $0.standing == .split }) {
      throw Refusal(
        "its part \(part.number.spoken) stands no more: \(whereabouts(of: part.id) ?? "")",
        remedy: part.standing == .merged ? "separate that first" : "put that together first")
    }
    let kept = parts.filter { $0.standing == .kept }
    if let stayer = kept.first(where: { !lineage.merged(into: $0.id).isEmpty }) {
      throw Refusal(
        "its part \(stayer.number.spoken) stands for"
          + " \(spoken(lineage.merged(into: stayer.id))) too",
        remedy: "separate them first")
    }
    return [ContributionRejoined(contribution: id)]
      + kept.map { ContributionWithdrawn(contribution: $0.id) }
  }

  /// Refuses to redact what would leave its words in contributions that came of it, or leave those
  /// without a place that were merged into it.
  func checkRedactable(_ contribution: Contribution) throws(Refusal) {
    let number = contribution.number.spoken
    let parts = lineage.reach(from: contribution.id) { lineage.offshoots(of: $0) }.dropFirst()
      .filter { contributions.read($0) { $0.standing } != .redacted }
    guard parts.isEmpty else {
      throw Refusal(
        "\(number) was split into \(spoken(Array(parts))), which hold its words",
        remedy: "redact each part that must go; \(number) goes with the first")
    }
    let merged = lineage.merged(into: contribution.id)
      .filter { contributions.read($0) { $0.standing } == .merged }
    guard merged.isEmpty else {
      throw Refusal(
        "\(number) stands for \(spoken(merged)) too",
        remedy: "redact or separate them first")
    }
  }

  /// The contributions that one is a part of, by way of others too, the nearest first.
  public func originals(of id: ContributionID) -> [Contribution] {
    lineage.reach(from: id) { lineage.originals[$0].map { [$0] } ?? [] }.dropFirst()
      .compactMap { contributions[$0] }
  }
}
