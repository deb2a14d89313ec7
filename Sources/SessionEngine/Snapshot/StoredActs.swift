/// An event as a snapshot holds it: with its kind, and with the words that its own coding leaves out.
struct StoredEvent: Codable {
  let event: any Event

  private enum CodingKeys: String, CodingKey { case kind, data, words }

  init(_ event: any Event) { self.event = event }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try fields.decode(String.self, forKey: .kind)
    guard let type = EventCatalogue.type(of: kind) else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: fields, debugDescription: "there is no kind of event ‘\(kind)’")
    }
    var event = try Self.decode(type, fields)
    if var redactable = event as? any RedactableEvent {
      redactable.words = try fields.decodeIfPresent(String.self, forKey: .words)
      event = redactable
    }
    self.event = event
  }

  private static func decode<Kind: Event>(
    _ type: Kind.Type, _ fields: KeyedDecodingContainer<CodingKeys>
  ) throws -> any Event { try fields.decode(type, forKey: .data) }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(event.kind, forKey: .kind)
    try fields.encode(event, forKey: .data)
    try fields.encodeIfPresent((event as? any RedactableEvent)?.words, forKey: .words)
  }
}

/// What one device can undo and redo, as a snapshot holds it.
struct StoredActs: Codable {
  private struct Act: Codable {
    let seq: Int
    let deeds: [StoredEvent]
    let reversals: [StoredEvent]
    let undoing: [StoredEvent]

    init(_ act: ActLog.Act) {
      seq = act.seq
      deeds = act.deeds.map { StoredEvent($0) }
      reversals = act.reversals.map { StoredEvent($0) }
      undoing = act.undoing.map { StoredEvent($0) }
    }

    var act: ActLog.Act {
      ActLog.Act(
        seq: seq, deeds: deeds.map(\.event), reversals: reversals.map(\.event),
        undoing: undoing.map(\.event))
    }
  }

  let device: DeviceID
  private let undoable: [Act]
  private let redoable: [Act]

  init(_ device: DeviceID, _ log: ActLog) {
    self.device = device
    undoable = log.undoable.map { Act($0) }
    redoable = log.redoable.map { Act($0) }
  }

  var log: ActLog { ActLog(undoable: undoable.map(\.act), redoable: redoable.map(\.act)) }
}
