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
/// Beside the present state it keeps two that are a little older, and the records since: one that
/// arrives late costs a fold of these few only. The three share whatever has not changed.
struct Fold: Sendable {
  /// How many records are kept for those that arrive late.
  static let reach = 2048

  /// The session as it stands.
  private(set) var session: Session
  private var base: Session
  private var baseKey: EventKey?
  /// The records after the base, in order.
  private var tail: [Record] = []
  /// The base with the first so many records of the tail: the base to come.
  private var checkpoint: (session: Session, count: Int)

  /// Nothing has happened.
  init() {
    self.init(session: Session(), last: nil)
  }

  /// Begins at a state of which the last record is known.
  init(session: Session, last: EventKey?) {
    self.session = session
    base = session
    baseKey = last
    checkpoint = (session, 0)
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
    checkpoint = (session, 0)
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
    checkpoint = (base, 0)
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
      insert(new)
    } else {
      for record in new { session.apply(record) }
      tail += new
    }
    advance()
    return true
  }

  /// Folds records in that come before some of the tail.
  private mutating func insert(_ new: [Record]) {
    let isBehind = checkpoint.count > 0 && new[0].precedes(tail[checkpoint.count - 1])
    if isBehind { checkpoint = (base, 0) }
    tail = (tail + new).sorted { $0.precedes($1) }
    session = checkpoint.session
    for record in tail[checkpoint.count...] { session.apply(record) }
  }

  /// Lets the base follow, a whole reach at a time: taking a state down costs a copy of its indices.
  private mutating func advance() {
    guard tail.count - checkpoint.count >= Self.reach else { return }
    if checkpoint.count > 0 {
      base = checkpoint.session
      baseKey = EventKey(tail[checkpoint.count - 1])
      tail.removeFirst(checkpoint.count)
    }
    checkpoint = (session, tail.count)
  }
}

extension [Record] {
  fileprivate var isInOrder: Bool {
    zip(self, dropFirst()).allSatisfy { $0.precedes($1) }
  }
}
