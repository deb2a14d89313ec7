/// Why no schedule can be given.
public enum RoundsRefusal: Error, Sendable, Equatable {
  /// There is no table or no round.
  case nothingToPlan
  /// More items, rounds or tables than can be handled, or fewer than none.
  case outOfRange
  /// A wish, a host or a pair names an item that is not there.
  case unknownItem(Int)
  /// A pin names a table that is not there.
  case unknownTable(Int)
  /// A round does not say the place of every table.
  case placesIncomplete(round: Int)
  /// An attribute does not have a value for every item, or one that is no category or number.
  case attributeUnusable(Int)
  /// A weight is not a number above 0.
  case weightUnusable(Double)
  /// The tables do not hold so many items, or need more.
  case sizesCannotHold(items: Int, seats: ClosedRange<Int>)
  /// Items that are to be together are more than the largest table holds.
  case tooManyTogether([Int], largest: Int)
  /// Two items are to be together and apart.
  case togetherAndApart(Int, Int)
  /// Two items that are to be together, or one item, have two tables.
  case pinnedTwice(Int, Int)
  /// Two items that are to be apart have the same table.
  case pinnedTogether(Int, Int)
  /// More items have this table than it holds.
  case tooManyPinned(table: Int, items: Int, seats: Int)
  /// More items are to be apart than there are tables.
  case tooManyApart([Int], tables: Int)
  /// Nobody can come to a place once only: there are more rounds than places.
  case moreRoundsThanPlaces(rounds: Int, places: Int)
  /// A place has seats for fewer visits than have to be made there when all come to every place
  /// once at most; hosts take seats.
  case tooFewSeatsForVisits(visits: Int, possible: Int)
  /// A place must be visited more often than there are items that may come to it, once each.
  case tooFewVisitors(place: Int, visitors: Int, needed: Int)
  /// No rounds in which nobody comes to a place twice can keep these wishes.
  case contradiction(Conflict)
  /// The wishes do not contradict each other on their face, but no seating that keeps them all was
  /// found.
  case noSeatingFound
  /// Seatings that keep the wishes were found, but no order of them in which nobody comes to a
  /// place twice.
  case noVisitsOnceFound

  /// Whether it is only that nobody may come to a place twice.
  var isOfVisits: Bool {
    switch self {
    case .moreRoundsThanPlaces, .tooFewSeatsForVisits, .tooFewVisitors, .noVisitsOnceFound: true
    default: false
    }
  }
}
