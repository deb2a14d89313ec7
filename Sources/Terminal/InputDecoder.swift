/// One thing read from the terminal.
enum InputUnit: Equatable {
  /// A byte that is no part of a key that ncurses knows.
  case byte(UInt8)
  /// A key that ncurses knows by its terminal description.
  case key(Key)
  /// A scalar that was put back.
  case scalar(Unicode.Scalar)
}

/// Where input comes from: the terminal, or a test's list of bytes.
protocol InputSource {
  /// The next unit, without waiting. `raw` leaves escape sequences as bytes.
  mutating func read(raw: Bool) -> InputUnit?
  /// Waits for something to read; false if nothing came in time.
  mutating func wait(milliseconds: Int) -> Bool
}

/// Assembles keys, characters and pastes from bytes.
struct InputDecoder {
  /// What decoding found.
  enum Found: Equatable {
    case key(Key)
    case paste(String)
  }

  /// How long the rest of a sequence may take to arrive.
  static let sequenceMilliseconds = 25
  /// After so long a silence, a paste without an end is over.
  private let pasteSilenceMilliseconds: Int

  private var putBack: [InputUnit] = []

  init(pasteSilenceMilliseconds: Int = 500) {
    self.pasteSilenceMilliseconds = pasteSilenceMilliseconds
  }

  /// The next thing found, or nil when there is nothing to read.
  mutating func next(from source: inout some InputSource) -> Found? {
    while let unit = take(from: &source) {
      switch unit {
      case .key(let key): return .key(key)
      case .scalar(let scalar): return .key(.character(cluster(from: scalar, &source)))
      case .byte(0x1B):
        if let found = escape(&source) { return found }
      case .byte(let byte):
        if let key = controlKey(byte) { return .key(key) }
        let scalar = scalar(from: byte, &source)
        guard scalar.properties.generalCategory != .control else { continue }
        return .key(.character(cluster(from: scalar, &source)))
      }
    }
    return nil
  }

  private mutating func take(from source: inout some InputSource, wait: Int = 0) -> InputUnit? {
    if let unit = putBack.popLast() { return unit }
    if let unit = source.read(raw: false) { return unit }
    guard wait > 0, source.wait(milliseconds: wait) else { return nil }
    return source.read(raw: false)
  }

  /// The key that a control character of ASCII stands for.
  private func controlKey(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x00: .control("@")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(UnicodeScalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(UnicodeScalar(byte + 0x40)))
    default: nil
    }
  }

  /// The scalar that starts with a byte of UTF-8; U+FFFD if it is not well-formed.
  private mutating func scalar(
    from first: UInt8, _ source: inout some InputSource
  ) -> Unicode.Scalar {
    let count =
      switch first {
      case ..<0x80: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    if count == 1 { return Unicode.Scalar(first) }
    var bytes = [first]
    while bytes.count < count {
      guard let unit = take(from: &source, wait: Self.sequenceMilliseconds) else { break }
      guard case .byte(let byte) = unit, (0x80..<0xC0).contains(byte) else {
        putBack.append(unit)
        break
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  /// The grapheme cluster that starts with a scalar, as far as it has arrived.
  private mutating func cluster(
    from first: Unicode.Scalar, _ source: inout some InputSource
  ) -> Character {
    var cluster = Character(first)
    for _ in 0..<32 {
      guard let unit = take(from: &source) else { break }
      // Nothing below U+0300 joins a cluster.
      guard case .byte(let byte) = unit, byte >= 0xCC else {
        putBack.append(unit)
        break
      }
      let next = scalar(from: byte, &source)
      var joined = String(cluster)
      joined.unicodeScalars.append(next)
      guard joined.count == 1, let whole = joined.first else {
        putBack.append(.scalar(next))
        break
      }
      cluster = whole
    }
    return cluster
  }

  // MARK: Escape

  /// What an escape character begins.
  private mutating func escape(_ source: inout some InputSource) -> Found? {
    guard let unit = take(from: &source, wait: Self.sequenceMilliseconds) else {
      return .key(.escape)
    }
    switch unit {
    case .byte(UInt8(ascii: "[")): return controlSequence(&source)
    case .byte(UInt8(ascii: "O")): return singleShift(&source)
    case .byte(0x1B):
      // Alt with a key that is itself a sequence, or Escape twice.
      putBack.append(unit)
      return .key(.escape)
    case .byte(0x08), .byte(0x7F), .key(.backspace): return .key(.altBackspace)
    case .byte(0x0A), .byte(0x0D), .key(.enter): return .key(.altEnter)
    case .key(.left): return .key(.controlLeft)
    case .key(.right): return .key(.controlRight)
    case .byte(let byte) where byte < 0x20:
      putBack.append(unit)
      return .key(.escape)
    case .byte(let byte):
      let scalar = scalar(from: byte, &source)
      return .key(.alt(cluster(from: scalar, &source)))
    case .scalar(let scalar): return .key(.alt(cluster(from: scalar, &source)))
    case .key(let key): return .key(key)
    }
  }

  /// `ESC O` and a letter: arrows in application mode, F1 to F4, the keypad.
  private mutating func singleShift(_ source: inout some InputSource) -> Found? {
    guard let unit = take(from: &source, wait: Self.sequenceMilliseconds) else {
      return .key(.alt("O"))
    }
    guard case .byte(let byte) = unit else {
      putBack.append(unit)
      return nil
    }
    return EscapeSequence(parameters: [], final: byte, isSingleShift: true).key.map(Found.key)
  }

  /// `ESC [` up to its final byte. What is not known is swallowed: it must not be typed as text.
  private mutating func controlSequence(_ source: inout some InputSource) -> Found? {
    var bytes: [UInt8] = []
    while bytes.count < 64 {
      guard let unit = take(from: &source, wait: Self.sequenceMilliseconds) else {
        return bytes.isEmpty ? .key(.alt("[")) : nil
      }
      guard case .byte(let byte) = unit, byte >= 0x20 else {
        putBack.append(unit)
        return nil
      }
      // The Linux console's F1 to F5 are `ESC [ [ A` to `E`.
      let isConsoleKey = bytes.isEmpty && byte == UInt8(ascii: "[")
      guard !isConsoleKey, (0x40..<0x7F).contains(byte) else {
        bytes.append(byte)
        continue
      }
      let sequence = EscapeSequence(bytes: bytes, final: byte)
      if sequence.startsPaste { return .paste(paste(&source)) }
      return sequence.key.map(Found.key)
    }
    return nil
  }

  /// Everything up to the end of a bracketed paste, or to a long silence.
  private mutating func paste(_ source: inout some InputSource) -> String {
    let end = Array("\u{1B}[201~".utf8)
    var bytes: [UInt8] = []
    while true {
      let unit =
        source.read(raw: true)
        ?? (source.wait(milliseconds: pasteSilenceMilliseconds)
          ? source.read(raw: true) : nil)
      guard let unit else { break }
      guard case .byte(let byte) = unit else {
        putBack.append(unit)
        continue
      }
      bytes.append(byte)
      if byte == UInt8(ascii: "~"), bytes.suffix(end.count).elementsEqual(end) {
        bytes.removeLast(end.count)
        break
      }
    }
    return String(decoding: Self.withNewlines(bytes), as: UTF8.self)
  }

  /// Bytes with every CR LF and lone CR as LF.
  private static func withNewlines(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
        result.append(0x0A)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
