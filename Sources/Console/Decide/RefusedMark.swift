import SessionEngine
import Terminal

/// A number that a ballot did not take. Until it is put right nothing behind it is taken: whoever types
/// from paper without looking would fill every later place with what belongs to the one before.
struct RefusedMark: Equatable, Sendable {
  var sheet: SheetKey
  /// The place that it was meant for.
  var place: Int
  /// What was typed and why it cannot stand.
  var reason: String

  var spoken: String { reason + "; Backspace, then the right one" }
}

extension ConsoleState {
  /// The refused number that stands in a ballot, where the next one would go.
  func standing(in key: SheetKey, _ sheet: BallotSheet) -> RefusedMark? {
    decide.refusal.flatMap { $0.sheet == key && $0.place == sheet.cursor ? $0 : nil }
  }

  /// Whether a refused number stands where the next one of the chosen ballot would go.
  func isRefused(in sheet: BallotSheet) -> Bool {
    guard let scoring = decide.scoring, case .voter(let voter) = decide.row else { return false }
    return standing(in: SheetKey(scoring: scoring, voter: voter), sheet) != nil
  }
}
