import ArgumentParser
import FoundationEssentials
import Glibc
import SessionEngine
import SessionStore

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Keep contributions without the console.",
    discussion: """
      Without TEXT, every line of standard input is kept as one contribution, and its number is \
      printed once it is on the disk. Text is kept byte for byte, up to 20,000 characters; \
      # and @ mean nothing here.
      A group, priority, theme or lens is named by its number or any unambiguous part of its name.
      """)

  @OptionGroup var session: SessionOption

  @Option(name: .shortAndLong, help: "The group that says it.")
  var group: String

  @Option(name: .shortAndLong, help: "The priority that it is about.")
  var priority: String

  @Option(name: .shortAndLong, help: "The question that it answers.")
  var lens: String?

  @Option(name: .shortAndLong, help: "A theme to code it to; can be given several times.")
  var theme: [String] = []

  @Option(help: "The delegate who says it.")
  var by: String?

  @Flag(help: "Pick it out to be quoted.")
  var highlight = false

  @Argument(help: "What is said.")
  var text: String?

  func validate() throws { try demandWords(("TEXT", text)) }

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    let room = store.session
    let template = NewContribution(
      "", group: try named { () throws(Refusal) in try room.group(named: group).id },
      priority: try named { () throws(Refusal) in try room.priority(named: priority).id },
      lens: try lens.map { name in
        try named { () throws(Refusal) in try room.lens(named: name).id }
      },
      themes: try theme.map { name in
        try named { () throws(Refusal) in try room.theme(named: name).id }
      },
      isHighlighted: highlight,
      speaker: try by.map { name in
        try named { () throws(Refusal) in try room.delegate(named: name).id }
      })
    if let text {
      try keep(text, template, store)
    } else {
      try keepLines(template, store)
    }
  }

  private func keep(_ text: String, _ template: NewContribution, _ store: SessionStore) throws {
    var contribution = template
    contribution.words = text
    let decision = try store.carryOut(.capture([contribution]))
    let number = decision.events.lazy.compactMap { $0 as? ContributionCaptured }.first?.number
    Output.line(number?.spoken ?? "")
    // Whoever feeds the lines may wait for the number before the next.
    Output.flush()
  }

  private func keepLines(_ template: NewContribution, _ store: SessionStore) throws {
    var lines = InputLines()
    var bad: [Int] = []
    var long: [Int] = []
    while let line = lines.next() {
      guard let text = String(validating: line.bytes, as: UTF8.self) else {
        bad.append(line.number)
        continue
      }
      guard !text.trimmed.isEmpty else { continue }
      guard WordsLimit.fault(in: text) == nil else {
        long.append(line.number)
        continue
      }
      do {
        try keep(text, template, store)
      } catch let failure as Failure {
        throw Failure("standard input, line \(line.number): \(failure.message)")
      }
    }
    func account(_ numbers: [Int], _ why: String) -> [String] {
      let list = numbers.prefix(20).map(String.init).joined(separator: ", ")
      return numbers.isEmpty ? [] : ["standard input, line \(list): " + why]
    }
    let why =
      account(
        bad,
        "not UTF-8 and not kept; the other lines are. Convert them first, for instance with iconv")
      + account(
        long,
        "over \(WordsLimit.most) characters and not kept; the other lines are. "
          + "Shorten them, or keep them in parts")
    guard why.isEmpty else { throw Failure(why.joined(separator: "\n")) }
  }
}

/// The lines of standard input as bytes, however long and whatever they hold.
struct InputLines {
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var count = 0

  /// The next line without its newline (and without the carriage return of a Windows line).
  mutating func next() -> (number: Int, bytes: ArraySlice<UInt8>)? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return line(buffer[start..<end])
      }
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return line(buffer[start...])
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      fill()
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>) {
    count += 1
    return (count, bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
  }

  private mutating func fill() {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let got = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if got > 0 { buffer += chunk[..<got] } else if got == 0 || errno != EINTR { isAtEnd = true }
  }
}
