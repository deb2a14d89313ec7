import Tabular
import Testing

@Suite("A table is read as the spreadsheet meant it")
struct CSVReaderTests {
  @Test("given the three delimiters, when read, then the line of headings decides which it is")
  func delimiters() throws {
    for (delimiter, text) in [
      (",", "Name,Role\nAda,a;b;c"), (";", "Name;Role, if any\nAda;x,y"),
      ("\t", "Name\tRole\nAda\ta,b,c;d"),
    ] {
      let table = try CSVReader.read(bytes(text))
      #expect(table.delimiter == Character(delimiter))
      #expect(table.header.count == 2)
      #expect(table.rows[0].fields.count == 2)
      #expect(table.notes.isEmpty)
    }
  }

  @Test("given delimiters inside a quoted heading, when guessed, then they do not count")
  func quotedHeadings() throws {
    let table = try CSVReader.read(bytes("\"a,b,\"\"c\"\",d\";e\n1;2\n"))
    #expect(table.header == ["a,b,\"c\",d", "e"])
    let split = try CSVReader.read(bytes("\"a;b\nc;d;e\",f\n1,2\n"))
    #expect(split.header == ["a;b\nc;d;e", "f"])
    #expect(split.rows[0].line == 3)
  }

  @Test("given a first line sep=, when read, then it decides and is no row")
  func declared() throws {
    let table = try CSVReader.read(bytes("sep=|\r\na|b,c,d\r\n1|2\r\n"))
    #expect(table.header == ["a", "b,c,d"])
    #expect(table.headerLine == 2)
    #expect(table.rows[0].line == 3)
    #expect(try CSVReader.read(bytes("SEP=;\na;b\n")).delimiter == ";")
    #expect(try CSVReader.read(bytes("separate,x\n1,2")).header == ["separate", "x"])
    #expect(throws: CSVError.self) { try CSVReader.read(bytes("sep=;")) }
  }

  @Test("given every line end, when read, then rows and line numbers are the same")
  func lineEnds() throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["a,b", "", "1,\"x", "y\"", "", "2,z"].joined(separator: end)
      for tail in ["", end, end + end] {
        let table = try CSVReader.read(bytes(text + tail))
        #expect(table.rows.map(\.fields) == [["1", "x\(end)y"], ["2", "z"]])
        #expect(table.rows.map(\.line) == [3, 6])
      }
    }
  }

  @Test("given fields, when asked for their place, then line and column are those of an editor")
  func places() throws {
    let table = try CSVReader.read(bytes("h,i,j\né€😀,b,c\n\"p\nq\",\"ä\"\"\",z\n"))
    #expect(table.rows[0].places.map(\.column) == [1, 5, 7])
    #expect(table.rows[1].places.map(\.line) == [3, 4, 4])
    #expect(table.rows[1].places.map(\.column) == [1, 4, 10])
    #expect(table.rows[1].column(of: 9) == nil)
    #expect(table.rows[1].line(of: 2) == 4)
    #expect(table.rows[1][9].isEmpty)
  }

  @Test("given rows of other lengths, when read, then they are kept and said")
  func ragged() throws {
    let table = try CSVReader.read(bytes("a,b\n1\n1,2\n1,2,3\n"))
    #expect(table.rows.map(\.fields.count) == [1, 2, 3])
    #expect(
      table.notes == [
        "not every row has a field for each heading: there are 2 headings, line 2 has 1, line 4 has 3"
      ])
    let many = "a,b\n" + String(repeating: "1\n", count: 2000)
    #expect(try CSVReader.read(bytes(many)).notes.map(\.count).allSatisfy { $0 < 200 })
  }

  @Test("given a quote that is never closed, when read, then the line where it opens is named")
  func unterminated() throws {
    let error = #expect(throws: CSVError.self) {
      try CSVReader.read(bytes("a,b\n1,2\n3,\"x\n4,5\n6,7\n"))
    }
    #expect(error?.place?.line == 3)
    #expect(error?.place?.column == 3)
    #expect(error?.description.hasPrefix("line 3, column 3: the quote that opens here") == true)
  }

  @Test("given text after a closing quote, when read, then its place is named")
  func textAfterQuote() throws {
    let error = #expect(throws: CSVError.self) {
      try CSVReader.read(bytes("a,b\n\"1\n2\"x,5\n"))
    }
    #expect(error?.place?.line == 3)
    #expect(error?.place?.column == 3)
  }

  @Test("given quotes inside a field without quotes, when read, then they are text")
  func bareQuotes() throws {
    let table = try CSVReader.read(bytes("a,b\n5\" disk,say \"hi\"\n"))
    #expect(table.rows[0].fields == ["5\" disk", "say \"hi\""])
  }

  @Test("given control characters and NUL, when read, then they pass through as text")
  func controls() throws {
    let table = try CSVReader.read(bytes("a,b\n\u{0}\u{1B}[2J,\u{7F}\u{85}\u{2028}\n"))
    #expect(table.rows[0].fields == ["\u{0}\u{1B}[2J", "\u{7F}\u{85}\u{2028}"])
  }

  @Test("given nothing, or blank lines only, when read, then it says that the file is empty")
  func empty() throws {
    for text in ["", "\u{FEFF}", "\n\r\n\r", "\u{FEFF}\n"] {
      let error = #expect(throws: CSVError.self) { try CSVReader.read(bytes(text)) }
      #expect(error?.message == "the file is empty")
    }
  }
}

