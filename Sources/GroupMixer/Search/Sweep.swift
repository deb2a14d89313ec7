/// Annealing row by row, where no rule forbids any swap.
///
/// A unit is held against all others in turn. What it gains in each group is then at hand, what the others
/// lose and gain lies in memory in the order of the turn, and how much an exchange may cost is drawn
/// before; so that a pair takes five look-ups side by side and no random number, a quarter of the time
/// that a pair at random takes.
///
/// Groups change their sizes only where that leaves as many pairs within groups as there were, or makes
/// more of them where more is better: warm runs would otherwise leave the best sizes and not find back.
extension Board {
  /// What a sweep keeps beside the board: opened for one stretch of work.
  private struct Scratch {
    /// What each unit gains where it is.
    let own: UnsafeMutablePointer<Int32>
    /// Limits by which only what gains something is taken.
    let never: UnsafePointer<Int32>
    /// What the unit in hand would gain more in each group than where it is.
    let here: UnsafeMutablePointer<Int32>
  }

  /// Takes units at random and proposes to each all others.
  ///
  /// - Parameters:
  ///   - rows: how many units are taken.
  ///   - limits: how much exchanges may cost, in random order: ``Logs/count`` of them, and as many from
  ///     the beginning again as there are units.
  ///   - target: the gain at which to stop at once.
  mutating func sweep(
    rows: Int, limits: UnsafeBufferPointer<Int32>, random: inout Random, target: Int
  ) {
    guard let limits = limits.baseAddress else { return }
    withScratch { board, scratch in
      for _ in 0..<rows {
        let draw = random.next()
        let unit = Int(
          truncatingIfNeeded: ((draw >> 32) &* UInt64(truncatingIfNeeded: board.units)) >> 32)
        let start = Int(truncatingIfNeeded: draw) & (Logs.count - 1)
        _ = board.row(unit, scratch, limits: limits + start)
        if board.gain >= target { return }
      }
    }
  }

  /// Takes improvements row by row until no swap is one.
  ///
  /// - Returns: how many exchanges were looked at.
  mutating func descendByRows() -> Int {
    var looked = 0
    withScratch { board, scratch in
      var quiet = 0
      while quiet < board.units {
        for unit in 0..<board.units where quiet < board.units {
          quiet = board.row(unit, scratch, limits: scratch.never) ? 0 : quiet + 1
          looked += board.units
        }
      }
    }
    return looked
  }

  private mutating func withScratch(_ body: (inout Board, Scratch) -> Void) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * units + groups) { room in
      guard let start = room.baseAddress else { return }
      room.initialize(repeating: -1)
      let scratch = Scratch(
        own: start, never: UnsafePointer(start + units), here: start + 2 * units)
      for unit in 0..<units { scratch.own[unit] = gamma[Int(group[unit]) &* units &+ unit] }
      body(&self, scratch)
    }
  }

  /// Proposes to a unit every other one to change places with, and every group to go to.
  ///
  /// - Returns: whether anything was taken.
  @inline(__always)
  private mutating func row(
    _ unit: Int, _ scratch: Scratch, limits: UnsafePointer<Int32>
  ) -> Bool {
    guard let gains = gains.baseAddress, let gamma = gamma.baseAddress,
      let group = group.baseAddress
    else { return false }
    var isTaken = false
    var second = 0
    while true {
      let base = scratch.own[unit]
      for other in 0..<groups { scratch.here[other] = gamma[other &* units &+ unit] &- base }
      second = Self.nextTaken(
        from: second, units, group: group, here: scratch.here,
        inGroup: gamma + Int(group[unit]) &* units, own: scratch.own,
        ofUnit: gains + unit &* units, limits: limits)
      if second == units { break }
      if group[second] != group[unit] {
        exchange(unit, second, scratch.own)
        isTaken = true
      }
      second &+= 1
    }
    if hasFreeSizes, resize(unit, scratch, limit: limits[unit]) { isTaken = true }
    return isTaken
  }

  /// The next unit from here on with which an exchange, if it is one, may be taken; `units` if there is none.
  ///
  /// By itself, so that all it reads has a register; four at a time, since hardly any is taken.
  @inline(never)
  private static func nextTaken(
    from first: Int, _ units: Int, group: UnsafePointer<Int32>, here: UnsafePointer<Int32>,
    inGroup: UnsafePointer<Int32>, own: UnsafePointer<Int32>, ofUnit: UnsafePointer<Int32>,
    limits: UnsafePointer<Int32>
  ) -> Int {
    @inline(__always) func slack(_ second: Int) -> Int32 {
      here[Int(truncatingIfNeeded: group[second])] &+ (inGroup[second] &- own[second])
        &+ (limits[second] &- (ofUnit[second] &+ ofUnit[second]))
    }
    var second = first
    while second &+ 4 <= units {
      let slacks = (
        slack(second), slack(second &+ 1), slack(second &+ 2), slack(second &+ 3)
      )
      if slacks.0 & slacks.1 & slacks.2 & slacks.3 >= 0 { break }
      second &+= 4
    }
    while second < units, slack(second) < 0 { second &+= 1 }
    return second
  }

  /// Changes the places of two units and keeps what every unit gains up to date. Happens seldom beside the
  /// loop that looks for it, and would crowd the registers there.
  @inline(never)
  private mutating func exchange(
    _ first: Int, _ second: Int, _ own: UnsafeMutablePointer<Int32>
  ) {
    guard let gains = gains.baseAddress, let gamma = gamma.baseAddress,
      let group = group.baseAddress
    else { return }
    let (a, b) = (group[first], group[second])
    gain &+= gainOfSwap(first, second, Int(a), Int(b))
    let inA = gamma + Int(a) &* units
    let inB = gamma + Int(b) &* units
    let ofFirst = gains + first &* units
    let ofSecond = gains + second &* units
    for unit in 0..<units {
      let change = ofSecond[unit] &- ofFirst[unit]
      inA[unit] &+= change
      inB[unit] &-= change
      let isIn = group[unit]
      own[unit] &+= (isIn == a ? change : 0) &- (isIn == b ? change : 0)
    }
    group[first] = b
    group[second] = a
    own[first] = inB[first]
    own[second] = inA[second]
  }

  /// Lets the unit go to another group if that keeps or adds to the pairs within groups, as it should.
  @inline(never)
  private mutating func resize(_ unit: Int, _ scratch: Scratch, limit: Int32) -> Bool {
    let a = Int(group[unit])
    guard Int(load[a]) > rules.ranges[a].lowerBound else { return false }
    for b in 0..<groups where b != a {
      let more = Int(load[b]) - (Int(load[a]) - 1)
      guard more == 0 || (more > 0 && unevennessCost == 0) else { continue }
      let change = scratch.here[b]
      guard change &+ limit >= 0, allowsMove(unit, a, b) else { continue }
      move(unit, a, b, gain: Int(change))
      for other in 0..<units {
        scratch.own[other] = gamma[Int(group[other]) &* units &+ other]
      }
      return true
    }
    return false
  }
}
