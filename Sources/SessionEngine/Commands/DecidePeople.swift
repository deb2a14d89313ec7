extension Session {
  func decideDelegates(
    _ new: [NewDelegate], at moment: Moment
  ) throws(Refusal) -> [any Event] {
    var added: [Delegate] = []
    var seats: [DelegatesSeated.Seat] = []
    for (index, person) in new.enumerated() {
      var profile = person.profile
      profile.name = try named(profile.name, "the delegate’s name")
      if person.isWalkIn, let same = delegates.values.first(where: { $0.profile.isSame(profile) }) {
        throw Refusal(
          "\(same.name) is on the list already", remedy: "mark that delegate present instead")
      }
      let id: DelegateID = moment.fresh(index)
      added.append(
        Delegate(id: id, profile: profile, isPresent: person.isWalkIn, isWalkIn: person.isWalkIn))
      if let group = person.group {
        _ = try table(group)
        seats.append(DelegatesSeated.Seat(delegate: id, group: group))
      }
    }
    guard !added.isEmpty else { return [] }
    return [DelegatesAdded(delegates: added)] + seating(seats)
  }

  func decideCorrection(
    _ id: DelegateID, _ profile: Delegate.Profile
  ) throws(Refusal) -> [any Event] {
    let delegate = try present(id)
    var profile = profile
    profile.name = try named(profile.name, "the delegate’s name")
    profile.further = profile.further ?? delegate.profile.further
    return delegate.profile == profile ? [] : [DelegateCorrected(delegate: id, profile: profile)]
  }

  func decideRemoval(_ id: DelegateID) throws(Refusal) -> [any Event] {
    let delegate = try present(id)
    if contributions.count(by: id) > 0 {
      throw Refusal(
        "\(delegate.name) is noted as a speaker", remedy: "mark the delegate not present instead")
    }
    let vote = scorings.values.first { !$0.isWithdrawn && $0.ballots[.delegate(id)] != nil }
    if let vote {
      throw Refusal(
        "\(delegate.name) voted in ‘\(vote.title)’", remedy: "mark the delegate not present instead"
      )
    }
    let named = opportunities.kept.first { $0.card.owner == id || $0.card.helpers.contains(id) }
    if let named {
      throw Refusal(
        "\(delegate.name) is named on the card of \(named.number.spoken)",
        remedy: "mark the delegate not present instead")
    }
    let seat: [any Event] =
      seats[id] == nil
      ? [] : [DelegatesSeated(seats: [DelegatesSeated.Seat(delegate: id, group: nil)])]
    return seat + [DelegatesRemoved(delegates: [id])]
  }

  func decidePresence(_ id: DelegateID, _ present: Bool) throws(Refusal) -> [any Event] {
    let delegate = try self.present(id)
    return (present ? delegate.isPresent : delegate.isAbsent)
      ? [] : [PresenceMarked(delegate: id, present: present)]
  }

  func decideNoShow(_ id: DelegateID) throws(Refusal) -> [any Event] {
    try !present(id).isAbsent || everPresent.contains(id)
      ? [PresenceMarked(delegate: id, present: false, came: false)] : []
  }

  func present(_ id: DelegateID) throws(Refusal) -> Delegate {
    guard let delegate = delegates[id] else {
      throw Refusal("there is no such delegate", remedy: "add a walk-in in Arrivals")
    }
    return delegate
  }

  func table(_ id: GroupID) throws(Refusal) -> Group {
    guard let group = group(id) else {
      throw Refusal("there is no such group", remedy: "set up more groups in Groups")
    }
    return group
  }

  func exists(_ id: PriorityID) throws(Refusal) {
    guard priority(id) != nil else {
      throw Refusal("there is no such priority", remedy: "choose one of the plan’s")
    }
  }
}

extension Delegate.Profile {
  func isSame(_ other: Self) -> Bool { key == other.key }

  /// What two profiles of one person have in common: name and organisation, whatever the case.
  var key: [String] { [name.lowercased(), organisation.lowercased()] }
}
