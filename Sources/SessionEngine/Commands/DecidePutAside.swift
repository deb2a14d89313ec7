// What is offered and was answered with no, or is to be offered again.
extension Session {
  func decideDistinction(
    _ one: ContributionID, _ other: ContributionID, _ distinct: Bool
  ) throws(Refusal) -> [any Event] {
    let pair = PairKey(one, other)
    let isPutAside = putAside.pairs.contains(pair)
    guard distinct else {
      return isPutAside ? [ContributionsDistinguished(pair, distinct: false)] : []
    }
    let number = try standing(one).number.spoken
    _ = try standing(other)
    guard one != other else {
      throw Refusal("\(number) alone is no two points", remedy: "name another one too")
    }
    return isPutAside ? [] : [ContributionsDistinguished(pair, distinct: true)]
  }

  func decideIgnoring(
    _ contributions: [ContributionID], _ ignored: Bool
  ) throws(Refusal) -> [any Event] {
    guard !contributions.isEmpty else {
      throw Refusal("a topic of nothing is none", remedy: "name the contributions that it takes")
    }
    let members = Set(contributions)
    guard ignored else {
      // All that would keep it away, though somebody else ignored it with other members.
      return putAside.topics(like: members.sorted()).map { TopicIgnored($0, ignored: false) }
    }
    for contribution in contributions { _ = try standing(contribution) }
    return putAside.topics.contains(members) ? [] : [TopicIgnored(members, ignored: true)]
  }
}
