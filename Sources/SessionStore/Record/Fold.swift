import SessionEngine

/// The place of an event in the order that every machine agrees on.
struct EventKey: Comparable, Sendable {
  let time: HybridTime
  let device: DeviceID
  let seq: Int

  init(time: HybridTime, device: DeviceID, seq: Int) {
    self.time = time
    self.device = device
    self.seq = seq
  }

  init(_ record: Record) { self.init(time: record.time, device: record.device, seq: record.seq) }

  static func < (a: EventKey, b: EventKey) -> Bool {
    if a.time != b.time { return a.time < b.time }
    if a.device != b.device { return a.device < b.device }
    return a.seq < b.seq
  }
}

/// The session as the fold of its records, in order whatever the order of their arrival.
///
/// Beside the present state it keeps one that is a little older, and the records since: one that
/// arrives late costs a fold of these few only.
struct Fold: Sendable {
  /// How many records are kept for those that arrive late.
  static let reach = 2048
  private static let step = 64

  /// The session as it stands.
  private(set) var session: Session
  private var base: Session
  private var baseKey: EventKey?
  private var tail: [Record] = []

  /// Nothing has happened.
  init() {
    session = Session()
    base = Session()
  }

  /// Begins at a state of which the last record is known.
  init(session: Session, last: EventKey?) {
    self.session = session
    base = session
    baseKey = last
  }

  /// Folds records that come in order, all of them.
  init(inOrder next: () -> Record?) { self.init(from: Fold(), inOrder: next) }

  /// Folds records that come in order and after everything in `fold`.
  init(from fold: Fold, inOrder next: () -> Record?) {
    self = fold
    for record in fold.tail { base.apply(record) }
    baseKey = fold.last
    // The queue lags behind by what is to be kept; the base moves without a copy being made.
    session = Session()
    var queue: [Record] = []
    var first = 0
    while let record = next() {
      queue.append(record)
      if queue.count - first > Self.reach {
        base.apply(queue[first])
        baseKey = EventKey(queue[first])
        first += 1
        if first >= Self.reach {
          queue.removeFirst(first)
          first = 0
        }
      }
    }
    tail = Array(queue[first...])
    session = base
    for record in tail { session.apply(record) }
  }

  /// The last record in order.
  var last: EventKey? { tail.last.map(EventKey.init) ?? baseKey }

  /// Folds records in, in any order.
  ///
  /// - Returns: false where one lies further back than the records kept; then nothing has changed
  ///   and everything must be folded anew.
  mutating func add(_ records: [Record]) -> Bool {
    let new = records.isInOrder ? records : records.sorted { $0.precedes($1) }
    guard let first = new.first else { return true }
    if let last, EventKey(first) <= last {
      if let baseKey, EventKey(first) <= baseKey { return false }
      tail = (tail + new).sorted { $0.precedes($1) }
      session = base
      for record in tail { session.apply(record) }
    } else {
      for record in new { session.apply(record) }
      tail += new
    }
    advance()
    return true
  }

  private mutating func advance() {
    while tail.count >= Self.reach + Self.step {
      for record in tail.prefix(Self.step) { base.apply(record) }
      baseKey = EventKey(tail[Self.step - 1])
      tail.removeFirst(Self.step)
    }
  }
}

extension [Record] {
  fileprivate var isInOrder: Bool {
    zip(self, dropFirst()).allSatisfy { $0.precedes($1) }
  }
}
