import SessionEngine

/// A date, a time of day and a zone, taken apart.
struct TimeParts {
  var year = 0
  var month = 0
  var day = 0
  var secondOfDay = 0
  var millisecond = 0
  var zone = Zone.missing

  enum Zone: Equatable {
    case missing
    case offset(Int)
    case letters(String)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads `2022-07-27T22:09:49.213+07:00`, `2022-07-27 22:09:49`, `27/07/2022 22:09`,
  /// `Wed Jul 27 22:09:49 WIB 2022` or `Wed Jul 27 2022 22:09:49 GMT+0700 (…)`.
  init?(_ text: String) {
    var words = text.prefix { $0 != "(" }.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    if first.first?.isNumber == true {
      if let t = first.firstIndex(where: { $0 == "T" || $0 == "t" }) {
        words[0] = String(first[..<t])
        words.insert(String(first[first.index(after: t)...]), at: 1)
      }
      guard readDate(words.removeFirst()) else { return nil }
    } else {
      guard readNamedDate(&words) else { return nil }
    }
    if !words.isEmpty {
      guard readClock(words.removeFirst()) else { return nil }
    }
    if let half = words.first?.uppercased(), half == "AM" || half == "PM" {
      guard (1...12).contains(secondOfDay / 3600) else { return nil }
      secondOfDay = secondOfDay % 43_200 + (half == "PM" ? 43_200 : 0)
      words.removeFirst()
    }
    if let word = words.first, words.count == 1, zone == .missing {
      guard readZone(word) else { return nil }
      words.removeFirst()
    }
    let days = CivilTime.days(year: year, month: month, day: day)
    guard words.isEmpty, (1...12).contains(month),
      CivilTime.civil(fromDays: days) == (year, month, day)
    else { return nil }
  }

  /// `2022-07-27`, `2022/07/27`, `27/07/2022`, `27.07.2022` or `27-07-2022`: the day before the month.
  private mutating func readDate(_ text: String) -> Bool {
    guard let separator = text.first(where: { !$0.isNumber }), "-/.".contains(separator) else {
      return false
    }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, let a = Self.number(parts[0]), let b = Self.number(parts[1]),
      let c = Self.number(parts[2])
    else { return false }
    if parts[0].count == 4 {
      (year, month, day) = (a, b, c)
      return parts[2].count <= 2
    }
    (day, month, year) = (a, b, c)
    return parts[0].count <= 2 && parts[2].count == 4
  }

  /// `Wed Jul 27 22:09:49 WIB 2022`, or with the year before the clock; leaves clock and zone.
  private mutating func readNamedDate(_ words: inout [String]) -> Bool {
    guard words.count >= 4, let month = Self.months.firstIndex(of: words[1].lowercased()),
      let day = Self.number(words[2]), words[2].count <= 2
    else { return false }
    words.removeFirst(3)
    guard let place = words.firstIndex(where: { $0.count == 4 && Self.number($0) != nil }),
      let year = Self.number(words[place])
    else { return false }
    words.remove(at: place)
    (self.year, self.month, self.day) = (year, month + 1, day)
    return true
  }

  /// `22:09`, `22:09:49` or `22:09:49.213`, with `Z` or an offset right behind it if any.
  private mutating func readClock(_ text: String) -> Bool {
    let clock = text.prefix { $0.isNumber || $0 == ":" || $0 == "." || $0 == "," }
    let rest = String(text[clock.endIndex...])
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].count <= 2, parts[1].count == 2,
      let hour = Self.number(parts[0]), hour < 24, let minute = Self.number(parts[1]), minute < 60
    else { return false }
    secondOfDay = hour * 3600 + minute * 60
    if parts.count == 3 {
      let pieces = parts[2].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
      guard (1...2).contains(pieces.count), pieces[0].count == 2,
        let second = Self.number(pieces[0]), second < 61
      else { return false }
      secondOfDay += second
      if pieces.count == 2 {
        guard Self.number(pieces[1].prefix(9)) != nil else { return false }
        let digits = (pieces[1] + "00").prefix(3)
        millisecond = Self.number(digits) ?? 0
      }
    }
    return rest.isEmpty || readZone(rest)
  }

  /// `Z`, `UTC`, `GMT+0700`, `+07:00`, `-0530`, `+07`, or letters that say too little.
  private mutating func readZone(_ text: String) -> Bool {
    let upper = text.uppercased()
    if ["Z", "UTC", "GMT"].contains(upper) {
      zone = .offset(0)
      return true
    }
    let bare = upper.hasPrefix("UTC") || upper.hasPrefix("GMT") ? upper.dropFirst(3) : upper[...]
    if let sign = bare.first, sign == "+" || sign == "-" {
      let digits = bare.dropFirst().filter { $0 != ":" }
      guard digits.count == 2 || digits.count == 4, let value = Self.number(digits) else {
        return false
      }
      let (hours, minutes) = digits.count == 2 ? (value, 0) : (value / 100, value % 100)
      guard hours < 24, minutes < 60 else { return false }
      zone = .offset((sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60))
      return true
    }
    guard (2...5).contains(upper.count), upper.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      return false
    }
    zone = .letters(upper)
    return true
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }
}
