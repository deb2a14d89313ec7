// Who is in the room. One rule for mixing, repair and votes alike.
extension Session {
  /// Whether arrivals are ticked off: somebody of the list, not a walk-in, is marked present.
  public var ticksArrivals: Bool {
    delegates.values.contains { $0.isPresent && !$0.isWalkIn }
  }

  /// Those who count as in the room, in the order of the list.
  ///
  /// Once arrivals are ticked off, those who are marked present. Before that everybody: a list of which
  /// nobody was ticked is taken to have come, without those who did not come or left, with those who
  /// walked in.
  public var delegatesHere: [Delegate] {
    let ticks = ticksArrivals
    return delegates.values.filter { ticks ? $0.isPresent : !$0.isAbsent }
  }
}
