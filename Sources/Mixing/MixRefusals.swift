import GroupMixer
import SessionEngine

// Why nothing can be mixed, in the names of the people concerned.
extension MixOrder {
  /// A contradiction or a flaw, with what to do about it.
  public func refusal(_ refusal: MixRefusal) -> Refusal {
    switch refusal {
    case .contradiction(let conflict):
      if let apart = tooManyApart(conflict) {
        return Refusal(
          "\(names(apart)) are \(apart.count) to be apart, and there "
            + (groups.count == 1 ? "is only 1 group" : "are only \(groups.count) groups"),
          remedy: "leave some of them out, or have more groups")
      }
      let wishes = told(conflict)
      if wishes.count == 1 {
        return Refusal("this cannot be kept: \(wishes[0])", remedy: fittingSizes ?? "change it")
      }
      return contradiction(wishes, conflict, orSizes: roomierSizes(conflict))
    case .undecided:
      return Refusal(
        "no groups were found that keep every wish, nor that there are none",
        remedy: "leave some of the wishes out")
    case .malformed(let flaw):
      return Refusal(words(flaw), remedy: "check the roster and the wishes")
    }
  }

  /// More people than groups, every two of whom are to be apart; `nil` where that is not what cannot be kept.
  private func tooManyApart(_ conflict: Conflict) -> [Int]? {
    var sets: [Set<Int>] = []
    for wish in conflict.wishes {
      guard case .apart(let index) = wish else { return nil }
      sets.append(Set(wishes.apart[index]))
    }
    let all = Set(sets.joined()).sorted()
    let isEveryPair = all.indices.allSatisfy { one in
      all[(one + 1)...].allSatisfy { other in
        sets.contains { $0.contains(all[one]) && $0.contains(other) }
      }
    }
    return all.count > groups.count && isEveryPair ? all : nil
  }

  /// The wishes in words; one size of all groups once.
  private func told(_ conflict: Conflict) -> [String] {
    var sizes: Set<String> = []
    return conflict.wishes.compactMap { wish in
      guard case .size = wish else { return words(wish) }
      return sizes.insert(words(wish)).inserted ? words(wish) : nil
    }
  }

  /// Sizes a little further apart with which the wishes can be kept; `nil` where sizes are not what is in their
  /// way, or only far others would do.
  private func roomierSizes(_ conflict: Conflict) -> ClosedRange<Int>? {
    guard conflict.wishes.contains(where: { if case .size = $0 { true } else { false } }),
      let size = sizes.first, sizes.allSatisfy({ $0 == size })
    else { return nil }
    for more in 1...3 {
      let range = max(1, size.lowerBound - more)...(size.upperBound + more)
      var roomier = problem
      roomier.sizes = sizes.map { _ in range }
      roomier.measure = .attributes([])
      roomier.avoid = []
      if (try? MixSearch(roomier, seed: 1)) != nil { return range }
    }
    return nil
  }

  /// Wishes that contradict one another, in words.
  ///
  /// - Parameter roomier: sizes with which they do not.
  private func contradiction(
    _ wishes: [String], _ conflict: Conflict, orSizes roomier: ClosedRange<Int>? = nil
  ) -> Refusal {
    let isOfVisits = conflict.wishes.contains { if case .once = $0 { true } else { false } }
    let lead =
      conflict.isSmallest
      ? "these cannot all be kept: "
      : "these \(wishes.count) cannot all be kept, and it may be that fewer of them cannot: "
    let told = conflict.isSmallest ? wishes.count : Self.mostTold
    let more = wishes.count > told ? "; and \(wishes.count - told) more" : ""
    let sizes = roomier.map {
      ", or let groups have \($0.lowerBound) to \($0.upperBound) people (\($0.lowerBound)-\($0.upperBound))"
    }
    return Refusal(
      lead + wishes.prefix(told).joined(separator: "; ") + more,
      remedy: isOfVisits
        ? "leave one of them out; without ‘once’ as few come back as can be"
        : "leave one of them out" + (sizes ?? ""))
  }

  /// How many wishes are told where it is not shown that all of them are needed.
  private static let mostTold = 24

