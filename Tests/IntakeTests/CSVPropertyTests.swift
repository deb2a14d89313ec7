import Tabular
import Testing

@Suite("What is written in any style is read back the same")
struct CSVPropertyTests {
  @Test(
    "given random tables, when written with any delimiter, quoting and line end, then read back")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 20_261_124)
    let pieces = [
      "a", "é", "€", "😀", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "\u{0}", "=1+1",
      "\u{301}", "\u{202E}", "x y", "sep=;", "'",
    ]
    for _ in 0..<2_000 {
      let width = Int.random(in: 2...5, using: &random)
      let delimiter = [",", ";", "\t"].randomElement(using: &random) ?? ","
      let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
      let isAllQuoted = Bool.random(using: &random)
      let mark = Bool.random(using: &random) ? "\u{FEFF}" : ""
      let header = (0..<width).map { "Heading \($0)" }
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...4, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
          }.joined()
        }
      }
      func written(_ field: String) -> String {
        let scalars = field.unicodeScalars
        let mustQuote =
          scalars.contains { "\"\n\r".unicodeScalars.contains($0) }
          || field.utf8.contains(delimiter.utf8.first ?? 0)
        guard isAllQuoted || mustQuote else { return field }
        return "\"" + scalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
      }
      var lines = ([header] + rows).map { $0.map(written).joined(separator: delimiter) }
      if Bool.random(using: &random) { lines.append("") }
      let file = mark + lines.joined(separator: end)
      let table = try CSVReader.read(bytes(file))
      #expect(table.header == header)
      #expect(
        table.rows.map { $0.fields.map { Array($0.utf8) } }
          == rows.map { $0.map { Array($0.utf8) } })
      #expect(table.notes.isEmpty)
    }
  }

  @Test("given random bytes, when read, then there is a table or an error, never a crash")
  func hostileBytes() {
    var random = SeededGenerator(seed: 7)
    let alphabet: [UInt8] = [
      0, 9, 10, 13, 34, 44, 59, 65, 0xC3, 0xA9, 0xE2, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF,
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...24, using: &random)
      let file = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      guard let table = try? CSVReader.read(file) else { continue }
      #expect(!table.header.isEmpty)
      #expect(table.rows.allSatisfy { $0.fields.count == $0.places.count })
    }
  }
}
