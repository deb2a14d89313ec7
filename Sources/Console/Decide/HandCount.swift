import SessionEngine

/// A show of hands while it is typed: a number for each item.
struct HandCount: Sendable, Equatable {
  /// The item that is counted, from 0.
  var item = 0
  /// What was typed of its number.
  var digits = ""

  /// Takes a digit; whether the number can still be one.
  mutating func type(_ digit: Int) -> Bool {
    guard digits.utf8.count < 4 else { return false }
    digits += String(digit)
    return true
  }
}

// Counting a show of hands, item by item.
extension ConsoleState {
  mutating func typeHands(_ digit: Int, _ scoring: Scoring) -> [Effect] {
    if let reason = unavailable(.countHands) {
      notice = .warning(reason)
    } else if !decide.hands.type(digit) {
      notice = .warning("9999 hands are the most")
    }
    return []
  }

  /// Keeps the hands that were typed for an item.
  mutating func keepHands(_ scoring: Scoring) -> [Effect] {
    guard scoring.items.indices.contains(decide.hands.item),
      let count = Int(decide.hands.digits)
    else {
      notice = .warning("type how many hands were raised first")
      return []
    }
    let hands = Scoring.Hands(item: scoring.items[decide.hands.item].id, hands: count)
    return [.perform(.countHands(scoring.id, [hands]), .converge(.hands(scoring.id)))]
  }

  /// Passes an item that the room was not asked about; a count that stood for it goes.
  mutating func leaveUnasked(_ scoring: Scoring) -> [Effect] {
    if let reason = unavailable(.countHands) {
      notice = .warning(reason)
      return []
    }
    guard scoring.items.indices.contains(decide.hands.item) else { return [] }
    let item = scoring.items[decide.hands.item].id
    guard scoring.hands[item] != nil else {
      handsWereKept(scoring.id)
      return []
    }
    let none = Scoring.Hands(item: item, hands: nil)
    return [.perform(.countHands(scoring.id, [none]), .converge(.hands(scoring.id)))]
  }
}
