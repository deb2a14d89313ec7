/// What one device did that can be undone, and what it undid that can be redone.
public struct ActLog: Sendable {
  /// What was done together and is undone together.
  public struct Act: Sendable {
    /// The `seq` at which the act began.
    public let seq: Int
    private var done: EventList
    /// The reversals, the one to do last standing first: an act grows at the cheap end.
    private var backwards: EventList
    private var undone = EventList()

    /// What was done.
    public var deeds: [any Event] { done.all }
    /// What takes it back (or, in the list of undone acts, brings it back), in the order to do it.
    public var reversals: [any Event] { backwards.all.reversed() }
    /// What an undo did to take it back; empty while the act is done.
    public var undoing: [any Event] { undone.all }

    /// Makes an act.
    public init(
      seq: Int, deeds: [any Event], reversals: [any Event], undoing: [any Event] = []
    ) {
      self.seq = seq
      done = EventList(deeds)
      backwards = EventList(reversals.reversed())
      undone = EventList(undoing)
    }

    init(seq: Int, deed: any Event, reversal: any Event) {
      self.seq = seq
      done = EventList(only: deed)
      backwards = EventList(only: reversal)
    }

    /// Whether anything is left to take back or bring back.
    var isEmpty: Bool { backwards.isEmpty }

    /// Whether nobody changed since what the act set, or what its undo set.
    func isInForce(in session: Session) -> Bool {
      let deeds = undone.isEmpty ? done : undone
      if deeds.allSatisfy({ $0.isInForce(in: session) }) { return true }
      // A later deed may be what changed an earlier one, as codings do to the theme that was made for
      // them: each is looked at as it stands once those after it are taken back.
      let (last, back) = (Array(deeds.all.reversed()), reversals)
      guard last.count > 1, last.count == back.count else { return false }
      var trial = session
      return zip(last, back).allSatisfy { deed, reversal in
        deed.isInForce(in: trial) && trial.tryOut(reversal) == nil
      }
    }

    func mentions(_ isMeant: (any Event) -> Bool) -> Bool {
      ![done, backwards, undone].allSatisfy { $0.allSatisfy { !isMeant($0) } }
    }

    mutating func add(_ deed: any Event, _ reversal: any Event) {
      done.append(deed)
      backwards.append(reversal)
    }

    /// The act while an undo or a redo turns it over.
    func turned() -> Act { Act(seq: seq, done: done) }

    private init(seq: Int, done: EventList) {
      self.seq = seq
      self.done = done
      backwards = EventList()
    }

    mutating func turn(_ reversal: (any Event)?, undoing deed: (any Event)? = nil) {
      if let reversal { backwards.append(reversal) }
      if let deed { undone.append(deed) }
    }
  }

  /// How many acts at least can be undone one after the other; older ones stay done.
  public static let depth = 500

  /// What can be undone, oldest first.
  public internal(set) var undoable: [Act]
  /// What can be redone, the act undone first standing first.
  public internal(set) var redoable: [Act]

  /// Makes a log.
  public init(undoable: [Act] = [], redoable: [Act] = []) {
    self.undoable = undoable
    self.redoable = redoable
  }

  /// Notes an event; `reversal` is `nil` where it changed nothing.
  mutating func note(_ record: Record, reversal: (any Event)?) {
    switch record.turn {
    case nil:
      guard let reversal else { return }
      let last = undoable.count - 1
      if last >= 0, undoable[last].seq == record.act {
        undoable[last].add(record.event, reversal)
      } else {
        undoable.append(Act(seq: record.act, deed: record.event, reversal: reversal))
        // Twice the depth before the older half goes: dropping one at a time would move all others.
        if undoable.count > 2 * Self.depth { undoable.removeFirst(Self.depth) }
      }
      if !redoable.isEmpty { redoable = [] }
    case .undoes(let seq):
      if let act = undoable.take(seq) { redoable.append(act.turned()) }
      guard let last = redoable.indices.last, redoable[last].seq == seq else { return }
      redoable[last].turn(reversal, undoing: record.event)
    case .redoes(let seq):
      if let act = redoable.take(seq) { undoable.append(act.turned()) }
      guard let last = undoable.indices.last, undoable[last].seq == seq else { return }
      undoable[last].turn(reversal)
    }
  }

  /// Forgets what would bring back words that were redacted.
  mutating func forget(_ isAboutRedacted: (any Event) -> Bool) {
    for list in [\ActLog.undoable, \ActLog.redoable] {
      self[keyPath: list].removeAll { $0.mentions(isAboutRedacted) }
    }
  }
}

extension [ActLog.Act] {
  fileprivate mutating func take(_ seq: Int) -> ActLog.Act? {
    lastIndex { $0.seq == seq }.map { remove(at: $0) }
  }
}
