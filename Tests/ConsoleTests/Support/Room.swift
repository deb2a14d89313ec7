import SessionEngine
import Terminal
import Testing

@testable import Console

/// A facilitator's laptop in memory: the console, a desk that carries out its effects, and a second
/// scribe elsewhere in the room.
struct Room {
  var console: ConsoleState
  var desk: Desk
  /// While it is, nothing can be kept.
  var isDiskFull = false
  /// What the editor makes of a text; `nil` leaves the text to come back as it was.
  var editorAnswers: String?

  /// What the console asked for outside the session.
  private(set) var savedDrafts: [String: String]?
  private(set) var signals: [String] = []
  private(set) var performed: [Command] = []
  private(set) var hasQuit = false

  init(
    _ desk: Desk, _ width: Int = 80, _ height: Int = 24, glyphs: GlyphSet = .unicode,
    drafts: [String: String] = [:], readOnly: String? = nil
  ) {
    self.desk = desk
    console = ConsoleState(
      session: desk.session, device: "front", now: desk.now,
      size: Size(width: width, height: height), glyphs: glyphs, drafts: drafts,
      palettes: ["dark", "light", "contrast", "mono"], readOnlyReason: readOnly)
  }

  // MARK: What happens

  /// Presses keys, each in the notation of the key table.
  mutating func press(_ notations: String...) {
    for notation in notations { press(notation: notation) }
  }

  mutating func press(notation: String) {
    guard let key = Key(notation: notation) else {
      signals.append("no such key: \(notation)")
      return
    }
    send(.terminal(.key(key)))
  }

  mutating func press(_ key: Key) { send(.terminal(.key(key))) }

  /// Types a text, character by character.
  mutating func type(_ text: String) {
    for character in text { send(.terminal(.key(.character(character)))) }
  }

  /// Types a text and keeps it.
  mutating func keep(_ text: String) {
    type(text)
    press("Enter")
  }

  mutating func paste(_ text: String) { send(.terminal(.paste(text))) }

  mutating func resize(_ width: Int, _ height: Int) {
    send(.terminal(.resize(Size(width: width, height: height))))
  }

  /// Lets time pass, in one tick.
  mutating func wait(seconds: Int) {
    desk.pass(seconds: seconds)
    send(.tick(desk.now, utcOffset: 0))
  }

  /// Somebody else at another laptop does something, and it arrives here.
  mutating func elsewhere(_ command: Command) throws(Refusal) {
    try desk.perform(command, as: "other", scribe: "Sam")
    send(.followed(desk.session))
  }

  /// Hands a message over and carries out what the console answers.
  mutating func send(_ message: Message) {
    for effect in console.update(message) { carryOut(effect) }
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .perform(let command, let purpose):
      performed.append(command)
      console.lendSession()
      if isDiskFull {
        console.takeBack(desk.session)
        return send(.failed(purpose, reason: "the disk is full; make room on it"))
      }
      do {
        let decision = try desk.perform(command)
        send(.performed(purpose, decision, desk.session))
      } catch {
        console.takeBack(desk.session)
        send(.failed(purpose, reason: error.description))
      }
    case .saveDrafts(let drafts): savedDrafts = drafts
    case .edit(let text):
      signals.append("edit")
      send(.edited((editorAnswers ?? text) + "\n"))
    case .export:
      signals.append("export")
      send(.noted("wrote 7 files to exports", .good))
    case .writeSheets: signals.append("sheets")
    case .usePalette(let name): signals.append("palette \(name)")
    case .ring: signals.append("ring")
    case .flash: signals.append("flash")
    case .repaint: signals.append("repaint")
    case .suspend: signals.append("suspend")
    case .quit: hasQuit = true
    }
  }

  // MARK: What is there

  var session: Session { console.session }

  /// The screen as lines without trailing blanks.
  var screen: [String] { console.view().textLines }

  /// The screen as one text.
  var text: String { screen.joined(separator: "\n") }

  func shows(_ words: String) -> Bool { text.contains(words) }

  /// The last line of the body that holds all the words, to look at one row.
  func row(_ words: String) -> String { screen.last { $0.contains(words) } ?? "" }

  /// What is being typed, and where the cursor stands in it.
  var line: String { console.capture.draft.line.text }
  var cursor: Int { console.capture.draft.line.cursor }

  /// The row of the capture line.
  var captureRow: String { screen[Layout(size: console.size).lineY] }

  /// The words of what stands, in the order of capture.
  var kept: [String] { session.contributions.all.filter(\.isKept).map(\.words) }

  var last: Contribution? { session.contributions.all.last }

  /// The contribution whose words begin so.
  func contribution(_ beginning: String) -> Contribution? {
    session.contributions.all.first { $0.words.hasPrefix(beginning) }
  }
}

/// What a failing test shows of a room is its screen.
extension Room: CustomTestStringConvertible {
  var testDescription: String { "\n" + text + "\n" }
}
