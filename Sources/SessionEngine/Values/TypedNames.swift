// Names as people type them: without accents, with a slip of the finger.
extension String {
  /// The text without accents and other marks on Latin letters, in small letters, as it is typed on a
  /// keyboard that lacks them: `é` is `e`, `ø` is `o`, `ß` is `ss`.
  var withoutMarks: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    var plain = ""
    for scalar in lowercased().unicodeScalars {
      switch scalar {
      case "æ": plain += "ae"
      case "œ": plain += "oe"
      case "ß": plain += "ss"
      case "þ": plain += "th"
      case "ð": plain += "d"
      case "ı": plain += "i"
      default:
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        plain.unicodeScalars.append(Self.base(of: scalar))
      }
    }
    return plain
  }

  /// The letter of a Latin letter with a mark, by its name in Unicode: LATIN SMALL LETTER E WITH ACUTE.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard !scalar.isASCII, let name = scalar.properties.name else { return scalar }
    let words = name.split(separator: " ")
    guard words.count > 4, words[..<3] == ["LATIN", "SMALL", "LETTER"], words[4] == "WITH",
      words[3].count == 1, let letter = words[3].lowercased().unicodeScalars.first
    else { return scalar }
    return letter
  }

  /// How many letters have to be changed, added, left out, or exchanged with the next to make one text
  /// of the other (Damerau 1964, no letter twice).
  func editDistance(to other: String) -> Int {
    let (a, b) = (Array(self), Array(other))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = Swift.min(
          rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = Swift.min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