@Suite("A table is read whatever encoding it came in")
struct CSVEncodingTests {
  private let text = "Name;Ort\r\nZoë;„Köln“ 😀\r\n"
  private let rows = [["Zoë", "„Köln“ 😀"]]

  @Test("given UTF-8 with and without a mark, when read, then the mark is no part of the heading")
  func utf8() throws {
    for mark in ["", "\u{FEFF}"] {
      let table = try CSVReader.read(bytes(mark + text))
      #expect(table.header == ["Name", "Ort"])
      #expect(table.rows.map(\.fields) == rows)
      #expect(table.notes.isEmpty)
    }
  }

  @Test("given UTF-16 of either order with a mark, when read, then the text is the same")
  func utf16() throws {
    let units = Array(("\u{FEFF}" + text.replacing(";", with: "\t")).utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    // With the mark, and as some exports leave it out.
    for file in [little, big, Array(little.dropFirst(2)), Array(big.dropFirst(2))] {
      let table = try CSVReader.read(file)
      #expect(table.delimiter == "\t")
      #expect(table.rows.map(\.fields) == rows)
      #expect(table.notes.isEmpty)
    }
    #expect(try CSVReader.read(little + [0x41]).notes.count == 1)
    #expect(try CSVReader.read(little + [0x00, 0xD8]).rows.last?.fields == ["\u{FFFD}"])
  }

  @Test("given bytes that are not UTF-8, when read, then as Windows-1252, and it is said where")
  func windows() throws {
    let all = try CSVReader.read(bytes("Name\nZo") + [0xEB, 0x80, 0x93, 0x94, 0x9F, 0x81])
    #expect(all.rows[0].fields == ["Zoë€“”Ÿ\u{81}"])
    let file = bytes("Name;Ort\r\nAnn;Ulm\r\nZo") + [0xEB] + bytes(";K") + [0xF6] + bytes("ln\r\n")
    let table = try CSVReader.read(file)
    #expect(table.rows.last?.fields == ["Zoë", "Köln"])
    #expect(table.notes.count == 1)
    #expect(table.notes[0].hasPrefix("line 3, column 3 is not UTF-8"))
    #expect(table.notes[0].contains("makes it ‘ë’") && table.notes[0].contains("CSV (UTF-8)"))
  }

  @Test(
    "given a workbook, when read, then it is called one, and there is a way on",
    arguments: [
      ([0x50, 0x4B, 3, 4, 0x14, 0, 6, 0], ".xlsx"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], ".xls"),
    ] as [([UInt8], String)])
  func workbook(_ start: [UInt8], _ name: String) throws {
    let error = #expect(throws: CSVError.self) {
      try CSVReader.read(start + (0...255).map { UInt8($0) })
    }
    #expect(error?.place == nil)
    #expect(error?.message.contains(name) == true)
    #expect(error?.remedy.contains("save it as CSV (UTF-8)") == true)
    // Two letters alone are a heading.
    #expect(try CSVReader.read(bytes("PK\n1\n")).header == ["PK"])
  }

  @Test("given damaged UTF-8, when read, then nothing is guessed and the place is named")
  func damaged() throws {
    let file = bytes("Name\nÉva\nZoé x") + [0xC3] + bytes("\nAndré\n")
    for mark in [[], [0xEF, 0xBB, 0xBF] as [UInt8]] {
      let error = #expect(throws: CSVError.self) { try CSVReader.read(mark + file) }
      #expect(error?.place?.line == 3)
      #expect(error?.place?.column == 6)
    }
    #expect(throws: CSVError.self) { try CSVReader.read([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]) }
  }
}
