/// The rules of protective markings: UK Government Security Classifications, August 2024.
///
/// `TIER[-SENSITIVE] - HANDLING INSTRUCTION - DESCRIPTOR`, in capitals. Local policy may add to the
/// standard, so nothing here forbids a marking: what is not of the standard form is said.
public enum Marking {
  /// What to tell the facilitator about a marking; empty where it is of the standard form.
  public static func findings(_ marking: String) -> [String] {
    let text = trimmed(marking)
    guard !text.isEmpty else {
      return ["no marking: every document of a workshop carries one, such as OFFICIAL"]
    }
    let capitals = text.uppercased()
    var findings: [String] = []
    if text != marking || text.unicodeScalars.contains(where: \.isControl) {
      findings.append("the marking has spaces around it, line ends or control characters")
    }
    if text != capitals { findings.append("a marking is written in capitals: \(capitals)") }
    var parts = capitals.split(separator: " - ", omittingEmptySubsequences: false)
      .map { trimmed(String($0)) }
    guard let tier = Tier(parts.removeFirst()) else {
      return findings + [tierAdvice(for: capitals)]
    }
    return findings + PartsCheck(tier: tier, parts: parts).findings
  }

  /// The tier, and whether `-SENSITIVE` follows it.
  enum Tier: String {
    case official = "OFFICIAL"
    case officialSensitive = "OFFICIAL-SENSITIVE"
    case secret = "SECRET"
    case topSecret = "TOP SECRET"

    init?(_ text: String) { self.init(rawValue: text) }
  }

  static let descriptors: Set = [
    "PERSONAL DATA", "LEGAL PROFESSIONAL PRIVILEGE", "LEGAL", "MARKET SENSITIVE", "COMMERCIAL",
    "HR/MANAGEMENT",
  ]

  private static func tierAdvice(for capitals: String) -> String {
    if capitals.hasPrefix("SECRET-SENSITIVE") || capitals.hasPrefix("TOP SECRET-SENSITIVE") {
      return "-SENSITIVE belongs to OFFICIAL only: SECRET and TOP SECRET are sensitive already"
    }
    if ["OFFICIAL SENSITIVE", "OFFICIAL -SENSITIVE", "OFFICIAL- SENSITIVE", "OFFICIAL – SENSITIVE"]
      .contains(where: capitals.hasPrefix)
    {
      return "-SENSITIVE follows OFFICIAL without a space: OFFICIAL-SENSITIVE"
    }
    let tiers = ["OFFICIAL-SENSITIVE", "OFFICIAL", "TOP SECRET", "SECRET"]
    if let tier = tiers.first(where: capitals.hasPrefix) {
      return "after \(tier) comes space, hyphen, space and a handling instruction or a descriptor"
    }
    return "the marking does not begin with OFFICIAL, OFFICIAL-SENSITIVE, SECRET or TOP SECRET; "
      + "it stands as local policy has it"
  }

  static func trimmed(_ text: String) -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}

/// Checks what follows the tier: handling instructions, then descriptors.
private struct PartsCheck {
  let tier: Marking.Tier
  let parts: [String]

  var findings: [String] {
    var findings: [String] = []
    var seen: Set<String> = []
    var descriptor: String?
    for part in parts {
      guard !part.isEmpty else {
        findings.append("nothing stands between two hyphens, or after the last")
        continue
      }
      if !seen.insert(part).inserted { findings.append("\(part) stands twice") }
      if Marking.descriptors.contains(part) {
        descriptor = part
      } else if let advice = handlingAdvice(part) {
        findings += advice
        if let descriptor {
          findings.append("\(part) is a handling instruction and comes before \(descriptor)")
        }
      } else {
        findings.append(
          "‘\(part)’ is no handling instruction or descriptor of the standard; "
            + "it stands as local policy has it")
      }
    }
    return findings + contradictions(among: seen)
  }

  /// What to say about a handling instruction; `nil` where the part is none.
  private func handlingAdvice(_ part: String) -> [String]? {
    switch part {
    case "RECIPIENTS ONLY":
      return tier == .official
        ? ["RECIPIENTS ONLY needs OFFICIAL-SENSITIVE or above"] : []
    case "FOR PUBLIC RELEASE":
      return tier == .official
        ? [] : ["FOR PUBLIC RELEASE goes with plain OFFICIAL only, never with \(tier.rawValue)"]
    case "HMG USE ONLY":
      return [
        "HMG USE ONLY shuts out every partner outside government: not for a room with academics, "
          + "charities or companies in it"
      ]
    case "USE ONLY":
      return ["USE ONLY needs the organisation before it, such as NORTHSHIRE POLICE USE ONLY"]
    case _ where part.hasSuffix(" USE ONLY"):
      return []
    case _ where part == "EMBARGOED" || part.hasPrefix("EMBARGOED "):
      return Embargo(part).findings
    default:
      return nil
    }
  }

  private func contradictions(among seen: Set<String>) -> [String] {
    guard seen.contains("FOR PUBLIC RELEASE") else { return [] }
    return seen.filter { $0 == "RECIPIENTS ONLY" || $0.hasSuffix(" USE ONLY") }.sorted().map {
      "FOR PUBLIC RELEASE and \($0) contradict each other"
    }
  }
}

/// An embargo says until when, and what then: `EMBARGOED UNTIL 09:00 24 NOVEMBER 2026 THEN FOR
/// PUBLIC RELEASE`.
private struct Embargo {
  let findings: [String]

  init(_ part: String) {
    let words = part.split { $0 == " " || $0 == "," }.dropFirst()
    var findings: [String] = []
    if !words.contains(where: Self.isTime) {
      findings.append("EMBARGOED needs the time at which it ends, such as 09:00")
    }
    if !Self.hasDate(Array(words)) {
      findings.append("EMBARGOED needs the date on which it ends, such as 24 NOVEMBER 2026")
    }
    if !words.contains(where: { ["THEN", "AFTER", "THEREAFTER", "AFTERWARDS"].contains($0) }) {
      findings.append("EMBARGOED says what holds afterwards, such as THEN FOR PUBLIC RELEASE")
    }
    self.findings = findings
  }

  private static func isTime(_ word: Substring) -> Bool {
    let bare = ["AM", "PM", "Z", "HRS"].first(where: word.hasSuffix).map {
      word.dropLast($0.count)
    }
    let parts = (bare ?? word).split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) else {
      return ["MIDNIGHT", "NOON", "MIDDAY"].contains(word)
    }
    switch parts.count {
    case 1: return bare.map { (1...4).contains($0.count) } ?? Self.isClock(parts[0])
    case 2: return parts[0].count <= 2 && parts[1].count == 2
    default: return false
    }
  }

  /// Four digits that a clock can show and that are no year of this century.
  private static func isClock(_ word: Substring) -> Bool {
    guard word.count == 4, let value = Int(word) else { return false }
    return value / 100 < 24 && value % 100 < 60 && !(2020...2059).contains(value)
  }

  private static func hasDate(_ words: [Substring]) -> Bool {
    let months = [
      "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    let hasMonth = words.contains { word in
      word.count >= 3 && months.contains { word.hasPrefix($0) }
    }
    let hasDay = words.contains { word in
      let digits = word.prefix(while: \.isASCIIDigit)
      return (1...2).contains(digits.count) && !word.contains(":")
    }
    return (hasMonth && hasDay)
      || words.contains { word in
        let parts = word.split(omittingEmptySubsequences: false) {
          $0 == "/" || $0 == "-" || $0 == "."
        }
        return parts.count == 3 && parts.allSatisfy { Int($0) != nil }
      }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
