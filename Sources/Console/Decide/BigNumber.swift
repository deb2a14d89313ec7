import Terminal

/// Numbers drawn so large that they can be read from the back of a room.
enum BigNumber {
  /// How large.
  enum Scale: CaseIterable, Sendable {
    /// Five rows; each dot of a digit is two cells wide.
    case huge
    /// Three rows of half blocks; in ASCII five rows, each dot one cell.
    case large
    /// One row, set off by blanks.
    case plain
  }

  /// The digits 0 to 9 as three by five dots, a row in three bits.
  private static let dots: [[UInt8]] = [
    [0b111, 0b101, 0b101, 0b101, 0b111], [0b010, 0b110, 0b010, 0b010, 0b111],
    [0b111, 0b001, 0b111, 0b100, 0b111], [0b111, 0b001, 0b111, 0b001, 0b111],
    [0b101, 0b101, 0b111, 0b001, 0b001], [0b111, 0b100, 0b111, 0b001, 0b111],
    [0b111, 0b100, 0b111, 0b101, 0b111], [0b111, 0b001, 0b010, 0b010, 0b010],
    [0b111, 0b101, 0b111, 0b101, 0b111], [0b111, 0b101, 0b111, 0b001, 0b111],
  ]

  /// The number in rows of equal width.
  static func rows(_ number: Int, _ scale: Scale, _ glyphs: GlyphSet) -> [String] {
    let digits = String(max(0, number)).utf8.map { Int($0) - 48 }
    switch scale {
    case .plain: return [" \(max(0, number)) "]
    case .huge:
      let block = Glyph.block.text(glyphs)
      return (0..<5).map { row in
        digits.map { digit in
          pixels(digit, row).map { $0 ? block + block : "  " }.joined()
        }.joined(separator: "  ")
      }
    case .large where glyphs == .ascii:
      let block = Glyph.block.text(glyphs)
      return (0..<5).map { row in
        digits.map { digit in pixels(digit, row).map { $0 ? block : " " }.joined() }
          .joined(separator: " ")
      }
    case .large:
      return (0..<3).map { row in
        digits.map { digit in
          zip(pixels(digit, row * 2), pixels(digit, row * 2 + 1)).map(half).joined()
        }.joined(separator: " ")
      }
    }
  }

  private static func pixels(_ digit: Int, _ row: Int) -> [Bool] {
    guard dots.indices.contains(digit), row < 5 else { return [false, false, false] }
    let bits = dots[digit][row]
    return [bits & 4 != 0, bits & 2 != 0, bits & 1 != 0]
  }

  private static func half(_ upper: Bool, _ lower: Bool) -> String {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }
}
