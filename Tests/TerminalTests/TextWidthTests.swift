import Testing

@testable import Terminal

@Suite("Columns of text")
struct TextWidthTests {
  init() { #expect(TerminalDriver.setLocale()) }

  @Test("the table agrees with the C library for every scalar that is drawn as it is")
  func agreement() {
    // What newer versions of Unicode class otherwise than the library: the driver replaces it.
    let reclassed: Set<UInt32> = [0x1171E]
    var disagreements: [String] = []
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !reclassed.contains(value) else { continue }
      let library = TerminalDriver.libraryColumns(scalar)
      // The library may be older than Swift's tables; the driver replaces what it does not know.
      guard library >= 0, Placement.substitute(scalar) == nil,
        let ours = WidthTable.columns(scalar), ours != library
      else { continue }
      disagreements.append(String(value, radix: 16, uppercase: true) + " \(ours)/\(library)")
    }
    #expect(disagreements.isEmpty, "\(disagreements.count): \(disagreements.prefix(60))")
  }

  @Test(
    "a cluster is as wide as what is drawn for it",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("👩‍🔬", 2), ("❤️", 1), ("👍🏽", 2), ("🇫🇷", 2),
      ("1️⃣", 1),
      ("각", 2), ("क्ष", 2), ("\n", 1), ("\u{200B}", 0), ("\u{301}", 1), ("ｗ", 2), ("⏎", 1), ("\t", 1),
    ])
  func clusters(text: String, columns: Int) {
    #expect(text.count == 1)
    #expect(text.first.map { TextWidth.columns($0) } == columns)
  }

  @Test("what is drawn for a cluster is one base a cell, with the width the C library counts")
  func unitsAreSafe() {
    for piece in troublesomePieces {
      for cluster in piece {
        Placement.units(of: cluster) { text, columns in
          let scalars = Array(text.unicodeScalars)
          #expect(scalars.count <= 5)
          #expect(TerminalDriver.libraryColumns(scalars[0]) == columns, "\(scalars)")
          for mark in scalars.dropFirst() {
            #expect(TerminalDriver.libraryColumns(mark) == 0, "\(scalars)")
          }
        }
      }
    }
  }

  @Test("text that is measured the short way has the columns that clusters add up to")
  func shortcut() {
    for value in UInt32(0x20)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)\(scalar)b"
      guard let columns = TextWidth.simpleColumns(text) else { continue }
      #expect(columns == 4 && text.count == 4, "\(value)")
      #expect(text.reduce(0) { $0 + TextWidth.columns($1) } == 4, "\(value)")
      #expect(Placement.substitute(scalar) == nil, "\(value)")
      #expect(TerminalDriver.libraryColumns(scalar) == 1, "\(value)")
    }
  }

  @Test("truncating keeps to the columns, is a prefix, and says that something is missing")
  func truncating() {
    var generator = SeededGenerator(seed: 1)
    for round in 0..<2000 {
      let text = troublesomeText(round % 12, using: &generator)
      let clean = TextWidth.sanitised(text)
      let columns = Int.random(in: 0...20, using: &generator)
      let cut = TextWidth.truncated(text, to: columns)
      #expect(TextWidth.columns(cut) <= columns)
      if TextWidth.columns(text) <= columns {
        #expect(cut == clean)
      } else if columns > 0 {
        #expect(cut.hasSuffix("…"))
        #expect(clean.hasPrefix(String(cut.dropLast())))
      }
      #expect(TextWidth.columns(TextWidth.padded(text, to: columns)) == columns)
    }
  }

  @Test("wrapping keeps to the columns and loses nothing but blanks at breaks")
  func wrapping() {
    var generator = SeededGenerator(seed: 2)
    for round in 0..<2000 {
      let text = troublesomeText(round % 30, using: &generator)
      let columns = Int.random(in: 2...24, using: &generator)
      let lines = TextWidth.wrapped(text, to: columns)
      for line in lines { #expect(TextWidth.columns(line) <= columns, "\(line.debugDescription)") }
      func withoutBlanks(_ text: String) -> [Unicode.Scalar] {
        text.filter { $0.unicodeScalars.first != " " }.flatMap(\.unicodeScalars)
      }
      let left = lines.flatMap(withoutBlanks)
      let right = text.split(whereSeparator: \.isNewline)
        .flatMap { withoutBlanks(TextWidth.sanitised(String($0))) }
      #expect(left == right, "\(left.difference(from: right))")
    }
  }

  @Test("words stay whole where they fit")
  func wrappingWords() {
    #expect(
      TextWidth.wrapped("what if  insurers could see it", to: 10) == [
        "what if", "insurers", "could see", "it",
      ])
    #expect(TextWidth.wrapped("abcdefgh ij", to: 5) == ["abcde", "fgh", "ij"])
    #expect(TextWidth.wrapped("日本語", to: 5) == ["日本", "語"])
    #expect(TextWidth.wrapped("one\n\ntwo", to: 5) == ["one", "", "two"])
    #expect(TextWidth.wrapped("", to: 5) == [""])
    #expect(TextWidth.wrapped("👩‍🔬👩‍🔬", to: 1) == ["👩‍🔬", "👩‍🔬"])
  }
}
