import Crypto

/// A SHA-256 sum, written as 64 lower-case hexadecimal digits.
struct Sum: Equatable, Sendable, CustomStringConvertible {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// The sum of some bytes.
  init(of bytes: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    self.init(hash.finalize())
  }

  /// The sum that a hash came to.
  fileprivate init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes {
      $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
    }
  }

  /// The sum of some bytes.
  init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Sum(of: $0) }
  }

  /// Reads 64 lower-case digits; capitals are not the same sum, so that no changed byte passes.
  init?(hex: UnsafeBufferPointer<UInt8>) {
    guard hex.count == 64 else { return nil }
    var sum: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let isRight = withUnsafeMutableBytes(of: &sum) { bytes in
      for index in 0..<32 {
        guard let high = Self.digit(hex[2 * index]), let low = Self.digit(hex[2 * index + 1]) else {
          return false
        }
        bytes[index] = high << 4 | low
      }
      return true
    }
    guard isRight else { return nil }
    words = sum
  }

  /// Reads 64 lower-case digits.
  init?(_ text: String) {
    guard let sum = Array(text.utf8).withUnsafeBufferPointer({ Sum(hex: $0) }) else { return nil }
    self = sum
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 97...102: byte - 87
    default: nil
    }
  }

  /// The digits as ASCII.
  func appendHex(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: words) { $0.forEach { bytes.appendHex($0) } }
  }

  var description: String {
    var bytes: [UInt8] = []
    appendHex(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func == (a: Sum, b: Sum) -> Bool { a.words == b.words }
}

/// A sum of bytes that come piece by piece.
struct RunningSum {
  private var hash = SHA256()

  /// Adds the next piece.
  mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { hash.update(bufferPointer: $0) } }

  /// The sum of all pieces so far.
  var sum: Sum { Sum(hash.finalize()) }
}

extension [UInt8] {
  /// Appends a byte as two lower-case hexadecimal digits.
  mutating func appendHex(_ byte: UInt8) {
    let (high, low) = (byte >> 4, byte & 15)
    append(high < 10 ? 48 + high : 87 + high)
    append(low < 10 ? 48 + low : 87 + low)
  }

  /// These bytes as lower-case hexadecimal digits.
  var hex: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * count)
    for byte in self { digits.appendHex(byte) }
    return String(decoding: digits, as: UTF8.self)
  }
}
