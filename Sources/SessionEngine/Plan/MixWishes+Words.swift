// Wishes in words.
extension MixWishes {
  /// What is wished that was not before, and what no longer is, a phrase each.
  func changes(from old: MixWishes, in session: Session) -> [String] {
    sets(old, \.together, "together", session) + sets(old, \.apart, "apart", session)
      + pins(old, \.hosts, "hosts", session) + pins(old, \.pins, "stays at", session)
      + columns(old, session.plan) + sizes(old)
  }

  /// Everything that is wished, a phrase each.
  public func phrases(in session: Session) -> [String] {
    changes(from: MixWishes(), in: session)
  }

  /// What is balanced, in words: `Sector 3, Role`.
  public var balanceWords: String {
    balance.map { item in
      if item.weight == 1 { return item.column }
      let whole = Int(exactly: item.weight)
      return "\(item.column) \(whole.map(String.init) ?? String(item.weight))"
    }.joined(separator: ", ")
  }

  /// One of ``cover`` in words: `in every group: every Sector`, or `at What works: law and data (Skills)`.
  public static func coverWords(_ text: String, in plan: Plan) -> String {
    let (text, priority) = plan.coverParts(text)
    let place = priority.map { "at \($0.title): " } ?? "in every group: "
    let sides = text.split(separator: "=", maxSplits: 1)
    guard sides.count == 2 else { return place + "every \(text)" }
    let values = sides[1].split(separator: ";").map { String($0).trimmed }
    return place + values.joined(separator: " and ") + " (\(sides[0]))"
  }

  /// The first person who is to sit in two groups, in words such as `Ann is pinned to Table 1 and hosts
  /// Table 2`; `nil` where there is none.
  public func seatedTwice(in session: Session) -> String? {
    let all = pins.map { ($0, "is pinned to") } + hosts.map { ($0, "hosts") }
    for (index, (pin, verb)) in all.enumerated() {
      guard let other = all[..<index].first(where: { $0.0.delegate == pin.delegate }),
        other.0.group != pin.group
      else { continue }
      func place(_ pin: Pin) -> String { session.group(pin.group)?.name ?? "a group that is gone" }
      let name = session.delegates[pin.delegate]?.name ?? "somebody who is gone"
      return "\(name) \(other.1) \(place(other.0)) and \(verb) \(place(pin))"
    }
    return nil
  }

  private func sets(
    _ old: MixWishes, _ list: KeyPath<MixWishes, [[DelegateID]]>, _ word: String,
    _ session: Session
  ) -> [String] {
    func names(_ set: [DelegateID]) -> String {
      set.map { session.delegates[$0]?.name ?? "somebody who is gone" }.joined(separator: " and ")
    }
    let (now, before) = (self[keyPath: list], old[keyPath: list])
    return now.filter { !before.contains($0) }.map { "\(word): \(names($0))" }
      + before.filter { !now.contains($0) }.map { "no longer \(word): \(names($0))" }
  }

  private func pins(
    _ old: MixWishes, _ list: KeyPath<MixWishes, [Pin]>, _ verb: String, _ session: Session
  ) -> [String] {
    func words(_ pin: Pin, _ verb: String) -> String {
      let name = session.delegates[pin.delegate]?.name ?? "somebody who is gone"
      return "\(name) \(verb) \(session.group(pin.group)?.name ?? "a group that is gone")"
    }
    let (now, before) = (self[keyPath: list], old[keyPath: list])
    return now.filter { !before.contains($0) }.map { words($0, verb) }
      + before.filter { !now.contains($0) }.map { words($0, "no longer " + verb) }
  }

  private func columns(_ old: MixWishes, _ plan: Plan) -> [String] {
    var changes: [String] = []
    if balance != old.balance {
      changes.append(
        balance.isEmpty
          ? "every column is balanced that tells people apart" : "balance: \(balanceWords)")
    }
    if cover != old.cover {
      changes.append(
        cover.isEmpty
          ? "no column has to be in every group"
          : cover.map { Self.coverWords($0, in: plan) }.joined(separator: ", "))
    }
    return changes
  }

  private func sizes(_ old: MixWishes) -> [String] {
    guard sizes != old.sizes else { return [] }
    guard let sizes else { return ["groups as even as can be"] }
    return [
      sizes.least == sizes.most
        ? "\(sizes.least) people a group" : "\(sizes.least) to \(sizes.most) people a group"
    ]
  }
}
