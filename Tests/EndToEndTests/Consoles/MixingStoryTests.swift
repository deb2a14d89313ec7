import Foundation
import Testing

/// From a roster to sheets, by keys in a terminal: mixed, swapped, put right on the day, a carousel.
@Suite("A day of mixed groups at the keys")
struct MixingStoryTests {
  private static let names = [
    "Ann Ash", "Bo Birch", "Cy Cedar", "Di Date", "Ed Elder", "Fay Fir", "Gil Gum", "Hal Hazel",
    "Ida Ilex", "Jo Juniper", "Kit Kapok", "Lu Larch",
  ]
  /// Four of twelve know the law.
  private static let lawyers = Set(["Ann Ash", "Di Date", "Gil Gum", "Jo Juniper"])

  private static let roster: String = {
    let sectors = ["Police", "Academia", "Charity"]
    let rows = names.enumerated().map { index, name in
      "\(name),Org \(index % 6),\(sectors[index % 3]),\(lawyers.contains(name) ? "law" : "")"
    }
    return (["Name,Organisation,Sector,Skills"] + rows).joined(separator: "\n") + "\n"
  }()

  @Test("import, mix, swap, two no-shows, a walk-in, a repair with its reason, a carousel, sheets")
  func day() async throws {
    try await Workshop.open { laptop in
      try laptop.write("room.csv", Self.roster)
      try await laptop.does("new", "day", "--roster", "room.csv", "--groups", "3")
      let screen = try await Screen.open(laptop, "day", width: 120, height: 40)
      try await mix(screen)
      let missing = try await noShows(laptop)
      try await arrive(screen, without: missing)
      try await repair(screen)
      let repaired = try await seats(laptop)
      #expect(repaired.count == 11)
      for name in missing { #expect(repaired[name] == nil, "\(name) has no seat") }
      // Two who know the law are left, in two groups again.
      let law = Self.lawyers.subtracting(missing).compactMap { repaired[$0]?.first }
      #expect(Set(law).count == 2)
      try await carousel(screen)
      try await screen.press("C-c")
      #expect(try await screen.ended() == 0)
      await screen.close()
      let rounds = try await seats(laptop)
      #expect(rounds.count == 11 && rounds["Wil Walker"]?.count ?? 0 >= 3)
      for (name, groups) in rounds { #expect(Set(groups).count == 1, "\(name) stays in the group") }
      let sheet = try laptop.text("day/sheets/groups.md")
      for group in sheet.components(separatedBy: "\n## Table ").dropFirst() {
        let work = group.split(separator: "\n").filter { $0.hasPrefix("### Round ") }
          .compactMap { $0.split(separator: ": ", maxSplits: 1).last }
        #expect(work.count >= 3 && Set(work.prefix(3)).count == 3, "\(work)")
      }
      try await laptop.does("verify", "day")
    }
  }

  private func mix(_ screen: Screen) async throws {
    try await screen.press("M-2")
    try await screen.shows("Without a seat")
    try await screen.press("d")
    try await screen.shows("Mix 12 people into 3 groups")
    try await screen.press("c")
    try await screen.shows("in every group")
    try await screen.enter("skills")
    try await screen.shows("Skills: law: in every group.", "done")
    try await screen.press("Enter")
    try await screen.shows("seated 12 delegates")
    try await screen.press("s")
    try await screen.shows("changes places with whom?")
    try await screen.press("Enter")
    try await screen.shows("moved ")
  }

  /// The groups of each person, round by round, as the sheets have them.
  private func seats(_ laptop: Workshop) async throws -> [String: [String]] {
    try await laptop.does("export", "day", "--sheets")
    var seats: [String: [String]] = [:]
    var name = ""
    for line in try laptop.text("day/sheets/people.md").components(separatedBy: "\n") {
      if line.hasPrefix("## ") {
        name = String(line.dropFirst(3).prefix { $0 != "," })
      } else if line.hasPrefix("- round "),
        let place = line.components(separatedBy: ": ").dropFirst().first
      {
        seats[name, default: []].append(String(place.prefix { $0 != "," }))
      }
    }
    return seats
  }

  /// The two who alone know the law in their groups: the two others share one.
  private func noShows(_ laptop: Workshop) async throws -> Set<String> {
    let seats = try await seats(laptop)
    #expect(seats.count == 12)
    let groups = Dictionary(grouping: Self.lawyers) { seats[$0]?.first ?? "" }
    #expect(groups.count == 3 && groups[""] == nil)
    let alone = groups.values.filter { $0.count == 1 }.joined()
    #expect(alone.count == 2)
    return Set(alone)
  }

  private func arrive(_ screen: Screen, without missing: Set<String>) async throws {
    try await screen.press("M-1")
    try await screen.shows("12 of 12 count as here")
    for name in Self.names { try await screen.press(missing.contains(name) ? "Down" : "Space") }
    try await screen.shows("10 of 12 are here")
    try await screen.press("a")
    try await screen.shows("walk-in")
    try await screen.enter("Wil Walker, River Trust, Charity")
    try await screen.shows("11 of 13 are here, 1 walked in")
  }

  private func repair(_ screen: Screen) async throws {
    try await screen.press("M-2")
    try await screen.shows("Without a seat")
    try await screen.press("R")
    let question = try await screen.shows(
      "Put the groups right? 1 person moves.", "Wil Walker sits at",
      "without a seat, since not here")
    let move = question.split(separator: "\n").first { $0.contains(" from Table ") }
    #expect(move?.contains("Skills: law in 2 groups") == true, "\(question)")
    try await screen.press("y")
    try await screen.shows("seated 1 delegate, moved 1, took 2 from their groups")
    try await screen.press("R")
    try await screen.shows("nothing is to be put right")
  }

  private func carousel(_ screen: Screen) async throws {
    try await screen.press("d")
    try await screen.shows("Mix 11 people into 3 groups")
    try await screen.press("r")
    try await screen.shows("how many rounds, and how")
    try await screen.press("C-u")
    try await screen.enter("carousel 3")
    try await screen.shows("carousel, 3 rounds", "round 1", "round 3", "Table 3")
    try await screen.press("Enter")
    try await screen.showsNoMore("carousel, 3 rounds")
  }
}
