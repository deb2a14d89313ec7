/// One line of the table.
struct Row {
  let what: String
  var measured: String
  let against: String
  var ratio: Double?
  var mustReach = ""
  /// Whether it is reached; `nil` where nothing was promised.
  var isReached: Bool?

  /// A row that compares two times.
  init(
    _ what: String, _ measured: Nanoseconds, against: String, _ other: Nanoseconds,
    atMost limit: Double? = nil, within most: Nanoseconds? = nil
  ) {
    let ratio = Double(measured) / Double(max(1, other))
    self.init(
      what, text(measured), against: "\(against): \(text(other))", ratio: ratio)
    var parts: [String] = []
    if let most { parts.append("≤ " + text(most)) }
    if let limit { parts.append("≤ \(decimal(limit, 1)) ×") }
    mustReach = parts.joined(separator: " and ")
    if !parts.isEmpty {
      isReached = ratio <= limit ?? .infinity && measured <= most ?? .max
    }
  }

  init(_ what: String, _ measured: String, against: String, ratio: Double? = nil) {
    self.what = what
    self.measured = measured
    self.against = against
    self.ratio = ratio
  }

  var cells: [String] {
    [
      what, measured, against, ratio.map { decimal($0) } ?? "", mustReach,
      isReached.map { $0 ? "yes" : "NO" } ?? "",
    ]
  }
}

/// What benchmarks found.
struct Findings {
  var rows: [Row] = []
  /// Tables that go into more detail, as Markdown.
  var details: [String] = []

  mutating func add(_ other: Findings) {
    rows += other.rows
    details += other.details
  }
}

/// The results as a table for the terminal and as a document.
struct Document {
  let findings: Findings
  let machine: Machine

  private static let head = ["what", "measured", "against", "ratio", "must reach", "ok"]

  /// A Markdown table with its columns aligned.
  static func table(_ head: [String], _ rows: [[String]]) -> String {
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule =
      "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
    return ([line(head), rule] + rows.map(line)).joined(separator: "\n")
  }

  var table: String { Self.table(Self.head, findings.rows.map(\.cells)) }

  var markdown: String {
    let details = findings.details.map { "\n\($0)\n" }.joined()
    return """
      # Performance

      Written by `make bench`, which measures the release build; do not edit. Every ratio compares with
      something real that was measured in the same run, so that a slow or a busy machine slows both.

      \(machine.description)

      \(table)
      \(details)
      ## How it is measured

      - **Keep**: one contribution decided, encoded, written, waited for and applied, with the session
        also held by a console; alternating with a bare write and fsync of the same bytes into another
        file of the same folder. Medians over 1,000.
      - **Apply**: records in memory folded into an empty session, by the processor's time; median of nine.
      - **Key**: from the key to the finished frame: update, what the update asks for, following other
        writers, view, and sending what changed through ncurses into a pseudo-terminal of 120×40. The
        same keys run five times in each session, in turn; of the five the median counts. By the
        processor's time, so that neither the disk (Keep is about it) nor what else the machine does is
        in it; the table of kinds has the time by the clock beside it.
      - **Start**: the binary on a pseudo-terminal, from its start until the last row of the first frame
        has arrived. Medians; files are in the system's cache.
      - **Memory**: resident memory of the same binary after its first frame and some keys.
      - **Follow**: from the moment another process has kept a contribution until it is on the screen.
      - **Collation**: docs/collating.md says what the texts are, how answers are judged, and which half of
        the rewordings was held out.

      """
  }
}
