import Testing

@testable import SessionEngine

@Suite("Skills wanted and offered")
struct SkillKeyTests {
  @Test(
    "meet whatever the hyphens, the order of words and their endings",
    arguments: [
      ("interviews", "Interviewing"), ("analysis of data", "data-analysis"),
      ("Data Science", "datascience"), ("statistics", "Statistical"), ("mapping", "Mappings"),
      ("café management", "Cafe Management"),
    ])
  func meet(wanted: String, offered: String) {
    #expect(wanted.skillKey == offered.skillKey)
  }

  @Test(
    "stay apart where they are different",
    arguments: [
      ("law", "lawn"), ("data science", "data entry"), ("C++", "C#"), ("policing", "policy"),
    ])
  func stayApart(wanted: String, offered: String) {
    #expect(wanted.skillKey != offered.skillKey)
  }
}
