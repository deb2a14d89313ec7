import Testing

@testable import Collation

@Suite("Words")
struct WordTests {
  @Test(arguments: [
    ("Don't stop; it's 24hrs!", ["Don't", "stop", "it's", "24", "hrs"]),
    ("joined-up data/AI", ["joined", "up", "data", "AI"]),
    ("1,000 of 2.5 and 3, 4.", ["1,000", "of", "2.5", "and", "3", "4"]),
    ("covid19 pan3l", ["covid19", "pan3l"]),
    ("", []), ("👍🏽 🎉!! — …", []), ("\u{200B}\u{FEFF}\u{AD}", []),
    ("cafe\u{301} café", ["cafe\u{301}", "café"]),
    ("pol\u{200B}ice", ["pol\u{200B}ice"]),
    ("العربية جميلة", ["العربية", "جميلة"]),
    ("情報共有", ["情報", "報共", "共有"]), ("人", ["人"]),
    ("data を share", ["data", "を", "share"]),
    ("\u{301}\u{302}", []),
  ])
  func areRunsOfWhatBelongsTogether(text: String, words: [String]) {
    var found: [String] = []
    TextReader.forEachWord(in: text) { found.append(String($0)) }
    #expect(found == words)
  }

  @Test(arguments: [
    ["officer", "officers", "Officer's", "OFFICERS’"], ["police", "Police", "pol\u{AD}ice"],
    ["share", "shares", "sharing", "shared"], ["stop", "stopped", "stopping", "stops"],
    ["policy", "policies"], ["organise", "organized", "organising", "organizes"],
    ["colour", "color", "colours"], ["centre", "center", "centres"], ["programme", "program"],
    ["child", "children"], ["quick", "quickly"], ["café", "cafe", "cafe\u{301}", "CAFÉ"],
    ["naïve", "naive"], ["Nguyễn", "nguyen"], ["Łódź", "lodz"], ["Straße", "strasse"],
    ["مدرسة", "المدرسة"], ["كِتَاب", "كتاب"], ["２４", "24", "٢٤"], ["four", "4"],
    ["Ёлка", "елка"], ["Αθήνα", "αθηνα"],
  ])
  func formsOfOneWordAreOneTerm(forms: [String]) {
    var vocabulary = Vocabulary()
    let numbers = forms.map { vocabulary.form($0[...]) }
    let terms = Set(numbers.map { vocabulary.forms[$0].term })
    let stems = terms.map { vocabulary.stems[$0] }
    #expect(terms.count == 1, "\(stems)")
  }

  @Test(arguments: [
    ("police", "policy"), ("university", "universe"), ("news", "new"),
    ("community", "communication"),
    ("4", "24"), ("1.5", "15"), ("noted", "not"), ("uses", "us"), ("May", "мay"), ("й", "и"),
    ("が", "か"),
  ])
  func differentWordsAreDifferentTerms(one: String, other: String) {
    var vocabulary = Vocabulary()
    let numbers = [one, other].map { vocabulary.form($0[...]) }
    let terms = numbers.map { vocabulary.forms[$0].term }
    #expect(terms[0] != terms[1])
  }

  @Test func slipsAndDerivedWordsAreAlikeAndStrangersAreNot() {
    func likeness(_ one: String, _ other: String) -> Double {
      var vocabulary = Vocabulary()
      let (a, b) = (vocabulary.form(one[...]), vocabulary.form(other[...]))
      let terms = (vocabulary.forms[a].term, vocabulary.forms[b].term)
      let found = Likeness(vocabulary).of(terms.0, terms.1)
      #expect(found == Likeness(vocabulary).of(terms.1, terms.0))
      return found
    }
    for (one, other) in [
      ("recruit", "recruitment"), ("intelligence", "inteligence"), ("exploited", "expolited"),
      ("secure", "security"), ("community", "comunity"), ("transparent", "transparency"),
    ] {
      #expect(likeness(one, other) > 0.5, "\(one), \(other)")
    }
    for (one, other) in [
      ("house", "horse"), ("police", "policy"), ("community", "communication"), ("able", "table"),
      ("import", "export"), ("2019", "2018"), ("data", "date"),
    ] {
      #expect(likeness(one, other) == 0, "\(one), \(other)")
    }
  }

  @Test func logarithmsAndPowersAreThoseOfTheTables() {
    for (value, logarithm) in [
      (1.0, 0.0), (2, 0.693147180560), (10, 2.302585092994), (0.001, -6.907755278982),
    ] {
      #expect(abs(Steady.ln(value) - logarithm) < 1e-11)
      #expect(abs(Steady.exp(logarithm) - value) < 1e-9 * value)
    }
  }
}
