import SessionEngine

/// Writes records down one by one, with the session as it is after each.
struct Timeline {
  private(set) var lines: [String] = []
  private let offset: Int
  private let options: Replay.Options
  private let scribeWidth: Int
  private let last: Session
  private var session = Session()
  private var day: Int?
  // Which act a stage began in: the round that begins with it needs no line of its own.
  private var stageAct: ActKey?
  private var accounts: [ActKey: String] = [:]
  private var captures: [ActKey: Int] = [:]
  private var mains: Set<ActKey> = []
  private var announced: Set<ActKey> = []

  private struct ActKey: Hashable {
    let device: DeviceID
    let act: Int
  }

  init(_ records: [Record], offsetSeconds: Int, _ options: Replay.Options) {
    offset = offsetSeconds
    self.options = options
    last = Replay.fold(records)
    scribeWidth = min(
      16, Set(records.map(\.scribe)).map { Plain.line($0).count }.max() ?? 0)
  }

  /// Adds the lines of one record.
  mutating func add(_ record: Record) {
    let unresolved = session.unresolved.count
    session.apply(record)
    heading(of: record.at)
    let key = ActKey(device: record.device, act: record.act)
    if session.unresolved.count > unresolved, let entry = session.unresolved.last {
      line(record, "had no effect: " + entry.reason)
    } else if record.turn == nil, isStage(record) {
      stage(record, key)
    } else if !isRoundOfStage(record, key) {
      line(record, words(of: record, key))
    }
    if record.turn == nil { note(record, key) }
  }

  private mutating func heading(of at: Instant) {
    let today = at.day(offset)
    guard today != day else { return }
    day = today
    if !lines.isEmpty { lines.append("") }
    let time = CivilTime(at, offsetSeconds: offset)
    lines.append(
      "\(Self.weekdays[time.weekday]) \(time.day) \(DayText.months[time.month - 1]) \(time.year)")
  }

  private func isStage(_ record: Record) -> Bool {
    record.event is StageEntered || record.event is RoundEntered
  }

  // What an undo of the act will say that it took back.
  private mutating func note(_ record: Record, _ key: ActKey) {
    if record.event is ContributionCaptured {
      captures[key, default: 0] += 1
      if let count = captures[key], count > 1 {
        accounts[key] = "captured \(count) contributions"
        return
      }
    }
    let isMain =
      !(record.event is DelegatesSeated || record.event is RoundsPlanned
      || record.event is RoomOpened)
    guard isMain || accounts[key] == nil, !mains.contains(key) else { return }
    if isMain { mains.insert(key) }
    accounts[key] = record.event.account(in: session)
  }

  private func isRoundOfStage(_ record: Record, _ key: ActKey) -> Bool {
    record.event is RoundEntered && stageAct == key
  }

  private mutating func stage(_ record: Record, _ key: ActKey) {
    if let entered = record.event as? StageEntered {
      stageAct = key
      let stage = session.stage(entered.stage)
      let title = Plain.line(stage?.title ?? entered.stage.text)
      let minutes = entered.seconds / 60
      heading(record, title + (minutes > 0 ? ", \(minutes) min" : ""))
    } else if let entered = record.event as? RoundEntered, stageAct != key {
      heading(record, entered.round > 0 ? "Round \(entered.round)" : "Before the first round")
    }
  }

  private mutating func heading(_ record: Record, _ text: String) {
    lines.append("")
    lines.append("\(clock(record))  ── \(text) ──")
  }

  private mutating func line(_ record: Record, _ words: String) {
    let scribe = Plain.clipped(record.scribe, to: 16)
    let padding = String(repeating: " ", count: max(0, scribeWidth - scribe.count))
    let who = scribeWidth > 0 ? scribe + padding + "  " : ""
    lines.append("\(clock(record))  \(who)\(words)")
  }

  /// The time of day; blank for what must not be known to the minute, which older journals hold.
  private func clock(_ record: Record) -> String {
    record.event is any UntimedEvent
      ? "        " : CivilTime(record.at, offsetSeconds: offset).clockText
  }

  private mutating func words(of record: Record, _ key: ActKey) -> String {
    switch record.turn {
    case nil: return words(of: record.event)
    case .undoes(let act): return turned(record, key, act, "undid: ")
    case .redoes(let act): return turned(record, key, act, "redid: ")
    }
  }

  /// The first event of an undo names what it takes back; the others say what they did.
  private mutating func turned(
    _ record: Record, _ key: ActKey, _ act: Int, _ word: String
  ) -> String {
    guard announced.insert(key).inserted,
      let account = accounts[ActKey(device: record.device, act: act)]
    else { return Plain.line(record.event.account(in: session)) }
    return word + Plain.line(account)
  }

  private func words(of event: any Event) -> String {
    switch event {
    case let event as ContributionCaptured: return captured(event)
    case let event as ContributionReworded:
      guard let contribution = last.contributions[event.contribution], contribution.hasVoice else {
        return gone(event.contribution)
      }
      return "\(contribution.number.spoken)  reworded  \(quoted(event.words ?? ""))"
    case let event as ContributionWithdrawn
    where last.contributions[event.contribution]?.hasVoice == false:
      return gone(event.contribution)
    default: return Plain.line(event.account(in: session))
    }
  }

  private func captured(_ event: ContributionCaptured) -> String {
    guard let contribution = last.contributions[event.contribution], contribution.hasVoice else {
      return gone(event.contribution)
    }
    let group = session.group(event.group)?.name ?? event.group.text
    let priority = session.priority(event.priority)?.title ?? event.priority.text
    var parts = [contribution.number.spoken, Plain.line("\(group) · \(priority)")]
    if let lens = event.lens, lens != Lens.unknown.id {
      parts.append(Plain.line(session.lens(lens).title))
    }
    parts.append(quoted(event.words ?? ""))
    let themes = (event.themes ?? []).compactMap { session.theme($0)?.title }
    if !themes.isEmpty { parts.append(Plain.line("[\(themes.joined(separator: ", "))]")) }
    if event.highlight == true { parts.append("★") }
    return parts.joined(separator: "  ")
  }

  private func gone(_ id: ContributionID) -> String {
    let standing = last.contributions[id]?.standing == .redacted ? "redacted" : "withdrawn"
    return "\(last.spoken(id)) \(standing)"
  }

  private func quoted(_ words: String) -> String {
    "‘" + (options.fullText ? Plain.line(words) : Plain.clipped(words, to: options.clip)) + "’"
  }

  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}
