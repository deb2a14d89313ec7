/// The fewest pairs that share a value, by counting: each value's items split as evenly as they can be.
enum CountingBound {
  /// The fewest pairs within groups when `count` items are split over groups that take at most `room`
  /// of them each. Items beyond all room count as if the fullest took them.
  static func pairs(_ count: Int, room: [Int]) -> Int {
    var left = count
    var pairs = 0
    var level = 0
    while left > 0 {
      // The item that comes to a group where `level` of its value are makes `level` pairs.
      let open = room.reduce(0) { $0 + ($1 > level ? 1 : 0) }
      guard open > 0 else { return pairs + left * level }
      let taken = min(left, open)
      pairs += taken * level
      left -= taken
      level += 1
    }
    return pairs
  }

  /// The same when each group has some of the items already, for good: `floors[group]` of them.
  static func pairs(_ count: Int, room: [Int], floors: [Int]) -> Int {
    var pairs = floors.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    var left = count - floors.reduce(0, +)
    var level = 0
    while left > 0 {
      let open = zip(room, floors).reduce(0) { $0 + ($1.0 > level && $1.1 <= level ? 1 : 0) }
      if open == 0 && !zip(room, floors).contains(where: { $0.0 > level }) {
        return pairs + left * level
      }
      let taken = min(left, open)
      pairs += taken * level
      left -= taken
      level += 1
    }
    return pairs
  }

  /// How many of `count` items each group has in the most even split: the least and the most.
  static func even(_ count: Int, room: [Int]) -> [ClosedRange<Int>] {
    var left = count
    var level = 0
    while true {
      let open = room.reduce(0) { $0 + ($1 > level ? 1 : 0) }
      if open == 0 || left < open {
        return room.map { min($0, level)...min($0, left > 0 ? level + 1 : level) }
      }
      left -= open
      level += 1
    }
  }
}
