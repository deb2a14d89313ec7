import SessionEngine

// Which wishes the seats do not keep: a wish that is broken is seen.
extension Session {
  /// Those who sit where a wish about them is not kept: apart from whom they are to be with, with whom
  /// they are to be apart from, or in another group than their own. Who has no seat is not among them.
  var seatedAgainstWishes: Set<DelegateID> {
    var people: Set<DelegateID> = []
    for set in mixWishes.together {
      let seated = set.filter { seats[$0] != nil }
      if Set(seated.map { seats[$0] }).count > 1 { people.formUnion(seated) }
    }
    for set in mixWishes.apart {
      let groups = Dictionary(grouping: Set(set).filter { seats[$0] != nil }) { seats[$0] }
      for mates in groups.values where mates.count > 1 { people.formUnion(mates) }
    }
    for pin in mixWishes.pins + mixWishes.hosts {
      guard let group = seats[pin.delegate], group != pin.group else { continue }
      people.insert(pin.delegate)
    }
    return people
  }
}
