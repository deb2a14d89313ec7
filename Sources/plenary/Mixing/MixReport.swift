/// An outcome for programs.
struct MixReport: Encodable {
  struct Group: Encodable {
    let number: Int
    let name: String
    /// The names of those in it, round by round.
    let rounds: [[String]]
    /// What it works on, round by round, where that is told.
    let priorities: [String]?
  }

  struct Person: Encodable {
    let name: String
    let organisation: String
    /// The group's number, round by round.
    let groups: [Int]
    /// The group's name, round by round.
    let groupNames: [String]
  }

  let method: String
  /// The number of the first round told of; above 1 where rounds have begun.
  let firstRound: Int
  let groups: [Group]
  let people: [Person]
  var objective: Double?
  var bound: Double?
  var excess: Double?
  var isOptimal = false
  var differences: Double?
  var differencesBound: Double?
  /// Meetings of two who met before: Σ (times met − 1) over the pairs that meet.
  var repeats: Int?
  var repeatsBound: Int?
  /// How many pairs meet more than once.
  var pairsMeetingAgain: Int?
  /// Σ C(times met, 2) over all pairs, what a search makes small.
  var sumOfPairsOfMeetings: Int?
  var sumOfPairsOfMeetingsBound: Int?
  var mostTimesMet: Int?
  var fewestMet: Int?
  var mostMet: Int?
  /// Visits of a place where one has been.
  var returns: Int?
  var returnsBound: Int?
  var excessByRound: [Int]?
  var account: [String] = []
}
