import SessionEngine
import Terminal

/// The groups as cards in columns: who sits where, seen at one glance from the back of the room.
struct SeatingBoard {
  /// One group, or those without a seat.
  struct Card {
    var table: Group?
    var members: [Delegate]
    /// Rows taken: title, what the group works on, the members, a blank.
    var height: Int { members.count + (table == nil ? 1 : 2) + 1 }
  }

  private(set) var cards: [Card]
  private(set) var columnWidth = 1
  /// The cards of each column, by their first rows.
  private(set) var columns: [[(card: Int, y: Int)]] = []

  /// Puts the cards into as few columns as hold them all, or else into as many as have room.
  init(_ session: Session, width: Int, height: Int) {
    cards = session.tables.map { Card(table: $0, members: session.members(of: $0.id)) }
    let unseated = session.delegates.values.filter { session.seats[$0.id] == nil }
    if !unseated.isEmpty { cards.append(Card(table: nil, members: unseated)) }
    let most = max(1, min(cards.count, width / 25))
    var count = 1
    while count < most, packed(height).count > count { count += 1 }
    // A single narrow column on a wide screen wastes the wall.
    if count == 1, width >= 100, cards.count > 1 { count = 2 }
    columnWidth = width / count
    place(count, height)
  }

  /// Fills one column after the other; a card is never split.
  private func packed(_ height: Int) -> [[(card: Int, y: Int)]] {
    var result: [[(card: Int, y: Int)]] = [[]]
    var y = 0
    for (index, card) in cards.enumerated() {
      if y > 0, y + card.height - 1 > height {
        result.append([])
        y = 0
      }
      result[result.count - 1].append((index, y))
      y += card.height
    }
    return result
  }

  private mutating func place(_ count: Int, _ height: Int) {
    // As even as the order allows: the least height at which the columns are enough.
    var low = min(height, cards.map(\.height).max() ?? 1)
    while low < height, packed(low).count > count { low += 1 }
    columns = packed(low)
  }
}
