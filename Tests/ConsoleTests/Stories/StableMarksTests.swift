import SessionEngine
import Testing

@testable import Console

/// What is marked on a row stays where it is and as it is, whatever is done to others.
@Suite("Marks that stay") struct StableMarksTests {
  private func themes(_ width: Int, _ height: Int) throws -> Room {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-4", "t", "t")
    return room
  }

  /// Each contribution's first row on the screen, by its number.
  private func rows(_ room: Room) -> [String: String] {
    var rows: [String: String] = [:]
    for line in room.screen {
      guard let range = line.firstRange(of: "#") else { continue }
      let number = line[range.lowerBound...].prefix { $0 != " " }
      rows[String(number)] = String(line[range.lowerBound...])
    }
    return rows
  }

  @Test(
    "one merge moves nothing on the rows of the others",
    arguments: [(120, 40), (200, 60), (80, 24)])
  func merging(_ width: Int, _ height: Int) throws {
    // Given the list of everything
    var room = try themes(width, height)
    let before = rows(room)
    let points = room.session.contributions.all.filter(\.isKept)
    let (one, other) = (points[0], points[1])
    // When two are merged
    try room.elsewhere(.merge([other.id], into: one.id))
    // Then every other row stands as it stood
    let after = rows(room)
    let both = [one.number.spoken, other.number.spoken]
    let compared = before.filter { after[$0.key] != nil && !both.contains($0.key) }
    #expect(compared.count >= 4)
    for (number, row) in compared { #expect(after[number] == row) }
    #expect(room.shows("×2"))
  }

  @Test("a theme keeps its chip when another is split off, added, moved or merged")
  func chips() throws {
    // Given the chips of a codebook
    var room = try themes(120, 40)
    let data = try #require(room.session.themes.first)
    let before = room.console.themeWords
    // When a theme is split off that shares its words, and another comes that does
    let ids = room.session.contributions.all.filter { $0.isKept && $0.themes.contains(data.id) }
      .prefix(2).map(\.id)
    try room.elsewhere(
      .splitTheme(data.id, title: "Data " + data.title, contributions: Array(ids)))
    try room.elsewhere(.addTheme(title: data.title + " in all", definition: ""))
    try room.elsewhere(.moveTheme(data.id, to: room.session.themes.count - 1))
    // Then every chip is what it was, and the new ones are others
    let after = room.console.themeWords
    for (theme, word) in before { #expect(after[theme] == word) }
    #expect(Set(after.values).count == after.count)
    // And after a restart those that were split off still take what is left
    let next = Room(room.desk, 120, 40)
    #expect(next.console.themeWords[data.id] == before[data.id])
    // A theme that is called otherwise is marked otherwise
    try room.elsewhere(.renameTheme(data.id, "Spreadsheets"))
    #expect(room.console.themeWords[data.id] == "spreadsheets")
  }
}
