/// Days as people write them.
public enum DayText {
  /// The day that a text names, as `2026-11-24`; `nil` where it names none.
  ///
  /// Read are 2026-11-24, and with the day first, as is usual in Britain: 24/11/26, 24.11.2026, 24-11-2026,
  /// 24 Nov 2026, 24 November 26. Years of two digits are those from 2000 on.
  public static func iso(_ text: String) -> String? {
    let parts = text.trimmed.split { $0 == " " || $0 == "/" || $0 == "." || $0 == "-" || $0 == "," }
    guard parts.count == 3, text.trimmed.first?.isNumber == true else { return nil }
    let isYearFirst = parts[0].count == 4
    guard let day = number(parts[isYearFirst ? 2 : 0]), let month = month(parts[1]),
      var year = number(parts[isYearFirst ? 0 : 2])
    else { return nil }
    if !isYearFirst {
      switch parts[2].count {
      case 2: year += 2000
      case 4: break
      default: return nil
      }
    }
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    let iso = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    return Instant(iso + "T00:00:00.000Z") == nil ? nil : iso
  }

  private static func number(_ text: Substring) -> Int? {
    text.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  /// A month by its number, or by three letters of its English name or more.
  private static func month(_ text: Substring) -> Int? {
    if let number = number(text) { return number }
    let name = text.lowercased()
    guard name.count >= 3 else { return nil }
    return months.firstIndex { $0.lowercased().hasPrefix(name) }.map { $0 + 1 }
  }

  /// The months by their English names.
  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
