/// What one device did that can be undone, and what it undid that can be redone.
public struct ActLog: Sendable {
  /// What was done together and is undone together.
  public struct Act: Sendable {
    /// The `seq` at which the act began.
    public let seq: Int
    /// What was done.
    public internal(set) var deeds: [any Event]
    /// What takes it back (or, in the list of undone acts, brings it back), in the order to do it.
    public internal(set) var reversals: [any Event]

    /// Makes an act.
    public init(seq: Int, deeds: [any Event], reversals: [any Event]) {
      self.seq = seq
      self.deeds = deeds
      self.reversals = reversals
    }
  }

  /// How many acts can be undone one after the other; older ones stay done.
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

  mutating func note(_ record: Record, reversal: any Event) {
    switch record.turn {
    case nil:
      if undoable.last?.seq == record.act {
        undoable[undoable.count - 1].add(record.event, reversal)
      } else {
        undoable.append(Act(seq: record.act, deeds: [record.event], reversals: [reversal]))
        if undoable.count > 2 * Self.depth { undoable.removeFirst(Self.depth) }
      }
      redoable.removeAll()
    case .undoes(let seq):
      if let act = undoable.take(seq) {
        redoable.append(Act(seq: seq, deeds: act.deeds, reversals: [reversal]))
      } else if let last = redoable.indices.last, redoable[last].seq == seq {
        redoable[last].reversals.insert(reversal, at: 0)
      }
    case .redoes(let seq):
      if let act = redoable.take(seq) {
        undoable.append(Act(seq: seq, deeds: act.deeds, reversals: [reversal]))
      } else if let last = undoable.indices.last, undoable[last].seq == seq {
        undoable[last].reversals.insert(reversal, at: 0)
      }
    }
  }

  /// Forgets what would bring back words that were redacted.
  mutating func forget(_ isAboutRedacted: (any Event) -> Bool) {
    for list in [\ActLog.undoable, \ActLog.redoable] {
      self[keyPath: list].removeAll { act in
        act.deeds.contains(where: isAboutRedacted) || act.reversals.contains(where: isAboutRedacted)
      }
    }
  }
}

extension ActLog.Act {
  mutating func add(_ deed: any Event, _ reversal: any Event) {
    deeds.append(deed)
    reversals.insert(reversal, at: 0)
  }
}

extension [ActLog.Act] {
  fileprivate mutating func take(_ seq: Int) -> ActLog.Act? {
    lastIndex { $0.seq == seq }.map { remove(at: $0) }
  }
}
