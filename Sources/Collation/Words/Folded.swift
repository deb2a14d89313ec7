/// Text as it is looked for: without case, accents and forms of the same letter, so that what is typed
/// on one keyboard finds what was typed on another.
public enum Folded {
  /// The folded text as UTF-8; `Zoë` and `zoe` have the same. Everything but letters, digits and
  /// apostrophes stays as it is.
  public static func bytes(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // The apostrophe of a keyboard finds that of a text processor.
      case 0x2019, 0x02BC: bytes.append(0x27)
      // Dashes, quotation marks, arrows: nothing that is looked up.
      case 0x2010...0x205F, 0x2190...0x2BFF: bytes.append(contentsOf: String(scalar).utf8)
      default: Folding.append(scalar, to: &bytes)
      }
    }
    return bytes
  }

  /// The folded text.
  public static func text(_ text: some StringProtocol) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }
}
