import Foundation
import Testing

/// The groups are mixed: from a roster, and in a session.
@Suite("Mixing")
struct MixTests {
  /// Thirty people of three sectors, ten organisations and two skills.
  static let roster: String = {
    let sectors = ["Police", "Academia", "Partner"]
    let rows = (1...30).map { number in
      let skill = number <= 6 ? "analysis" : number <= 9 ? "law;analysis" : ""
      return "Person \(number),\(sectors[number % 3]),Org \(number % 10),\(skill)"
    }
    return (["Name,Sector,Organisation,Skills"] + rows).joined(separator: "\n") + "\n"
  }()

  /// The group of each person in each round, by name.
  private func groups(_ csv: String) -> [String: [Int]] {
    let rows = csv.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0[0], $0.dropFirst().compactMap { Int($0) }) })
  }

  @Test("a roster gives groups that no mix can better, the same ones every time")
  func rosterToGroups() async throws {
    try await Workshop.open { laptop in
      try laptop.write("people.csv", Self.roster)
      // Time enough on any machine: each ends as soon as it is proven that no mix is better.
      let wanted = ["mix", "people.csv", "--groups", "5", "--seconds", "600"]
      let first = try await laptop.does(wanted + ["--format", "csv"])
      #expect(first.out.hasPrefix("name,group\r\nPerson 1,"))
      let seats = groups(first.out)
      #expect(seats.count == 30)
      for group in 1...5 {
        let members = seats.filter { $0.value == [group] }.keys
        #expect(members.count == 6)
        for remainder in 0..<3 {
          #expect(members.count { (Int($0.dropFirst(7)) ?? 0) % 3 == remainder } == 2)
        }
      }
      let again = try await laptop.does(wanted + ["--format", "csv"])
      #expect(again.out == first.out)
      let table = try await laptop.does(wanted)
      #expect(table.out.contains("No better mix exists."))
      #expect(table.out.contains("Sector: every group has"))
    }
  }

  @Test("wishes are kept all at once")
  func wishes() async throws {
    try await Workshop.open { laptop in
      try laptop.write("people.csv", Self.roster)
      let mix = try await laptop.does(
        "mix", "people.csv", "--groups", "4", "--size", "7-8", "--together", "Person 1;Person 2",
        "--apart", "Person 3;Person 4;Person 5", "--pin", "Person 6=2", "--host", "Person 7=3",
        "--cover", "skills", "--format", "csv", "--seconds", "0.5")
      let seats = groups(mix.out).compactMapValues(\.first)
      #expect(seats["Person 1"] == seats["Person 2"])
      #expect(Set(["Person 3", "Person 4", "Person 5"].compactMap { seats[$0] }).count == 3)
      #expect(seats["Person 6"] == 2 && seats["Person 7"] == 3)
      #expect(Set((1...9).compactMap { seats["Person \($0)"] }).count == 4)
      #expect(Set((7...9).compactMap { seats["Person \($0)"] }).count == 3)
      for group in 1...4 { #expect((7...8).contains(seats.values.count { $0 == group })) }
    }
  }

  @Test("wishes that contradict each other are named, and nothing is mixed")
  func contradiction() async throws {
    try await Workshop.open { laptop in
      try laptop.write("people.csv", Self.roster)
      let refused = try await laptop.refuses(
        "mix", "people.csv", "--groups", "5", "--together", "Person 1;Person 2", "--together",
        "Person 2;Person 3", "--apart", "Person 1;Person 3", "--apart", "Person 4;Person 5", code: 1
      )
      #expect(
        refused.err.contains(
          "these cannot all be kept: Person 1 and Person 2 together; Person 2 and Person 3 together; "
            + "Person 1 and Person 3 apart; leave one of them out"))
      #expect(refused.out.isEmpty)
    }
  }

  @Test("in a café nobody comes to a table twice, and few meet twice")
  func cafe() async throws {
    try await Workshop.open { laptop in
      let names = (1...20).map { "P\($0)" }
      try laptop.write("people.csv", "Name\n" + names.joined(separator: "\n"))
      let mix = try await laptop.does(
        "mix", "people.csv", "--groups", "5", "--rounds", "5", "--method", "cafe", "--format", "csv"
      )
      #expect(mix.out.hasPrefix("name,round 1,round 2,round 3,round 4,round 5\r\n"))
      let rounds = groups(mix.out)
      var met: [Set<String>: Int] = [:]
      for (one, seats) in rounds {
        #expect(Set(seats).count == 5, "\(one) visits each once")
        for (other, others) in rounds where one < other {
          met[[one, other]] = zip(seats, others).count { $0 == $1 }
        }
      }
      #expect(met.values.max() == 1)
    }
  }

  @Test("a session is mixed, its sheets are written, and undo is a key away")
  func session() async throws {
    try await Workshop.open { laptop in
      try laptop.write("people.csv", Self.roster)
      try await laptop.does("new", "day.plenary", "--roster", "people.csv", "--groups", "3")
      try await laptop.does(
        "mix", "day.plenary", "--method", "carousel", "--apart", "Person 1;Person 2")
      let sheets = try await laptop.does("export", "day.plenary", "--sheets")
      #expect(sheets.out.contains("day.plenary/sheets/people.md"))
      let people = String(decoding: try laptop.read("day.plenary/sheets/people.md"), as: UTF8.self)
      #expect(people.contains("## Person 1, Org 1") && people.contains("- round 2: Table "))
      try await laptop.does("mix", "day.plenary", "--method", "cafe", "--rounds", "3")
      try await laptop.does("export", "day.plenary", "--sheets")
      let rounds = String(decoding: try laptop.read("day.plenary/sheets/rounds.md"), as: UTF8.self)
      #expect(rounds.contains("## Round 3"))
      try await laptop.does("verify", "day.plenary")
      let day = try await laptop.does("replay", "day.plenary", "--text")
      #expect(day.out.contains("mixed 30 delegates into 3 groups for 3 rounds"))
    }
  }

  @Test("a carousel without priorities tells which group goes where in which round")
  func carousel() async throws {
    try await Workshop.open { laptop in
      try laptop.write("people.csv", Self.roster)
      let arguments = [
        "mix", "people.csv", "--groups", "3", "--rounds", "3", "--method", "carousel",
      ]
      let table = try await laptop.start(arguments).ended()
      #expect(table.out.contains("priority  round 1  round 2  round 3\n"))
      for line in ["Table 1   1        2        3", "Table 3   3        1        2"] {
        #expect(table.out.contains(line), "\(line)")
      }
      let csv = try await laptop.start(arguments + ["--format", "csv"]).ended()
      #expect(
        csv.out.hasPrefix(
          "name,round 1,round 2,round 3,priority in round 1,priority in round 2,"
            + "priority in round 3\r\n"))
    }
  }

  @Test("more rounds than priorities, then fewer: every round of the sheets has its priority")
  func sheetsOfFewerRounds() async throws {
    try await Workshop.open { laptop in
      try laptop.write("people.csv", Self.roster)
      try await laptop.does("new", "day.plenary", "--roster", "people.csv", "--groups", "9")
      try await laptop.does("mix", "day.plenary", "--rounds", "7", "--method", "carousel")
      try await laptop.does(
        "mix", "day.plenary", "--rounds", "6", "--method", "cafe", "--seconds", "0.5")
      try await laptop.does("export", "day.plenary", "--sheets")
      let people = String(decoding: try laptop.read("day.plenary/sheets/people.md"), as: UTF8.self)
      let lines = people.split(separator: "\n").filter { $0.hasPrefix("- round ") }
      #expect(lines.count == 30 * 6)
      #expect(lines.allSatisfy { $0.contains(", ") })
    }
  }

  @Test("one host in a café: nobody is refused, and how many come back is said")
  func oneHost() async throws {
    try await Workshop.open { laptop in
      try laptop.write("people.csv", Self.roster)
      let mix = try await laptop.does(
        "mix", "people.csv", "--groups", "5", "--rounds", "5", "--host", "Person 1=2", "--seconds",
        "10", "--format", "json")
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(mix.out.utf8)) as? [String: Any])
      // 29 others, and 30 seats to take at each of four tables
      #expect(report["returns"] as? Int == 4 && report["returnsBound"] as? Int == 4)
      let account = try #require(report["account"] as? [String])
      #expect(
        account.contains(
          "4 visits lead back to a group where one has been, apart from Person 1, who stays there; "
            + "fewer cannot be had with these groups and rounds."))
      #expect(report["pairsMeetingAgain"] != nil && report["sumOfPairsOfMeetings"] != nil)
      let once = try await laptop.refuses(
        "mix", "people.csv", "--groups", "5", "--rounds", "5", "--host", "Person 1=2", "--visits",
        "once", code: 1)
      #expect(
        once.err.contains(
          "these cannot all be kept: Person 1 hosts Table 2; 5 groups of 6 for 30 people; "
            + "nobody comes to a group twice in 5 rounds; leave one of them out"))
    }
  }

  @Test("two of one name are told apart")
  func namesakes() async throws {
    try await Workshop.open { laptop in
      try laptop.write(
        "people.csv", "Name,Organisation\nSam Smith,North\nSam Smith,South\nÉlodie,East\nBo,West\n")
      let csv = try await laptop.does(
        "mix", "people.csv", "--groups", "2", "--pin", "elodie=1", "--format", "csv")
      #expect(csv.out.hasPrefix("name,organisation,group\r\n"))
      #expect(csv.out.contains("Sam Smith,North,") && csv.out.contains("Sam Smith,South,"))
      #expect(csv.out.contains("Élodie,East,1"))
      let json = try await laptop.does("mix", "people.csv", "--groups", "2", "--format", "json")
      #expect(json.out.contains("Sam Smith, North") && json.out.contains("groupNames"))
    }
  }

  @Test("what is wrong with the arguments is said")
  func arguments() async throws {
    try await Workshop.open { laptop in
      try laptop.write("people.csv", Self.roster)
      for (arguments, words) in [
        ([], "--groups 5, or --size 5-7"),
        (["--groups", "5", "--balance", "sektor"], "no column of the roster ‘sektor’"),
        (["--groups", "5", "--balance", "sector=0"], "no weight above 0"),
        (["--groups", "5", "--pin", "Person 1=9"], "there is no group ‘9’"),
        (["--groups", "5", "--pin", "Person 1"], "names no group"),
        (["--groups", "5", "--visits", "once"], "--visits is for café and carousel"),
        (["--groups", "5", "--seconds", "-1"], "--seconds is -1.0; choose from 0 to 86400"),
        (["--groups", "-1"], "--groups is -1; choose from 1 to 99"),
        (["--groups", "5", "--balance", "sector=1e308,organisation=1e308"], "weighs too much"),
        (["--groups", "5", "--together", "Person 30"], "fewer than two people"),
        (["--groups", "5", "--apart", "Person 30;Nobody"], "there is no delegate ‘Nobody’"),
        (["--size", "7-5"], "write it as 5-7"),
        (["--groups", "5", "--balance", "sector=2,sector=5"], "names Sector twice"),
        (
          ["--groups", "5", "--pin", "Person 1=1", "--host", "Person 1=2"],
          "Person 1 is pinned to Table 1 and hosts Table 2"
        ),
      ] {
        let outcome = try await laptop.start(["mix", "people.csv"] + arguments).ended()
        #expect(outcome.code == 64 && outcome.err.contains(words), "\(arguments): \(outcome.err)")
      }
      try await laptop.refuses("mix", "absent.csv", "--groups", "5", code: 1)
      let wide = try await laptop.refuses(
        "mix", "people.csv", "--groups", "5", "--rounds", "7", "--visits", "once", code: 1)
      #expect(wide.err.contains("plan 5 rounds at most"))
      let carousel = try await laptop.refuses(
        "mix", "people.csv", "--groups", "5", "--rounds", "7", "--method", "carousel", "--visits",
        "once", code: 1)
      #expect(carousel.err.contains("there are 7 rounds and 5 to come to"))
      let many = try await laptop.refuses("mix", "people.csv", "--groups", "99", code: 1)
      #expect(many.err.contains("99 groups are more than 30 people: 69 would stay empty"))
      let room = try await laptop.start(
        ["mix", "people.csv", "--groups", "5", "--pin", "Person 1=7"]
      ).ended()
      #expect(room.err.contains("Table 5") && !room.err.contains("Whole room"))
      let size = try await laptop.refuses("mix", "people.csv", "--size", "7", code: 1)
      #expect(size.err.contains("5 groups of 6 would hold everybody: --size 6"))
    }
  }
}
