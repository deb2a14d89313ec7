import Foundation
import SessionEngine
import Tabular
import Testing

@testable import Reports

@Suite("Tables")
struct CSVTests {
  private func cell(_ text: String) -> String {
    let bytes = CSVWriter.document(header: ["a", "b"], rows: [[text, "z"]])
    return String(decoding: bytes.dropFirst(8).dropLast(4), as: UTF8.self)
  }

  @Test("A table is RFC 4180 with a byte order mark, and every row has as many cells")
  func form() {
    let bytes = CSVWriter.document(
      header: ["a", "b"], rows: [["1"], ["x,y", "say \"hi\""], ["two\nlines", "é"]])
    let expected = "\u{FEFF}a,b\r\n1,\r\n\"x,y\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",é\r\n"
    #expect(bytes == Array(expected.utf8))
    #expect(CSVWriter.document(header: ["a"], rows: [[""]]) == Array("\u{FEFF}a\r\n\"\"\r\n".utf8))
    #expect(
      CSVWriter.document(header: ["a"], rows: [["1", "2"]])
        == Array("\u{FEFF}a,\r\n1,2\r\n".utf8))
  }

  @Test(
    "What a spreadsheet would run gets an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("  =1", "\"'  =1\"".replacingOccurrences(of: "\"", with: "")), ("\t=1", "\"'\t=1\""),
      ("\tx", "\"'\tx\""), ("\r=1", "\"'\n=1\""), ("\"=1", "\"'\"\"=1\""), ("'=1", "''=1"),
      ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"), ("\u{FEFF}=1", "'\u{FEFF}=1"),
      ("\u{A0}=1", "'\u{A0}=1"), ("\0=1", "'�=1"), ("a=1", "a=1"), ("1-2", "1-2"), ("it's", "it's"),
      ("'tis so", "'tis so"), ("“quoted”", "“quoted”"),
    ])
  func formulas(text: String, expected: String) {
    #expect(cell(text) == expected)
  }

  @Test("Control characters are replaced, line ends are one")
  func controls() {
    #expect(cell("a\0b\u{1B}[31m\u{7F}\u{9B}\u{202E}") == "a�b�[31m���")
    #expect(cell("a\r\nb\rc\nd\te") == "\"a\nb\nc\nd\te\"")
  }

  @Test("Another program reads every hostile text back", .enabled(if: Python.has("csv")))
  func readBack() throws {
    var workshop = Workshop()
    for text in Hostile.texts { workshop.capture(text) }
    let bytes = try #require(try workshop.files()["contributions.csv"])
    let script = """
      import csv, io, json, sys
      text = sys.stdin.buffer.read().decode('utf-8-sig')
      rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
      assert len({len(r) for r in rows}) == 1, {len(r) for r in rows}
      print(json.dumps([dict(zip(rows[0], r)) for r in rows[1:]]))
      """
    let result = try #require(Python.run(script, input: bytes))
    let rows = try JSONDecoder().decode([[String: String]].self, from: Data(result.output.utf8))
    let kept = workshop.session.contributions.all.map(\.words)
    try #require(rows.count == kept.count && kept.count > 80)
    for (row, words) in zip(rows, kept) {
      let text = try #require(row["text"])
      #expect(row["marking"] == "OFFICIAL-SENSITIVE")
      let bare = text.drop { $0 == "'" || $0 == "\"" || $0.isWhitespace || $0 == "\u{FEFF}" }
      if let first = bare.first, "=+-@＝＋－＠".contains(first) { #expect(text.first == "'") }
      #expect(!text.unicodeScalars.contains { $0.steersDisplay && $0 != "\n" && $0 != "\t" })
      let plain = words.unicodeScalars.allSatisfy { !$0.steersDisplay }
      if plain { #expect(text.utf8.elementsEqual(words.utf8) || text.dropFirst() == words[...]) }
    }
  }
}
