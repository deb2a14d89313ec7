import SessionEngine
import Testing

@Suite("Days as people write them")
struct DayTextTests {
  @Test(
    "The day comes first, unless the year does",
    arguments: [
      "2026-11-24", "24/11/26", "24/11/2026", "24.11.26", "24-11-2026", "24 Nov 2026",
      "24 November 26", " 24 nov, 2026 ", "2026/11/24",
    ])
  func days(text: String) {
    #expect(DayText.iso(text) == "2026-11-24")
  }

  @Test(
    "What is no day of the calendar is none",
    arguments: [
      "", "soon", "24/11", "11/24/26", "31/6/2026", "29 Feb 2027", "24 No 2026", "24/11/026",
      "24/11/26/1", "٢٤/11/26", "-1/2/26",
    ])
  func none(text: String) {
    #expect(DayText.iso(text) == nil)
  }

  @Test("Every day of a leap year comes back as it is", arguments: 0..<366)
  func calendar(offset: Int) {
    let (year, month, day) = CivilTime.civil(
      fromDays: CivilTime.days(year: 2028, month: 1, day: 1) + offset)
    let iso = DayText.iso("\(day)/\(month)/\(year)")
    #expect(iso == DayText.iso("\(year)-\(month)-\(day)") && iso != nil)
  }
}
