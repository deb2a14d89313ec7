import SessionEngine

/// What is to be spread evenly and how much each counts, as a person types it in one line.
public enum BalanceText {
  /// Why it cannot be read.
  public enum Fault: Error, Equatable {
    /// There is no such column.
    case column(Refusal)
    /// A weight that is none, or a column that is named twice.
    case weight(Refusal)

    /// Why, and what to do instead.
    public var refusal: Refusal {
      switch self {
      case .column(let refusal), .weight(let refusal): refusal
      }
    }
  }

  /// Reads `sector=3, role`, the same without the sign, or `none`.
  ///
  /// - Parameter headings: those there are.
  /// - Throws: `Fault` for a column that there is not or that is named twice, and for a weight that is not
  ///   above 0 or above ``MixWishes/Weight/most``.
  public static func read(
    _ text: String, among headings: [String]
  ) throws(Fault) -> [MixWishes.Weight] {
    if text.trimmed.lowercased() == "none" { return [.nothing] }
    var weights: [MixWishes.Weight] = []
    for part in text.split(separator: ",").map({ String($0).trimmed }) where !part.isEmpty {
      let (name, number) = sides(part, headings)
      let column: String
      do throws(Refusal) { column = try Columns.heading(named: name, among: headings) } catch {
        throw .column(error)
      }
      guard !weights.contains(where: { $0.column == column }) else {
        throw .weight(
          Refusal("this names \(column) twice", remedy: "give each column one weight"))
      }
      weights.append(.init(column, try weight(number, part, column)))
    }
    return weights
  }

  /// The heading and the weight as typed; a heading may itself have the sign or a number in it.
  private static func sides(_ part: String, _ headings: [String]) -> (String, String?) {
    if headings.contains(where: { $0.lowercased() == part.lowercased() }) { return (part, nil) }
    if let sign = part.lastIndex(of: "=") {
      return (String(part[..<sign]), String(part[part.index(after: sign)...]).trimmed)
    }
    guard let space = part.lastIndex(of: " "),
      case let last = String(part[part.index(after: space)...]), Double(last) != nil
    else { return (part, nil) }
    return (String(part[..<space]), last)
  }

  private static func weight(
    _ number: String?, _ part: String, _ column: String
  ) throws(Fault) -> Double {
    guard let number else { return 1 }
    guard let weight = Double(number), weight > 0, weight.isFinite else {
      throw .weight(
        Refusal("‘\(part)’ has no weight above 0", remedy: "write it as \(column)=2"))
    }
    guard weight <= MixWishes.Weight.most else {
      throw .weight(
        Refusal(
          "‘\(part)’ weighs too much", remedy: "weights go up to \(Int(MixWishes.Weight.most))"))
    }
    return weight
  }
}
