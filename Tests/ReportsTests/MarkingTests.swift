import SessionEngine
import Testing

@Suite("Protective markings")
struct MarkingTests {
  @Test(
    "The standard form passes in silence",
    arguments: [
      "OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET",
      "OFFICIAL-SENSITIVE - RECIPIENTS ONLY", "SECRET - RECIPIENTS ONLY",
      "OFFICIAL - FOR PUBLIC RELEASE", "OFFICIAL - NORTHSHIRE POLICE USE ONLY",
      "OFFICIAL-SENSITIVE - RECIPIENTS ONLY - PERSONAL DATA", "OFFICIAL-SENSITIVE - COMMERCIAL",
      "OFFICIAL - HR/MANAGEMENT", "TOP SECRET - RECIPIENTS ONLY - LEGAL PROFESSIONAL PRIVILEGE",
      "OFFICIAL - EMBARGOED UNTIL 09:00 24 NOVEMBER 2026 THEN FOR PUBLIC RELEASE",
      "OFFICIAL-SENSITIVE - EMBARGOED UNTIL 0900 ON 24/11/2026, AFTER THAT OFFICIAL - LEGAL",
      "OFFICIAL-SENSITIVE - MARKET SENSITIVE",
    ])
  func standard(marking: String) {
    #expect(Marking.findings(marking) == [])
  }

  @Test(
    "What departs from it is said, once",
    arguments: [
      ("", "no marking"), ("Official", "capitals"), ("official-sensitive", "capitals"),
      ("OFFICIAL ", "spaces around"), ("OFFICIAL\n", "spaces around"),
      ("SECRET-SENSITIVE", "OFFICIAL only"), ("TOP SECRET-SENSITIVE", "OFFICIAL only"),
      ("OFFICIAL SENSITIVE", "without a space"), ("OFFICIAL-SENSITIVE-COMMERCIAL", "space, hyphen"),
      ("OFFICIAL – COMMERCIAL", "space, hyphen"), ("RESTRICTED", "does not begin"),
      ("TLP:AMBER", "does not begin"),
      ("OFFICIAL - RECIPIENTS ONLY", "OFFICIAL-SENSITIVE or above"),
      ("OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE", "plain OFFICIAL"),
      ("SECRET - FOR PUBLIC RELEASE", "plain OFFICIAL"), ("OFFICIAL - HMG USE ONLY", "outside"),
      ("OFFICIAL - USE ONLY", "organisation"),
      ("OFFICIAL-SENSITIVE - LEGAL - RECIPIENTS ONLY", "before LEGAL"),
      ("OFFICIAL - EMBARGOED UNTIL 24 NOVEMBER 2026 THEN FOR PUBLIC RELEASE", "time"),
      ("OFFICIAL - EMBARGOED UNTIL 09:00 THEN FOR PUBLIC RELEASE", "date"),
      ("OFFICIAL - EMBARGOED UNTIL 09:00 24 NOVEMBER 2026", "afterwards"),
      ("OFFICIAL - WORKSHOP", "local policy"), ("OFFICIAL - LEGAL - LEGAL", "twice"),
      ("OFFICIAL - ", "spaces around"), ("OFFICIAL -  - LEGAL", "nothing stands"),
      ("OFFICIAL - FOR PUBLIC RELEASE - NCA USE ONLY", "contradict"),
    ])
  func departures(marking: String, expected: String) {
    let findings = Marking.findings(marking)
    #expect(findings.contains { $0.contains(expected) }, "\(findings)")
    if marking != "OFFICIAL - " { #expect(findings.count == 1, "\(findings)") }
  }

  @Test("An embargo without anything says all three")
  func bareEmbargo() {
    #expect(Marking.findings("OFFICIAL - EMBARGOED").count == 3)
  }
}
