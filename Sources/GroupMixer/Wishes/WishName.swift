/// Which wish is meant, in the numbers of the problem it belongs to.
public enum WishName: Sendable, Hashable {
  /// The set of `wishes.together` at this index.
  case together(Int)
  /// The set of `wishes.apart` at this index.
  case apart(Int)
  /// The pin of this item.
  case pin(item: Int)
  /// The set of `wishes.covers` at this index.
  case cover(Int)
  /// The size of this group: `sizes` at this index.
  case size(group: Int)
  /// That nobody comes to a place twice in so many rounds; those who host or are pinned stay.
  case once(rounds: Int)
}

/// Why nothing is mixed.
public enum MixRefusal: Error, Sendable, Equatable {
  /// The problem means nothing: a mistake of the caller rather than of the person who wishes.
  case malformed(Flaw)
  /// No answer can keep all wishes.
  case contradiction(Conflict)
  /// There are so many wishes, so tightly knit, that neither an answer nor a contradiction was found.
  case undecided
}

/// Wishes that cannot be kept together, though any of them could be left out to make the others
/// possible, unless there were too many to look at.
public struct Conflict: Sendable, Equatable {
  /// In the order together, apart, pins, covers, sizes, visits, and by number within.
  public let wishes: [WishName]
  /// Whether it is shown that no smaller set of the problem's wishes contradicts itself, or of its sizes
  /// where these do by themselves. `false` where there were too many sets to look at, or too little
  /// time: they contradict one another all the same, and there may be fewer.
  public let isSmallest: Bool
}

/// What is wrong with a problem.
public enum Flaw: Sendable, Equatable {
  /// There are items and no groups, or fewer than no items.
  case noGroups
  /// The size of this group is below 0.
  case size(group: Int)
  /// The attribute at this index has another number of values than there are items, a category not
  /// from 0 to 9,999, a number beyond ±1e100, or a weight not above 0 or beyond 1e100.
  case attribute(Int)
  /// The matrix is for another number of items, or has a distance beyond ±1e100.
  case distances
  /// The wish names an item or a group that there is not.
  case wish(WishName)
  /// The pair at this index names an item that there is not, one item twice, or has a weight
  /// below 0 or beyond 1e100.
  case avoid(Int)
  /// An assignment has another number of items, or names a group that there is not.
  case assignment
}
