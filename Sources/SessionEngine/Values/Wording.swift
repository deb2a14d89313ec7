/// Figures and lists in words, the same wherever they stand and in every language of the machine.
public enum Wording {
  /// A number with a fixed number of decimals, rounded half away from zero, such as `3.25`; empty for what is
  /// no number, or none that fits.
  public static func decimal(_ value: Double, places: Int = 2) -> String {
    let unit = (0..<max(0, places)).reduce(1) { unit, _ in unit * 10 }
    guard value.isFinite, abs(value) < 1e12 else { return "" }
    let whole = Int((abs(value) * Double(unit)).rounded())
    let digits = String(whole % unit)
    let rest = String(repeating: "0", count: max(0, places - digits.utf8.count)) + digits
    return (value < 0 && whole > 0 ? "-" : "") + "\(whole / unit)" + (places > 0 ? "." + rest : "")
  }

  /// `a, b and c`; of more than so many, the first and how many more.
  public static func list(_ items: [String], most: Int = .max) -> String {
    if items.count > most {
      return items.prefix(most).joined(separator: ", ") + " and \(items.count - most) more"
    }
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What stands under a list of faults that was cut short, such as `and 4,980 more lines`.
  public static func moreLines(_ count: Int) -> String {
    "and \(grouped(count)) more line" + (count == 1 ? "" : "s")
  }

  /// A number with a comma at every third digit, such as `4,980`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let groups = digits.indices.map { index in
      let left = digits.distance(from: index, to: digits.endIndex)
      return (left.isMultiple(of: 3) && index != digits.startIndex ? "," : "")
        + String(digits[index])
    }
    return (number < 0 ? "-" : "") + groups.joined()
  }
}

extension ScoringResult.Fate {
  /// What became of a thing, such as `merged into #3`; `nil` where nothing did.
  ///
  /// - Parameter name: what people call the thing of an identifier.
  public func text(name: (String) -> String) -> String? {
    switch self {
    case .unchanged: nil
    case .reworded: "reworded"
    case .merged(let stayer): "merged into \(name(stayer))"
    case .split: "split"
    case .withdrawn: "withdrawn"
    case .redacted: "redacted"
    }
  }
}
