import GroupMixer
import SessionEngine

// Why nothing can be mixed, in the names of the people concerned.
extension MixOrder {
  /// A contradiction or a flaw, with what to do about it.
  public func refusal(_ refusal: MixRefusal) -> Refusal {
    switch refusal {
    case .contradiction(let conflict):
      let wishes = Self.unique(conflict.wishes.map(words))
      if wishes.count == 1 {
        if case .apart(let index)? = conflict.wishes.first,
          case let set = Set(self.wishes.apart[index]),
          set.count > groups.count
        {
          return Refusal(
            "\(names(set.sorted())) are \(set.count) to be apart, and there "
              + (groups.count == 1 ? "is only 1 group" : "are only \(groups.count) groups"),
            remedy: "leave some of them out, or have more groups")
        }
        return Refusal("this cannot be kept: \(wishes[0])", remedy: fittingSizes ?? "change it")
      }
      return contradiction(wishes, conflict)
    case .undecided:
      return Refusal(
        "no groups were found that keep every wish, nor that there are none",
        remedy: "leave some of the wishes out")
    case .malformed(let flaw):
      return Refusal(words(flaw), remedy: "check the roster and the wishes")
    }
  }

  /// Wishes that contradict one another, in words.
  private func contradiction(_ wishes: [String], _ conflict: Conflict) -> Refusal {
    let isOfVisits = conflict.wishes.contains { if case .once = $0 { true } else { false } }
    let lead =
      conflict.isSmallest
      ? "these cannot all be kept: "
      : "these \(wishes.count) cannot all be kept, and it may be that fewer of them cannot: "
    let told = conflict.isSmallest ? wishes.count : Self.mostTold
    let more = wishes.count > told ? "; and \(wishes.count - told) more" : ""
    return Refusal(
      lead + wishes.prefix(told).joined(separator: "; ") + more,
      remedy: isOfVisits
        ? "leave one of them out; without ‘once’ as few come back as can be"
        : "leave one of them out")
  }

  /// How many wishes are told where it is not shown that all of them are needed.
  private static let mostTold = 24

  /// A refusal of several rounds.
  public func refusal(_ refusal: RoundsRefusal) -> Refusal {
    switch refusal {
    case .contradiction(let conflict):
      contradiction(Self.unique(conflict.wishes.map(words)), conflict)
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
      return "\(people[item].name) \(hosts[item] == nil ? "in" : "hosts") \(group)"
    case .cover(let index):
      let cover = covers[index]
      let most = min(cover.people.count, groups.count)
      return "\(cover.title) in \(most == groups.count ? "every group" : "\(most) groups") "
        + "(\(names(cover.people)))"
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
    MixAccount.listed(items.map { people[$0].name })
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
