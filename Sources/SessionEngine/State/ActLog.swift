/// What one device did that can be undone, and what it undid that can be redone.
public struct ActLog: Sendable {
  /// What was done together and is undone together.
  public struct Act: Sendable {
    /// The `seq` at which the act began.
    public let seq: Int
    /// What was done.
    public internal(set) var deeds: [any Event]
    /// What an undo did to take it back; empty while the act is done.
    public internal(set) var undoing: [any Event]
    /// The reversals, the one to do last standing first: an act grows at the cheap end.
    private var backwards: [any Event]

    /// What takes it back (or, in the list of undone acts, brings it back), in the order to do it.
    public var reversals: [any Event] { backwards.reversed() }

    /// Makes an act.
    public init(
      seq: Int, deeds: [any Event], reversals: [any Event], undoing: [any Event] = []
    ) {
      self.seq = seq
      self.deeds = deeds
      self.undoing = undoing
      backwards = reversals.reversed()
    }

    /// Whether anything is left to take back or bring back.
    var isEmpty: Bool { backwards.isEmpty }

    mutating func add(_ reversal: (any Event)?) {
      if let reversal { backwards.append(reversal) }
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
        undoable[last].deeds.append(record.event)
        undoable[last].add(reversal)
      } else {
        undoable.append(Act(seq: record.act, deeds: [record.event], reversals: [reversal]))
        // Twice the depth before the older half goes: dropping one at a time would move all others.
        if undoable.count > 2 * Self.depth { undoable.removeFirst(Self.depth) }
      }
      if !redoable.isEmpty { redoable = [] }
    case .undoes(let seq):
      if let act = undoable.take(seq) {
        redoable.append(Act(seq: seq, deeds: act.deeds, reversals: []))
      }
      guard let last = redoable.indices.last, redoable[last].seq == seq else { return }
      redoable[last].undoing.append(record.event)
      redoable[last].add(reversal)
    case .redoes(let seq):
      if let act = redoable.take(seq) {
        undoable.append(Act(seq: seq, deeds: act.deeds, reversals: []))
      }
      guard let last = undoable.indices.last, undoable[last].seq == seq else { return }
      undoable[last].add(reversal)
    }
  }

  /// Forgets what would bring back words that were redacted.
  mutating func forget(_ isAboutRedacted: (any Event) -> Bool) {
    for list in [\ActLog.undoable, \ActLog.redoable] {
      self[keyPath: list].removeAll { act in
        act.deeds.contains(where: isAboutRedacted)
          || act.undoing.contains(where: isAboutRedacted)
          || act.reversals.contains(where: isAboutRedacted)
      }
    }
  }
}

extension [ActLog.Act] {
  fileprivate mutating func take(_ seq: Int) -> ActLog.Act? {
    lastIndex { $0.seq == seq }.map { remove(at: $0) }
  }
}
