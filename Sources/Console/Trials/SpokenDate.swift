import SessionEngine

/// A day as people say it: without a year, or from where one stands.
enum SpokenDate {
  /// The day that is meant, as 2026-11-24; `nil` where it is said in another way, or not at all.
  ///
  /// `14/12`, `14 Dec` and `Dec 14` are the next such day, today included. `friday` is the next one after
  /// today, `next friday` that of the next week, which begins on a Monday.
  static func day(_ text: String, from now: Instant, utcOffset: Int) -> String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !["on", "by", "the", "of", "this", "coming"].contains($0) }
    func ahead(_ days: Int) -> CivilTime {
      CivilTime(now.advanced(bySeconds: days * 86_400), offsetSeconds: utcOffset)
    }
    switch words.count {
    case 1:
      if words[0] == "today" { return ahead(0).dateText }
      if words[0] == "tomorrow" { return ahead(1).dateText }
      guard let weekday = weekday(words[0]) else { return nil }
      return (1...7).map(ahead).first { $0.weekday == weekday }?.dateText
    case 2:
      if words[0] == "next", let weekday = weekday(words[1]) {
        let sinceMonday = (ahead(0).weekday + 6) % 7
        return (7 - sinceMonday..<14 - sinceMonday).map(ahead).first { $0.weekday == weekday }?
          .dateText
      }
      if words == ["next", "week"] { return ahead(7).dateText }
      return next(words, ahead)
    case 3:
      guard words[0] == "in", let count = words[1] == "a" ? 1 : Int(words[1]), 0...520 ~= count
      else {
        return nil
      }
      if words[2].hasPrefix("day") { return ahead(count).dateText }
      return words[2].hasPrefix("week") ? ahead(7 * count).dateText : nil
    default: return nil
    }
  }

  /// The next day of such a number and month, in either order where the month is named.
  private static func next(_ words: [String], _ ahead: (Int) -> CivilTime) -> String? {
    func number(_ word: String) -> Int? {
      let endings = ["st", "nd", "rd", "th"]
      return Int(endings.contains { word.hasSuffix($0) } ? String(word.dropLast(2)) : word)
    }
    let pairs: [(Int?, Int?)] = [
      (number(words[0]), month(words[1]) ?? Int(words[1])), (number(words[1]), month(words[0])),
    ]
    for case (let day?, let month?) in pairs where 1...31 ~= day && 1...12 ~= month {
      // Eight years hold a 29 February, whatever the century.
      return (0...2922).lazy.map(ahead).first { $0.day == day && $0.month == month }?.dateText
    }
    return nil
  }

  private static func weekday(_ word: String) -> Int? {
    place(
      of: word, in: ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"])
  }

  private static func month(_ word: String) -> Int? {
    place(of: word, in: DayText.months.map { $0.lowercased() }).map { $0 + 1 }
  }

  /// Which name a word begins, with three letters at least.
  private static func place(of word: String, in names: [String]) -> Int? {
    word.count < 3 ? nil : names.firstIndex { $0.hasPrefix(word) }
  }
}
