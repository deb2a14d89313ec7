import Collation

/// A text to be searched for, whatever the case and the accents; made once, then held against many.
///
/// Almost everything said in a room is ASCII, so a query in ASCII is looked for byte by byte, which is
/// some hundred times faster than folding every text first.
struct FoldedText: Sendable {
  private let bytes: [UInt8]
  private let isASCII: Bool
  /// The byte that English has least of: most texts that do not hold it are passed over for that.
  private let rarest: UInt8

  init(_ text: String) {
    bytes = Folded.bytes(text)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
    let common = Array("qzxjkvbpygfwmucldrhsnioate ".utf8)
    rarest =
      bytes.min { (common.firstIndex(of: $0) ?? -1) < (common.firstIndex(of: $1) ?? -1) } ?? 0
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether a text holds this one, whatever the case and the accents.
  func isIn(_ other: String) -> Bool {
    if isASCII {
      var other = other
      let isThere = other.withUTF8 { haystack in
        Self.mayHold(rarest, haystack)
          && bytes.withUnsafeBufferPointer { needle in Self.find(needle, in: haystack) }
      }
      if isThere { return true }
    }
    // Only a text that is not ASCII holds what folding changes.
    guard other.utf8.contains(where: { $0 >= 0x80 }) else { return false }
    return Folded.bytes(other).withUnsafeBufferPointer { haystack in
      bytes.withUnsafeBufferPointer { needle in Self.find(needle, in: haystack) }
    }
  }

  /// Where this text stands first in a line, in whole characters; `nil` where it does not.
  func range(in line: String) -> Range<String.Index>? {
    guard !bytes.isEmpty else { return nil }
    var folded: [UInt8] = []
    var starts: [String.Index] = []
    for index in line.indices {
      let before = folded.count
      folded += Folded.bytes(line[index...index])
      starts += Array(repeating: index, count: folded.count - before)
    }
    guard folded.count >= bytes.count else { return nil }
    for start in 0...(folded.count - bytes.count)
    where folded[start..<(start + bytes.count)].elementsEqual(bytes) {
      return starts[start]..<line.index(after: starts[start + bytes.count - 1])
    }
    return nil
  }

  /// Whether a byte stands in a text in either case, or one that differs from it in the same bit: eight
  /// at a time, since a search that finds nothing goes through every contribution.
  private static func mayHold(_ byte: UInt8, _ haystack: UnsafeBufferPointer<UInt8>) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let bits: UInt64 = 0x2020_2020_2020_2020
    let highs: UInt64 = 0x8080_8080_8080_8080
    let wanted = UInt64(byte | 0x20) * ones
    let raw = UnsafeRawBufferPointer(haystack)
    var index = 0
    while index + 8 <= raw.count {
      let bytes = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) | bits
      // A byte that is the same is zero now, and of the bytes up to the first zero one only that one has
      // its high bit left.
      let differing = bytes ^ wanted
      if (differing &- ones) & ~differing & highs != 0 { return true }
      index += 8
    }
    while index < raw.count {
      if raw[index] | 0x20 == byte | 0x20 { return true }
      index += 1
    }
    return false
  }

  private static func find(
    _ needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = needle.first else { return true }
    guard haystack.count >= needle.count else { return false }
    let last = haystack.count - needle.count
    var start = 0
    while start <= last {
      if fold(haystack[start]) == first {
        var index = 1
        while index < needle.count, fold(haystack[start + index]) == needle[index] { index += 1 }
        if index == needle.count { return true }
      }
      start += 1
    }
    return false
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
