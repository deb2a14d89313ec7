/// How an opportunity would be tried: what stands on its card. Whatever nobody filled in is empty.
///
/// Method: the test card (we believe, we will, we measure, we are right if), EMMIE (Johnson et al.,
/// 2015), the Maryland Scientific Methods Scale (Sherman et al., 1997) and the four Ps of CONTEST.
public struct OpportunityCard: Codable, Equatable, Sendable {
  /// What people call it; empty for the words of the first contribution that it came from.
  public var title = ""
  /// The operational challenge that it serves; empty for none in particular.
  public var priority: PriorityID = ""
  /// The themes that it belongs to.
  public var themes: [ThemeID] = []
  /// What is done today.
  public var currentApproach = ""
  /// What would be better.
  public var improvement = ""
  /// Whether it could be begun at once.
  public var isImmediate = false
  /// How a more agile mindset shows in it.
  public var mindset = ""
  /// We believe that …
  public var belief = ""
  /// To verify that, we will …
  public var action = ""
  /// And we measure …
  public var measure = ""
  /// We are right if …
  public var success = ""
  /// Where it would be tried.
  public var place = ""
  /// For how long.
  public var duration = ""
  /// What it costs, in words.
  public var cost = ""
  /// What may go wrong, in words.
  public var risk = ""
  /// Who sees to it; empty for nobody yet.
  public var owner: DelegateID = ""
  /// Who helps.
  public var helpers: [DelegateID] = []
  /// What those who try it must know.
  public var skillsWanted: [String] = []
  /// By when, as `2026-11-24`; empty while it is open.
  public var date = ""
  /// Which of the four Ps it serves, in the order of the field.
  public var fourPs: [FourP] = []
  /// What is known of each of the five parts of the evidence.
  public var emmie: [EMMIE: Knowledge] = [:]
  /// The strength of the evidence now, 1 to 5; 0 while nobody has said.
  public var marylandNow = 0
  /// The strength of the evidence that the trial would give, 1 to 5; 0 while nobody has said.
  public var marylandAfter = 0

  /// Makes an empty card.
  public init() {}

  /// The four strands of the strategy against serious and organised crime.
  public enum FourP: String, Codable, CaseIterable, Sendable {
    /// Prosecute and disrupt.
    case pursue
    /// Keep people from engaging in it.
    case prevent
    /// Increase protection against it.
    case protect
    /// Reduce its impact.
    case prepare
  }

  /// The five parts of the evidence on an intervention.
  public enum EMMIE: String, Codable, CaseIterable, Sendable, CodingKeyRepresentable {
    /// Whether and how strongly it works.
    case effect
    /// How it works.
    case mechanism
    /// For whom, where and when it works.
    case moderators
    /// What it takes to do it.
    case implementation
    /// What it costs and saves.
    case economics
  }

  /// How much is known of one part of the evidence.
  public enum Knowledge: String, Codable, CaseIterable, Sendable {
    /// It is known.
    case known
    /// Some of it is.
    case partly
    /// It is the gap that a trial would fill.
    case gap
  }
}
