import ArgumentParser
import Mixing
import SessionEngine

/// How groups and rounds go together.
enum MixMethod: String, CaseIterable, ExpressibleByArgument {
  case fixed, carousel, cafe

  var rotation: Rotation {
    switch self {
    case .fixed: .fixed
    case .carousel: .carousel
    case .cafe: .cafe
    }
  }
}

/// Whether people may come back to a place.
enum MixVisits: String, CaseIterable, ExpressibleByArgument { case once, free }

/// In which form the groups are told.
enum MixFormat: String, CaseIterable, ExpressibleByArgument { case table, csv, json }

/// What a person wants of the groups, as typed.
struct MixOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "How many groups, 1 to 99.")
  var groups: Int?

  @Option(help: "How many people a group has, such as 5-7.")
  var size: String?

  @Option(parsing: .unconditional, help: "How many rounds, 1 to 99.")
  var rounds: Int?

  @Option(
    help: """
      fixed: a group keeps its priority. carousel: groups stay together and visit the priorities in \
      turn. cafe: people mix anew in every round. Unless given, as the session’s plan has it; for a \
      roster cafe where there are several rounds, else fixed.
      """)
  var method: MixMethod?

  @Option(
    help: """
      Columns to spread evenly, with weights: sector=3,role; or none. Every column in which some \
      people are alike, unless given.
      """)
  var balance: String?

  @Option(
    help: """
      What every group is to have: every value of a column, as Sector, or some of them, as \
      \"Skills=law;data\". \"Skills=law@2\" asks it of the groups that come to the second priority. Can be \
      given several times.
      """)
  var cover: [String] = []

  @Option(help: "People who share a group, as \"Ann;Bo\"; can be given several times.")
  var together: [String] = []

  @Option(help: "People who do not share a group, as \"Ann;Bo\"; can be given several times.")
  var apart: [String] = []

  @Option(help: "A person who has a group, as \"Ann=2\"; can be given several times.")
  var pin: [String] = []

  @Option(help: "A person who hosts a group in every round, as \"Ann=2\".")
  var host: [String] = []

  @Option(
    help: """
      once: nobody comes to a priority twice (to a group, where there are no priorities), or it is \
      refused. free: people may come back, and meet more new people. Unless given, as few come back \
      as can be while the rounds are no more than the places; free beyond.
      """)
  var visits: MixVisits?

  @Option(
    help: """
      An earlier session: who sat together there in a round that began (in a planned one, where none \
      began) had better not again. A time together counts as being alike in one column of weight 1.
      """,
    completion: .directory)
  var avoid: [String] = []

  @Option(
    parsing: .unconditional, help: "How long to look for something better, in seconds.")
  var seconds = 2.0

  @Flag(
    help: """
      In a session: forget the wishes and sizes of before. Unless given, they are kept where nothing \
      is asked for in their place.
      """)
  var forget = false

  @Option(help: "The same seed gives the same groups, where the time did not decide.")
  var seed: UInt64 = 1

  @Option(help: "table, csv or json.")
  var format = MixFormat.table

  func validate() throws {
    if let groups, !(1...99).contains(groups) {
      throw ValidationError("--groups is \(groups); choose from 1 to 99")
    }
    if let rounds, !(1...99).contains(rounds) {
      throw ValidationError("--rounds is \(rounds); choose from 1 to 99")
    }
    guard seconds >= 0, seconds <= 86_400 else {
      throw ValidationError("--seconds is \(seconds); choose from 0 to 86400")
    }
    if let size, MixWishes.Sizes(size) == nil {
      throw ValidationError("--size is ‘\(size)’; write it as 5-7")
    }
  }
}

extension MixOptions {
  /// What was given that does not go with putting the groups right; `nil` where nothing was.
  var notOfRepair: String? {
    if groups != nil { return "--groups" }
    if rounds != nil { return "--rounds" }
    if method != nil { return "--method" }
    if visits != nil { return "--visits" }
    return avoid.isEmpty ? nil : "--avoid"
  }

  /// The wishes of a session with what was typed in their place.
  func wishes(for session: Session) throws(Failure) -> MixWishes {
    var wishes = kept(of: session.mixWishes)
    let headings = Columns.headings(of: session.delegates.values)
    if let balance { wishes.balance = try weights(balance, headings) }
    if !cover.isEmpty {
      wishes.cover = []
      for text in cover {
        wishes.cover.append(
          try named { () throws(Refusal) in
            try CoverWish(text, among: headings, in: session).text
          })
      }
    }
    if !together.isEmpty { wishes.together = try sets(together, "--together", session) }
    if !apart.isEmpty { wishes.apart = try sets(apart, "--apart", session) }
    if !pin.isEmpty { wishes.pins = try pins(pin, "--pin", session) }
    if !host.isEmpty { wishes.hosts = try pins(host, "--host", session) }
    if let size { wishes.sizes = MixWishes.Sizes(size) }
    if let twice = wishes.seatedTwice(in: session) {
      throw .usage("\(twice); leave one of the two out")
    }
    return wishes
  }

  /// What was wished before and is not asked for anew.
  func kept(of wishes: MixWishes) -> MixWishes {
    if forget { return MixWishes() }
    var kept = wishes
    if balance != nil { kept.balance = [] }
    if !cover.isEmpty { kept.cover = [] }
    if !together.isEmpty { kept.together = [] }
    if !apart.isEmpty { kept.apart = [] }
    if !pin.isEmpty { kept.pins = [] }
    if !host.isEmpty { kept.hosts = [] }
    if size != nil { kept.sizes = nil }
    return kept
  }

  private func weights(
    _ text: String, _ headings: [String]
  ) throws(Failure) -> [MixWishes.Weight] {
    do throws(BalanceText.Fault) { return try BalanceText.read(text, among: headings) } catch {
      switch error {
      case .column(let refusal): throw .usage(refusal.description)
      case .weight(let refusal): throw .usage("--balance: \(refusal.description)")
      }
    }
  }

  private func sets(
    _ texts: [String], _ option: String, _ session: Session
  ) throws(Failure) -> [[DelegateID]] {
    var sets: [[DelegateID]] = []
    for text in texts {
      var people: [DelegateID] = []
      for name in text.split(separator: ";") where !String(name).trimmed.isEmpty {
        let id = try named { () throws(Refusal) in try session.delegate(named: String(name)).id }
        if !people.contains(id) { people.append(id) }
      }
      guard people.count > 1 else {
        throw .usage("\(option) ‘\(text)’ names fewer than two people; write it as \"Ann;Bo\"")
      }
      sets.append(people)
    }
    return sets
  }

  private func pins(
    _ texts: [String], _ option: String, _ session: Session
  ) throws(Failure) -> [MixWishes.Pin] {
    var pins: [MixWishes.Pin] = []
    for text in texts {
      guard let equals = text.lastIndex(of: "=") else {
        throw .usage("\(option) ‘\(text)’ names no group; write it as \"Ann=2\"")
      }
      let person = try named { () throws(Refusal) in
        try session.delegate(named: String(text[..<equals])).id
      }
      let group = try named { () throws(Refusal) in
        try session.table(named: String(text[text.index(after: equals)...]))
      }
      pins.append(.init(person, at: group.id))
    }
    return pins
  }
}
