import Foundation
import Intake
import SessionEngine

/// The same day through the commands of the binary, a line for each thing that is said or done.
///
/// Who is here and which round it is are said by commands too.
struct DayInLines {
  let folder: String
  let binary: String

  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// A folder that is removed with `remove`.
  init() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "plenary-day-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    folder = root.path
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    binary =
      ProcessInfo.processInfo.environment["PLENARY_BINARY"]
      ?? URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/plenary"
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// What the day came to, read from the disk.
  func told() throws -> Session {
    try begin()
    try listen()
    try code()
    try collate()
    try keepCodebook()
    try raiseAll()
    try score()
    for card in Day.cards { try fillIn(card) }
    try enterForms()
    return try stored { $0.session }
  }

  // MARK: The day

  private func begin() throws {
    let rows = Workshop.people.map { person in
      [
        person.name, person.organisation, person.sector, person.role,
        person.skills.joined(separator: ";"),
      ].joined(separator: ",")
    }
    try Data((["Name,Organisation,Sector,Role,Skills"] + rows).joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: folder + "/roster.csv"))
    try plenary(["new", "day", "--plan", "soc", "--roster", "roster.csv"])
    try plenary(["arrive", "day", "--all"])
    try plenary(
      ["arrive", "day"],
      Day.walkIns.map { person in
        let skills = person.skills.map { "\"\($0)\"" }.joined(separator: ", ")
        return "{\"walkIn\": \"\(person.name)\", \"organisation\": \"\(person.organisation)\", "
          + "\"sector\": \"\(person.sector)\", \"role\": \"\(person.role)\", "
          + "\"skills\": [\(skills)]}"
      })
  }

  private func listen() throws {
    for (index, round) in Day.talk.enumerated() {
      let place = try stored { store in
        store.session.plan.agenda.firstIndex { $0.round == index + 1 } ?? 0
      }
      try plenary(["stage", "day", "\(place + 1)"])
      let priorities = try stored { store in
        store.session.tables.map { table in
          let now = store.session.currentPriority(of: table.id)
          return store.session.priority(now)?.title ?? ""
        }
      }
      for said in round {
        var arguments = [
          "add", "day", "--group", "Table \(said.table)", "--priority", priorities[said.table - 1],
        ]
        if let lens = said.lens { arguments += ["--lens", lens.text] }
        if let speaker = said.speaker { arguments += ["--by", speaker] }
        if said.isHighlighted { arguments.append("--highlight") }
        try plenary(arguments + [said.words])
      }
    }
  }

  private func code() throws {
    let lines = Day.talk.joined().enumerated().flatMap { index, said in
      Day.codes(index, said).map { #"{"number": \#(index + 1), "theme": "\#($0)"}"# }
    }
    try plenary(["code", "day"], lines)
  }

  /// The number of the point that begins so, as `plenary code` prints it.
  private func number(_ beginning: String) throws -> Int {
    try stored { store in
      let found = store.session.contributions.all.last { $0.words.hasPrefix(beginning) }
      return found?.number.value ?? 0
    }
  }

  private func collate() throws {
    // The pairs that are offered hold the two that repeat each other.
    let pair = [try number(Day.recruiter), try number(Day.recruiterAgain)]
    let offered = try plenary(["code", "day", "--duplicates"])
    guard offered.contains("\"numbers\":[\"\(pair[0])\",\"\(pair[1])\"]") else {
      throw Failed(description: "the pair is not offered: \(offered)")
    }
    let parts = Day.parts.map { "\"\($0)\"" }.joined(separator: ", ")
    try plenary(
      ["code", "day"],
      [
        #"{"merge": \#(pair)}"#,
        #"{"merge": [\#(try number(Day.banks)), \#(try number(Day.banksToo))]}"#,
        #"{"split": \#(try number(Day.landlords)), "parts": [\#(parts)]}"#,
      ])
    let topics = try plenary(["code", "day", "--topics"]).split(separator: "\n")
    struct Topic: Decodable { let words, numbers: [String] }
    let read = try topics.map { try JSONDecoder().decode(Topic.self, from: Data($0.utf8)) }
    guard let topic = read.first(where: { $0.words.contains("crypto") }) else {
      throw Failed(description: "the topic is not offered: \(topics)")
    }
    try plenary(
      ["code", "day"],
      [#"{"numbers": \#(topic.numbers), "theme": "Crypto cash machines", "new": true}"#])
  }

  private func keepCodebook() throws {
    let quoted = [
      try number("We follow the runner"), try number("Price lists"),
    ]
    try plenary(
      ["code", "day"],
      [
        #"{"theme": "1", "rename": "Data, joined up"}"#,
        #"{"theme": "Data, joined up", "#
          + #""definition": "What would have to be known, by whom, and when"}"#,
        #"{"theme": "Data, joined up", "keyPoints": \#(try keyPoints() + ["Ask the question first"])}"#,
        #"{"theme": "Data, joined up", "place": 2}"#,
        #"{"theme": "Crypto cash machines", "place": 4}"#,
        #"{"highlight": \#(quoted[0])}"#, #"{"highlight": \#(quoted[1])}"#,
      ])
    try plenary(["code", "day"], [#"{"theme": "Inside", "highlights": \#(try reordered())}"#])
  }

  private func keyPoints() throws -> [String] {
    try stored { $0.session.themes.first?.keyPoints ?? [] }
  }

  /// The highlights of the theme by number, the last two places up.
  private func reordered() throws -> [Int] {
    try stored { store in
      var numbers = store.session.highlights(of: "inside").map(\.number.value)
      numbers.insert(numbers.removeLast(), at: max(0, numbers.count - 2))
      return numbers
    }
  }

  private func raiseAll() throws {
    try plenary(
      ["opportunity", "day"],
      try Day.raised.map { #"{"raise": \#(try $0.map(number))}"# })
  }

  private func score() throws {
    try plenary(
      ["score", "day"],
      [#"{"open": "Opportunities: impact and ease", "items": "opportunities", "as": "vote"}"#]
        + Day.ballots.enumerated().map {
          #"{"ballot": "vote", "voter": "Table \#($0 + 1)", "digits": "\#($1)"}"#
        } + [#"{"reveal": "vote"}"#, #"{"close": "vote"}"#])
  }

  private func fillIn(_ card: CardText) throws {
    let strands = ["pursue", "prevent", "protect", "prepare"]
    let evidence = ["effect", "mechanism", "moderators", "implementation", "economics"]
    let known = ["known", "partly", "gap"]
    let themes = try stored { store in
      let own = OpportunityNumber(card.number).flatMap { store.session.opportunities[$0] }
      return (own?.card.themes ?? []) + [store.session.themes[card.theme - 1].id]
    }
    let emmie = zip(evidence, card.emmie).map { #""\#($0)": "\#(known[$1 - 1])""# }
    let texts = [
      ("title", card.title), ("currentApproach", card.currentApproach),
      ("improvement", card.improvement), ("mindset", card.mindset), ("belief", card.belief),
      ("action", card.action), ("measure", card.measure), ("success", card.success),
      ("place", card.place), ("duration", card.duration), ("cost", card.cost), ("risk", card.risk),
      ("owner", card.owner), ("date", card.date), ("priority", "\(card.priority)"),
    ].map { #""\#($0)": "\#($1)""# }
    let skills = card.skills.split { ",;".contains($0) }.map { String($0).trimmed }
    let titles = try stored { store in themes.compactMap { store.session.theme($0)?.title } }
    let fields =
      texts + [
        #""themes": \#(titles)"#, #""helpers": \#(card.helpers)"#, #""skillsWanted": \#(skills)"#,
        #""fourPs": \#(card.fourPs.map { strands[$0 - 1] })"#,
        #""immediate": \#(card.isImmediate)"#,
        #""emmie": {\#(emmie.joined(separator: ", "))}"#,
        #""marylandNow": \#(card.maryland.now), "marylandAfter": \#(card.maryland.after)"#,
      ]
    try plenary(
      ["opportunity", "day"],
      [
        #"{"revise": "\#(card.number)", \#(fields.joined(separator: ", "))}"#,
        #"{"stage": "\#(card.number)", "to": "\#(card.stage.line)"}"#,
      ])
  }

  private func enterForms() throws {
    let lines = Day.forms.map { form in
      let answers = form.ticks.map { $0 == "-" ? "\"n/a\"" : String($0) }
      let wishes = form.wishes.split(separator: ";").map { String($0).trimmed }
      return #"{"answers": [\#(answers.joined(separator: ", "))], "#
        + #""takeaway": "\#(form.takeaway)", "comments": "\#(form.comments)", "#
        + #""futurePriorities": \#(wishes)}"#
    }
    try plenary(["feedback", "day"], lines)
  }
}
