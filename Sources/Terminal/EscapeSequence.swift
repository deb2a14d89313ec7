/// A control sequence as terminals send it for a key.
struct EscapeSequence {
  /// The numbers between `ESC [` and the final byte.
  var parameters: [Int]
  /// The letter or tilde that ends it.
  var final: UInt8
  /// Whether it began with `ESC O`.
  var isSingleShift = false
  /// Whether it began with `ESC [ [`, as the Linux console's first function keys do.
  private var isConsole = false
  /// Whether its parameters are marked as private: an answer of the terminal, no key.
  private var isPrivate = false

  init(parameters: [Int], final: UInt8, isSingleShift: Bool) {
    self.parameters = parameters
    self.final = final
    self.isSingleShift = isSingleShift
  }

  init(bytes: [UInt8], final: UInt8) {
    self.final = final
    isConsole = bytes == [UInt8(ascii: "[")]
    isPrivate = bytes.first.map { (0x3C...0x3F).contains($0) } ?? false
    parameters = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
  }

  var startsPaste: Bool { final == UInt8(ascii: "~") && parameters.first == 200 }

  /// Whether Alt or Control was held, which xterm tells in a second parameter.
  private var isModified: Bool {
    guard parameters.count > 1, parameters[1] > 1 else { return false }
    return (parameters[1] - 1) & 0b110 != 0
  }

  /// The key, or nil if the sequence means none that is known.
  var key: Key? {
    if isPrivate { return nil }
    if isConsole {
      let number = Int(final) - 0x40
      return (1...5).contains(number) ? .function(number) : nil
    }
    switch final {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return isModified ? .controlRight : .right
    case UInt8(ascii: "D"): return isModified ? .controlLeft : .left
    // rxvt's Control with arrows.
    case UInt8(ascii: "a") where isSingleShift: return .up
    case UInt8(ascii: "b") where isSingleShift: return .down
    case UInt8(ascii: "c") where isSingleShift: return .controlRight
    case UInt8(ascii: "d") where isSingleShift: return .controlLeft
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "M"): return isSingleShift ? .enter : nil
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return .function(Int(final) - 0x4F)
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "~"): return tildeKey
    default: return nil
    }
  }

  private var tildeKey: Key? {
    switch parameters.first ?? 0 {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case let number where (11...15).contains(number): .function(number - 10)
    case let number where (17...21).contains(number): .function(number - 11)
    case let number where (23...24).contains(number): .function(number - 12)
    default: nil
    }
  }
}
