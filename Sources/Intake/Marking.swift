import SessionEngine

/// Protective markings of the UK Government Security Classifications (August 2024).
///
/// Local policy may add to them, so any text is allowed; what is not of the standard form is said.
public enum Marking {
  /// What is unusual about a marking; empty where it is of the standard form.
  public static func warnings(_ marking: String) -> [String] {
    let text = marking.trimmed
    guard !text.isEmpty else { return ["the marking is empty: screens and pages will carry none"] }
    guard text == text.uppercased() else {
      return ["the marking ‘\(text)’ is not in capitals"]
    }
    var parts = text.split(separator: " - ").map { String($0).trimmed }
    let tier = parts.removeFirst()
    guard tiers.contains(tier) else {
      return [
        "the marking ‘\(text)’ does not begin with \(tiers.joined(separator: ", ")): "
          + "it is taken as it is"
      ]
    }
    return parts.flatMap { warnings($0, after: tier) }
  }

  private static let tiers = ["OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"]
  private static let descriptors: Set<String> = [
    "PERSONAL DATA", "LEGAL PROFESSIONAL PRIVILEGE", "LEGAL", "MARKET SENSITIVE", "COMMERCIAL",
    "HR/MANAGEMENT",
  ]

  private static func warnings(_ part: String, after tier: String) -> [String] {
    switch part {
    case "FOR PUBLIC RELEASE":
      return tier == "OFFICIAL" ? [] : ["FOR PUBLIC RELEASE goes with plain OFFICIAL only"]
    case "RECIPIENTS ONLY":
      return tier == "OFFICIAL" ? ["RECIPIENTS ONLY needs OFFICIAL-SENSITIVE or above"] : []
    case "HMG USE ONLY":
      return ["HMG USE ONLY keeps out everyone from outside government, academics too"]
    case _ where descriptors.contains(part) || part.hasSuffix(" USE ONLY"): return []
    case _ where part.hasPrefix("EMBARGOED"):
      return part.contains(where: \.isNumber)
        ? [] : ["EMBARGOED needs a time, a date and what happens after"]
    default: return ["‘\(part)’ is no handling instruction or descriptor of the standard"]
    }
  }
}