  /// A refusal of several rounds.
  public func refusal(_ refusal: RoundsRefusal) -> Refusal {
    switch refusal {
    case .contradiction(let conflict):
      contradiction(told(conflict), conflict)
    case .moreRoundsThanPlaces(let rounds, let places):
      Refusal(
        "nobody can come to a \(place) once only: there are \(rounds) rounds and \(places) to come to",
        remedy:
          "plan \(places) rounds at most, or leave ‘once’ out: then as few come back as can be")
    case .tooFewSeatsForVisits(let visits, let possible):
      Refusal(
        "\(visits) visits have to be made, and only \(possible) are possible without coming back",
        remedy: Self.comingBack)
    case .tooFewVisitors(let place, let visitors, let needed):
      Refusal(
        "\(name(ofPlace: place)) has seats that "
          + "must be taken \(needed) times, and only \(visitors) people may come, once each",
        remedy: Self.comingBack)
    case .noVisitsOnceFound:
      Refusal(
        "no order of rounds was found in which nobody comes to a \(place) twice",
        remedy: Self.comingBack)
    case .noSeatingFound:
      Refusal("no seating was found that keeps every wish", remedy: "leave one of them out")
    case .sizesCannotHold(let items, let seats):
      Refusal(
        "\(items) people do not go into groups with \(seats.lowerBound) to \(seats.upperBound) seats",
        remedy: "change the sizes or the number of groups")
    case .tooManyTogether(let items, let largest):
      Refusal(
        "\(names(items)) are to be together, and the largest group holds \(largest)",
        remedy: "let groups be larger")
    case .togetherAndApart(let a, let b):
      Refusal(
        "\(names([a, b])) are to be together and apart", remedy: "leave one of the wishes out")
    case .pinnedTwice(let a, let b):
      Refusal(
        a == b
          ? "\(names([a])) is to sit in two groups"
          : "\(names([a, b])) are to be together, and each has another group",
        remedy: "leave one of the wishes out")
    case .pinnedTogether(let a, let b):
      Refusal(
        "\(names([a, b])) are to be apart, and both have the same group",
        remedy: "leave one of the wishes out")
    case .tooManyPinned(let table, let items, let seats):
      Refusal(
        "\(items) people have \(groups[table].name), which holds \(seats)",
        remedy: "let groups be larger, or pin fewer")
    case .tooManyApart(let items, let tables):
      Refusal(
        "\(names(items)) are to be apart, and there are only \(tables) groups",
        remedy: "leave one of the wishes out")
    case .nothingToPlan, .outOfRange, .unknownItem, .unknownTable, .placesIncomplete,
      .attributeUnusable, .weightUnusable:
      Refusal(
        "these rounds cannot be planned", remedy: "check how many rounds and groups there are")
    }
  }

  /// The sizes that would hold everybody, where those that are wished do not.
  private var fittingSizes: String? {
    let held = sizes.reduce(0) { $0 + $1.lowerBound }...sizes.reduce(0) { $0 + $1.upperBound }
    guard !held.contains(people.count) else { return nil }
    let (least, rest) = people.count.quotientAndRemainder(dividingBy: groups.count)
    let even = rest == 0 ? "\(least)" : "\(least)-\(least + 1)"
    return "let groups have \(even), or change how many groups there are"
  }

  private static let comingBack =
    "plan fewer rounds, or leave ‘once’ out: then as few come back as can be"

  /// A wish in words.
  func words(_ wish: WishName) -> String {
    switch wish {
    case .together(let index): return "\(names(wishes.together[index])) together"
    case .apart(let index): return "\(names(wishes.apart[index])) apart"
    case .pin(let item):
      let group = wishes.pins[item].map { groups[$0].name } ?? "a group"
      return "\(name(of: item)) \(hosts[item] == nil ? "in" : "hosts") \(group)"
    case .cover(let index):
      let cover = covers[index]
      let wanting = self.groups(wanting: index)
      let most = min(cover.people.count, wanting.count)
      let place =
        most < wanting.count
        ? most == 1 ? "1 group" : "\(most) groups"
        : most == groups.count
          ? "every group" : MixAccount.listed(wanting.sorted().map { groups[$0].name })
      return "\(cover.words) in \(place) (\(names(cover.people)))"
    case .size(let group):
      let size = sizes[group]
      let range =
        size.count == 1 ? "\(size.lowerBound)" : "\(size.lowerBound) to \(size.upperBound)"
      let isOneForAll = sizes.allSatisfy { $0 == size }
      return isOneForAll
        ? "\(groups.count) groups of \(range) for \(people.count) people"
        : "\(groups[group].name) of \(range)"
    case .once(let rounds):
      return "nobody comes to a \(place) twice in \(rounds) rounds"
    }
  }

  private func words(_ flaw: Flaw) -> String {
    switch flaw {
    case .attribute(let index) where traits.indices.contains(index):
      "the column ‘\(traits[index].title)’ cannot be balanced"
    case .wish(let wish): "this wish makes no sense: \(words(wish))"
    default: "these groups cannot be mixed"
    }
  }

  private func names(_ items: [Int]) -> String {
    MixAccount.listed(items.map(name(of:)))
  }
}
