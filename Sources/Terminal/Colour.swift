/// How many colours a terminal has.
public enum ColourDepth: Sendable, Equatable, CaseIterable {
  /// None: attributes only.
  case mono
  /// The eight or sixteen of ANSI.
  case sixteen
  /// The 256 of xterm.
  case twoFiftySix
  /// Any red, green and blue.
  case trueColour
}

/// A colour of a palette.
public enum Colour: Sendable, Equatable, Hashable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the sixteen ANSI colours, 0 to 15; the terminal's settings say what it looks like.
  case ansi(Int)
  /// A colour by its parts.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The ANSI names in the order of their numbers.
  static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue",
    "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// A colour written as "#rrggbb", an ANSI name such as "bright-blue", or "default".
  public init?(_ text: String) {
    if text == "default" {
      self = .standard
    } else if let number = Self.names.firstIndex(of: text) {
      self = .ansi(number)
    } else {
      let digits = text.utf8.dropFirst()
      guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
        let value = UInt32(text.dropFirst(), radix: 16), !digits.contains(UInt8(ascii: "+"))
      else { return nil }
      self = .rgb(
        red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }
  }

  /// The colour as ncurses numbers it at a depth: −1 for the terminal's own, else an index, or
  /// 0xRRGGBB where colours are direct.
  ///
  /// Degrading to 256 takes the nearest colour of the 6×6×6 cube and the 24 greys, by squared distance
  /// over red, green and blue weighted 2:4:3 (the eye sees green best). Degrading to 16 keeps the hue,
  /// which is what tells roles apart: the parts above the middle between the least and the greatest
  /// choose among red, green, yellow, blue, magenta and cyan, the bright ones if the greatest is at
  /// least 192. What is nearly grey becomes the nearest of black, the two greys and white. Mono has no
  /// colours.
  public func number(at depth: ColourDepth) -> Int {
    switch (self, depth) {
    case (.standard, _), (_, .mono): return -1
    // In a direct-colour terminal description, numbers below 8 are still the ANSI colours.
    case (.ansi(let number), .trueColour) where number >= 8:
      return Self.pack(Self.standardSixteen[number])
    case (.ansi(let number), _): return number
    case (.rgb(let red, let green, let blue), .trueColour):
      return max(8, Self.pack((Int(red), Int(green), Int(blue))))
    case (.rgb(let red, let green, let blue), .twoFiftySix):
      return Self.nearest256((Int(red), Int(green), Int(blue)))
    case (.rgb(let red, let green, let blue), .sixteen):
      return Self.sixteen((Int(red), Int(green), Int(blue)))
    }
  }

  private typealias Parts = (red: Int, green: Int, blue: Int)

  private static let standardSixteen: [(red: Int, green: Int, blue: Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
    (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
  private static let cubeLevels = [0, 95, 135, 175, 215, 255]

  private static func pack(_ colour: Parts) -> Int {
    colour.red << 16 | colour.green << 8 | colour.blue
  }

  private static func distance(_ one: Parts, _ other: Parts) -> Int {
    let red = one.red - other.red
    let green = one.green - other.green
    let blue = one.blue - other.blue
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }

  private static func sixteen(_ colour: Parts) -> Int {
    let least = min(colour.red, colour.green, colour.blue)
    let greatest = max(colour.red, colour.green, colour.blue)
    if greatest - least < 32 {
      func distanceTo(_ number: Int) -> Int { distance(colour, standardSixteen[number]) }
      return [0, 8, 7, 15].min { distanceTo($0) < distanceTo($1) } ?? 7
    }
    let middle = (least + greatest) / 2
    let hue =
      (colour.red > middle ? 1 : 0) + (colour.green > middle ? 2 : 0)
      + (colour.blue > middle ? 4 : 0)
    return greatest >= 192 ? hue + 8 : hue
  }

  private static func nearest256(_ colour: Parts) -> Int {
    func level(_ part: Int) -> Int {
      cubeLevels.indices.min { abs(cubeLevels[$0] - part) < abs(cubeLevels[$1] - part) } ?? 0
    }
    let (red, green, blue) = (level(colour.red), level(colour.green), level(colour.blue))
    let cube = (cubeLevels[red], cubeLevels[green], cubeLevels[blue])
    let step = min(23, max(0, ((colour.red + colour.green + colour.blue) / 3 - 3) / 10))
    let grey = 8 + 10 * step
    if distance(colour, (grey, grey, grey)) < distance(colour, cube) { return 232 + step }
    return 16 + 36 * red + 6 * green + blue
  }
}
