import Testing

@testable import Terminal

@Suite("Drawing on a canvas")
struct CanvasTests {
  func canvas(_ width: Int, _ height: Int = 1) -> Canvas {
    Canvas(size: Size(width: width, height: height))
  }

  func expect(_ columns: Int, uses expected: Int) {
    #expect(columns == expected)
  }

  @Test("text is placed by columns, and a wide cluster takes two cells")
  func placing() {
    var canvas = canvas(8)
    expect(canvas.put("a日b", x: 1, y: 0), uses: 4)
    #expect(canvas.textLines == [" a日b"])
    #expect(canvas[2, 0].cluster == "日")
    #expect(canvas[3, 0].cluster == "")
    #expect(canvas[4, 0].cluster == "b")
  }

  @Test("overwriting either half of a wide cell blanks the other")
  func halves() {
    var left = canvas(4)
    left.put("日本", x: 0, y: 0)
    left.put("x", x: 0, y: 0)
    #expect(left.textLines == ["x 本"])
    var right = canvas(4)
    right.put("日本", x: 0, y: 0)
    right.put("x", x: 1, y: 0)
    #expect(right.textLines == [" x本"])
    var both = canvas(4)
    both.put("日本", x: 0, y: 0)
    both.put("語", x: 1, y: 0)
    #expect(both.textLines == [" 語"])
    #expect(both[3, 0].cluster == " ")
  }

  @Test("a wide cluster never straddles an edge")
  func edges() {
    var clipped = canvas(3)
    expect(clipped.put("a日本", x: 0, y: 0, ellipsis: false), uses: 3)
    #expect(clipped.textLines == ["a日"])
    expect(clipped.put("日本", x: 0, y: 0, ellipsis: false), uses: 3)
    #expect(clipped[2, 0].cluster == " ")
    expect(clipped.put("日本", x: -1, y: 0, ellipsis: false), uses: 4)
    #expect(clipped.textLines == [" 本"])
    expect(clipped.put("日本", x: 2, y: 0), uses: 1)
    #expect(clipped[2, 0].cluster == "…")
    expect(clipped.put("abc", x: 3, y: 0), uses: 0)
    expect(clipped.put("abc", x: 0, y: 7), uses: 0)
  }

  @Test("what is cut off is shown by an ellipsis, if wanted")
  func ellipsis() {
    var canvas = canvas(20)
    expect(canvas.put("Protection from OCGs", x: 0, y: 0, maxWidth: 10), uses: 10)
    #expect(canvas.textLines == ["Protectio…"])
    expect(canvas.put("Protection from OCGs", x: 0, y: 0, maxWidth: 10, ellipsis: false), uses: 10)
    #expect(canvas.textLines == ["Protection"])
  }

  @Test("put uses the columns that TextWidth counts, and leaves no torn wide cell, whatever comes")
  func anything() {
    var generator = SeededGenerator(seed: 4)
    var canvas = canvas(40, 3)
    for round in 0..<3000 {
      let text = troublesomeText(round % 9, using: &generator)
      let x = Int.random(in: -5...42, using: &generator)
      let y = Int.random(in: 0..<3, using: &generator)
      let used = canvas.put(text, x: x, y: y, ellipsis: round.isMultiple(of: 2))
      #expect(used <= max(0, 40 - x))
      if TextWidth.columns(text) <= 40 - x { #expect(used == TextWidth.columns(text)) }
      for column in 0..<40 {
        let cluster = canvas[column, y].cluster
        if cluster.isEmpty {
          #expect(column > 0 && TextWidth.columns(canvas[column - 1, y].cluster) == 2)
        } else if TextWidth.columns(cluster) == 2 {
          #expect(canvas[column + 1, y].cluster.isEmpty)
        }
      }
    }
  }

  @Test("a fill covers its rectangle, clipped to the canvas")
  func fill() {
    var canvas = canvas(6, 3)
    canvas.fill(Rect(x: 1, y: 1, width: 9, height: 9), Style(.barFull), cluster: "━")
    #expect(canvas.textLines == ["", " ━━━━━", " ━━━━━"])
    canvas.fill(Rect(x: 0, y: 0, width: 5, height: 1), .text, cluster: "日")
    #expect(canvas.textLines[0] == "日日")
    canvas.fill(Rect(x: 9, y: -4, width: 2, height: 2), .text)
  }

  @Test("annotations name the styles and where they are")
  func annotations() {
    var canvas = canvas(12, 2)
    canvas.put("Table", x: 0, y: 0, Style(.heading))
    canvas.put("1", x: 6, y: 0, Style(.key, selected: true, bold: true))
    canvas.cursor = Point(x: 2, y: 1)
    #expect(
      canvas.annotatedLines() == [
        "Table 1", "  ~ 0-4 heading  6-6 key selected bold", "", "  ~ cursor 2,1",
      ])
  }
}
