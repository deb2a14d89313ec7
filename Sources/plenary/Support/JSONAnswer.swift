import FoundationEssentials
import Tabular

/// JSON as the answers are written: keys sorted, slashes as they are, and what would steer a terminal, or
/// turn the order of what it shows, as `\uXXXX`.
enum JSONAnswer {
  /// - Throws: `Failure` where a value has no JSON, such as a number that is infinite.
  static func text(_ value: some Encodable, pretty: Bool) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    do { return tame(String(decoding: try encoder.encode(value), as: UTF8.self)) } catch {
      throw Failure("the answer cannot be written as JSON: \(error)")
    }
  }

  /// The same document without a character that a terminal obeys. Only in strings can one stand: the
  /// line ends of a pretty document are the one control character outside of them.
  private static func tame(_ document: String) -> String {
    guard document.unicodeScalars.contains(where: isEscaped) else { return document }
    var result = String.UnicodeScalarView()
    for scalar in document.unicodeScalars {
      guard isEscaped(scalar) else {
        result.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
      }
    }
    return String(result)
  }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x7F else { return false }
    return scalar.steersDisplay || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar)
  }
}
