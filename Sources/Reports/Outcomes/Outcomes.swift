import SessionEngine

/// What the room came to, as far as it may be told: opportunities, votes, evaluation, and what became
/// of what it took up before.
struct Outcomes: Sendable {
  /// What somebody will try, in the order of raising.
  var opportunities: [ReportedOpportunity] = []
  /// The votes of the room, in the order of opening; nobody's ballot is among it.
  var votes: [ReportedVote] = []
  /// What the room said of the day; `nil` where no form was asked for, and in a group's share.
  var evaluation: ReportedEvaluation?
  /// The workshop before; `nil` for none, and in a group's share.
  var followUp: ReportedFollowUp?

  /// What concerns one group: the opportunities that came from what it said. Votes and evaluation are
  /// the whole room's, and stand in the overall documents only.
  func share(of group: Int) -> Outcomes {
    var share = Outcomes()
    share.opportunities = opportunities.compactMap { opportunity in
      var own = opportunity
      own.contributions.removeAll { $0.group != group }
      own.sources.removeAll { $0.group != group }
      return own.contributions.isEmpty && own.sources.isEmpty ? nil : own
    }
    return share
  }
}

/// Something to try, without what may not be told of it.
struct ReportedOpportunity: Sendable {
  /// The number that people say aloud.
  var number: OpportunityNumber
  /// What people call it.
  var title: String
  /// The priority's title; `nil` for none in particular.
  var priority: String?
  /// The titles of its themes.
  var themes: [String]
  /// What stands on its card; owner and helpers are taken off it, see `owner`.
  var card: OpportunityCard
  /// Who agreed to see to it.
  var owner: ReportedOwner?
  /// Who agreed to help.
  var helpers: [ReportedOwner]
  /// Every stage that it came to, the present one last.
  var history: [ReportedStep]
  /// Why what was written on its card was redacted, where it was.
  var redaction: String?
  /// What it still lacks before it can be tried.
  var lacks: [Lack]
  /// Whether on the workshop’s day its date was over and nobody had begun.
  var isDatePast: Bool
  /// The contributions that it was raised from.
  var contributions: [Voice]
  /// The contributions, as the room made them, that it goes back to through every merge and split.
  var sources: [ReportedSource]
  /// Where it was carried over from.
  var origin: Opportunity.Origin?
  /// What it goes back to in the workshops before, word for word, without what was redacted here.
  var carriedSources: [CarriedSource]

  /// How far it has come.
  var standing: Opportunity.Standing { history.last?.standing ?? .init(.raised) }
}

/// A contribution, as the room made it, that an opportunity goes back to.
struct ReportedSource: Sendable {
  /// The number that people say aloud.
  var number: ContributionNumber
  /// The words as they stand now; `nil` once they were withdrawn or redacted.
  var text: String?
  /// Where the group that said it stands in the documents.
  var group: Int
}

/// Somebody who agreed to see to an opportunity, or to help: a role that the room knows of and that
/// says nothing of who said what. Under the Rule without the organisation.
struct ReportedOwner: Sendable {
  /// The name on the badge.
  var name: String
  /// Where they work; `nil` under the Rule.
  var organisation: String?
}

/// A stage of an opportunity.
struct ReportedStep: Sendable {
  /// What it came to.
  var standing: Opportunity.Standing
  /// The day in UTC, never the time.
  var date: String
}

/// The workshop that this one follows up, and what became of what it left open.
struct ReportedFollowUp: Sendable {
  /// Its title, its day, and what its room wanted to be taken up.
  var predecessor: Predecessor
  /// What became of each opportunity that was carried over.
  var progress: [Entry]
  /// What was closed there and stayed behind.
  var closed: [Closed]

  /// What stayed behind, and what people call it.
  struct Closed: Sendable {
    /// What the record says of it.
    var entry: Predecessor.Closed
    /// The title on its card, or that it had none.
    var name: String
  }

  /// What became of one.
  struct Entry: Sendable {
    /// Its number here.
    var number: OpportunityNumber
    /// What people call it.
    var title: String
    /// Where it stood at the end of the workshop before.
    var before: Opportunity.Standing
    /// The stages that it came to since.
    var since: [ReportedStep]
  }
}

extension Opportunity.Standing {
  /// The stage in words, with the outcome where it was tried, such as `tried: promising`.
  public var spoken: String {
    let words =
      switch stage {
      case .raised: "raised"
      case .toTry: "to be tried"
      case .underWay: "under way"
      case .tried: "tried"
      case .takenUp: "taken up for operational development"
      case .dropped: "dropped"
      }
    let outcomeWords: String? =
      switch outcome {
      case .worked: "worked"
      case .promising: "promising"
      case .didNotWork: "did not work"
      case nil: nil
      }
    return outcomeWords.map { words + ": " + $0 } ?? words
  }
}
