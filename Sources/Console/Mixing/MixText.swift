import Mixing
import SessionEngine

/// What is wanted of a mix, as it is typed in one line.
enum MixText {
  /// Reads `sector 3, role`.
  static func balance(
    _ text: String, _ headings: [String]
  ) throws(Refusal) -> [MixWishes.Weight] {
    do throws(BalanceText.Fault) { return try BalanceText.read(text, among: headings) } catch {
      throw error.refusal
    }
  }

  /// Reads `sector, skills=law;data, skills=maps@2`.
  static func cover(
    _ text: String, _ headings: [String], in session: Session
  ) throws(Refusal) -> [String] {
    var wishes: [String] = []
    for part in parts(text) {
      wishes.append(try CoverWish(part, among: headings, in: session).text)
    }
    return wishes
  }

  /// Reads `5-7` or `6`; nothing for as even as can be.
  static func sizes(_ text: String) throws(Refusal) -> MixWishes.Sizes? {
    let text = text.trimmed
    if text.isEmpty { return nil }
    guard let sizes = MixWishes.Sizes(text) else {
      throw Refusal("‘\(text)’ is no size of a group", remedy: "type it as 5-7")
    }
    return sizes
  }

  /// Reads `cafe 5`, `carousel`, `3` or `cafe 5 free`.
  static func rounds(
    _ text: String, or basis: MixView.Basis
  ) throws(Refusal) -> (Rotation, Int, Bool?) {
    var (rotation, count) = (basis.rotation, basis.rounds)
    var isFree: Bool?
    for word in text.lowercased().split(separator: " ") {
      let name = word == "café" ? "cafe" : String(word)
      if let number = Int(name), (1...99).contains(number) {
        count = number
      } else if let named = Rotation.allCases.first(where: { $0.rawValue.hasPrefix(name) }) {
        rotation = named
      } else if name == "free" {
        isFree = true
      } else if name == "once" {
        isFree = false
      } else {
        throw Refusal(
          "‘\(word)’ says nothing about rounds", remedy: "type fixed, carousel 5 or cafe 5")
      }
    }
    return (rotation, count, isFree)
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
