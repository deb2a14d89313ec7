import SessionEngine

/// A search through contributions that is under way: a slice at a time, so that no key waits for it.
struct Sweep: Sendable {
  let query: FoldedText
  let forward: Bool
  /// The place in the order of capture where it goes on.
  var next: Int
  /// How many contributions are still to be looked at.
  var left: Int

  /// How many contributions are looked at between two keys; some tenths of a millisecond.
  static let slice = 2048
}

extension ConsoleState {
  /// Whether something is under way that `Message.work` takes further.
  public var hasWork: Bool { search.sweep != nil || isMixing || hasCollating }

  private var isMixing: Bool {
    guard screen == .groups, let mixing else { return false }
    return !mixing.isResting && !mixing.isFinished
  }

  /// Spends a while on what is under way.
  mutating func work() {
    sweepOn(Sweep.slice)
    if search.census.map({ $0.left > 0 }) == true { count(Sweep.slice) }
    if isMixing { mixing?.advance() }
    collate()
  }

  /// Goes once round the contributions of the screen in view, from the one that is chosen.
  mutating func sweep(_ forward: Bool, _ isInclusive: Bool) {
    search.sweep = nil
    if let said = spokenContribution, isWithinSearch(said) {
      show(said)
      return noteFound(true)
    }
    let start = searchedFrom ?? 0
    let step = isInclusive ? 0 : forward ? 1 : -1
    search.sweep = Sweep(
      query: FoldedText(search.query), forward: forward, next: start + step,
      left: searchedSlots.count)
    sweepOn(Sweep.slice)
  }

  /// Looks at so many contributions more.
  mutating func sweepOn(_ budget: Int) {
    guard var sweep = search.sweep else { return }
    let slots = searchedSlots
    let all = session.contributions.all
    for _ in 0..<min(budget, sweep.left) {
      let found =
        sweep.forward
        ? slots.first(from: sweep.next) ?? slots.first(from: 0)
        : slots.last(upTo: sweep.next) ?? slots.last(upTo: all.count)
      guard let slot = found else {
        sweep.left = 0
        break
      }
      if sweep.query.isIn(all[slot].words) {
        search.sweep = nil
        show(all[slot])
        return noteFound(true)
      }
      sweep.left -= 1
      sweep.next = sweep.forward ? slot + 1 : slot - 1
    }
    search.sweep = sweep.left > 0 ? sweep : nil
    if sweep.left == 0 { noteFound(false) } else { notice = .good("looking for ‘\(search.query)’") }
  }

  /// The contribution of which the number was typed, if one was.
  var spokenContribution: Contribution? {
    ContributionNumber(search.query.trimmed).flatMap { session.contributions[$0] }
      .flatMap { $0.isKept ? $0 : nil }
  }

  private func isWithinSearch(_ contribution: Contribution) -> Bool {
    session.contributions.index(of: contribution.id).map(searchedSlots.contains) ?? false
  }

  private var searchedSlots: SlotSet {
    screen == .themes ? themes.rows : session.contributions.kept
  }

  private var searchedFrom: Int? {
    (screen == .themes ? themes.contribution : capture.selection)
      .flatMap { session.contributions.index(of: $0) }
  }

  /// Chooses a contribution where it stands, in whatever group and on whatever priority.
  mutating func show(_ contribution: Contribution) {
    guard screen == .capture else { return themes.contribution = contribution.id }
    goTo(contribution.group)
    goTo(contribution.priority)
    capture.selection = contribution.id
  }
}
