import Foundation
import SessionEngine
import Testing
import Themes

/// A workshop in the middle of its second round, every person and organisation in it made up.
enum Workshop {
  /// The built-in plan.
  static func plan(title: String? = nil) throws -> Plan {
    let json = try #require(BuiltIn.plans.first?.json)
    var plan = try JSONDecoder().decode(Plan.self, from: Data(json))
    plan.title = title ?? plan.title
    return plan
  }

  /// An opened session with twenty delegates expected and nobody there yet.
  static func morning(_ plan: Plan? = nil) throws -> Desk {
    var desk = Desk()
    try desk.perform(.open("soc", plan ?? self.plan()))
    try desk.perform(.addDelegates(people.map { NewDelegate($0) }))
    return desk
  }

  /// Five tables, twenty delegates, forty contributions; round 2 with 18:42 left at 10:42.
  static func underWay(_ plan: Plan? = nil) throws -> Desk {
    var desk = try morning(plan)
    let end = desk.now
    desk.now = end.advanced(bySeconds: -45 * 60)
    let ids = Array(desk.session.delegates.keys)
    let tables = desk.session.tables.map(\.id)
    for (index, id) in ids.enumerated() where index != 7 && index != 15 {
      try desk.perform(.markPresent(id, true))
    }
    try desk.perform(
      .seat(ids.enumerated().map { .init(delegate: $1, group: tables[$0 % tables.count]) }))
    try desk.perform(.enterStage("round-1"))
    for said in Talk.firstRound { try desk.say(said) }
    desk.now = end.advanced(bySeconds: -(25 * 60 - 18 * 60 - 42))
    try desk.perform(.enterStage("round-2"))
    for said in Talk.secondRound { try desk.say(said) }
    let garage = try #require(desk.session.contributions.all.first { $0.words.contains("garage") })
    try desk.perform(.withdraw(garage.id))
    desk.now = end
    return desk
  }

  static let people: [Delegate.Profile] = [
    person("Amira Castellane", "Northmoor Police", "police", "Superintendent"),
    person("Rufus Okonjo-Hale", "University of Eastmere", "academia", "Professor", "networks"),
    person("Delphine Marrow", "Saltness Port Authority", "partner", "Head of Security", "ports"),
    person("Tobias Quillfeather", "Northmoor Police", "police", "Analyst", "mapping"),
    person("Ines Valderrabano", "Harrowgate Fell University", "academia", "Lecturer", "economics"),
    person("Gethin Ashgrove", "Brackwater Council", "partner", "Licensing Manager"),
    person("Saoirse Penhallow", "Wexmere Constabulary", "police", "Inspector", "cyber"),
    person("Kwabena Thistlewood", "University of Eastmere", "academia", "Fellow", "data science"),
    person("Marguerite Sallow", "Tidewell Building Society", "partner", "Fraud Lead", "payments"),
    person("Idris Fairweather", "Regional Unit North", "police", "Intelligence Manager"),
    person("Noor Brambling", "Harrowgate Fell University", "academia", "Researcher", "interviews"),
    person("Callum Drystone", "Kestrel Road Freight", "partner", "Director", "logistics"),
    person("Beatrix Lorne", "Wexmere Constabulary", "police", "Sergeant", "neighbourhoods"),
    person("Hiroshi Cranleigh-Abe", "University of Eastmere", "academia", "Reader", "law"),
    person("Oluwaseun Pike", "Lanternlight Trust", "partner", "Youth Worker", "schools"),
    person("Magnus Ferrow", "Regional Unit North", "police", "Investigator", "accountancy"),
    person("Leontyne Moss", "Harrowgate Fell University", "academia", "Professor", "evaluation"),
    person("Yusuf Hallowell", "Brackwater Council", "partner", "Trading Standards Officer"),
    person("Petra Windlass", "Northmoor Police", "police", "Chief Inspector", "prevention"),
    person("Ambrose Teale", "University of Eastmere", "academia", "Lecturer", "history"),
  ]

  static func person(
    _ name: String, _ organisation: String, _ sector: String, _ role: String, _ skills: String...
  ) -> Delegate.Profile {
    Delegate.Profile(
      name: name, organisation: organisation, sector: sector, role: role, skills: skills)
  }
}

extension Desk {
  /// A table says something.
  mutating func say(_ said: Said) throws {
    pass(seconds: 15)
    let table = session.tables[said.table - 1].id
    let speaker = said.speaker.flatMap { name in
      session.delegates.values.first { $0.name.hasPrefix(name) }?.id
    }
    try perform(
      .capture([
        NewContribution(
          said.words, group: table, lens: said.lens, themes: said.themes,
          isHighlighted: said.isHighlighted, speaker: speaker)
      ]))
  }
}
