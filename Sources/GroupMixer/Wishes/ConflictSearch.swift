/// Finds the smallest set of wishes that contradicts itself.
enum ConflictSearch {
  static func smallest(in problem: MixProblem) -> Conflict {
    Conflict(wishes: [], isSmallest: false)
  }
}
