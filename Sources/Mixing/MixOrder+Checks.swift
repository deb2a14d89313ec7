import GroupMixer
import SessionEngine

// What is refused before anything is looked for, and what is said of groups that come back.
extension MixOrder {
  /// Makes sure that there are no more groups than people, unless groups may be empty.
  ///
  /// - Throws: `Refusal` naming the numbers.
  public func checkGroupsFill() throws(Refusal) {
    let empty = groups.count - people.count
    guard empty > 0, !isSizeWished else { return }
    throw Refusal(
      "\(groups.count) groups are more than "
        + (people.count == 1 ? "1 person" : "\(people.count) people")
        + ": \(empty) would stay empty",
      remedy: "have \(people.count) at most")
  }

  /// What is in the roster and not spread though nobody said so: skills, of which people have several.
  func leftOut(
    _ covers: [CoverWish], _ wishes: MixWishes, _ headings: [String]
  ) -> [String] {
    guard wishes.balance.isEmpty, headings.contains(Columns.skills),
      !covers.contains(where: { $0.heading == Columns.skills })
    else { return [] }
    let several = people.contains { $0.profile.skills.count > 1 } ? "several a person, so " : ""
    return ["Skills: \(several)not spread."]
  }

  /// Makes sure that no group of a carousel comes to a place twice.
  ///
  /// - Parameter places: what each group works on in each round.
  /// - Throws: `Refusal` as café does where there are more rounds than places, else naming the group.
  public func checkCarousel(_ places: [[Int]]) throws(Refusal) {
    guard let (group, place) = firstReturn(places) else { return }
    let there = placeNames.count
    guard places.count <= there else {
      throw refusal(.moreRoundsThanPlaces(rounds: places.count, places: there))
    }
    throw Refusal(
      "\(groups[group].name) is planned to come to ‘\(name(ofPlace: place))’ twice",
      remedy: "change what it works on, or leave ‘once’ out")
  }

  private func firstReturn(_ places: [[Int]]) -> (group: Int, place: Int)? {
    for group in groups.indices {
      var seen: Set<Int> = []
      for round in places where !seen.insert(round[group]).inserted {
        return (group, round[group])
      }
    }
    return nil
  }

  /// That groups that stay together come back to places; `nil` where none does.
  ///
  /// - Parameter places: what each group works on in each round.
  public func comingBack(_ places: [[Int]]) -> String? {
    let returns = groups.indices.map { group in
      places.count - Set(places.map { $0[group] }).count
    }
    guard let most = returns.max(), most > 0 else { return nil }
    let noun = place == "group" ? "place" : place
    let there = placeNames.count
    let few =
      places.count > there
      ? "There are \(places.count) rounds and "
        + (there == 1 ? "1 \(noun)" : there == 0 ? "no \(noun)" : "\(there) \(noun.plural)") + ": "
      : ""
    let all = returns.allSatisfy { $0 == most }
    let who =
      all
      ? groups.count == 1 ? "the group comes" : "every group comes"
      : "\(returns.count { $0 > 0 }) of \(groups.count) groups come"
    let sentence = few + who + " back to where it has been"
    return (few.isEmpty ? sentence.prefix(1).uppercased() + sentence.dropFirst() : sentence)
      + (all ? ", \(most == 1 ? "once" : most == 2 ? "twice" : "\(most) times")." : ".")
  }
}

extension String {
  /// More than one of it: priorities, places.
  fileprivate var plural: String { hasSuffix("y") ? dropLast() + "ies" : self + "s" }
}
