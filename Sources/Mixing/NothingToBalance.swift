import SessionEngine

extension MixOrder {
  /// Why nothing is balanced, in a sentence that is true of this list.
  static func nothingToBalance(_ wishes: MixWishes, _ people: [Delegate]) -> String {
    if wishes.balance == [.nothing] { return "Nothing is balanced, as was asked." }
    let lead = "There is nothing to balance by: "
    guard people.count > 1 else { return lead + "there is 1 person." }
    let all = Columns.headings(of: people)
    let named = wishes.balance.compactMap { try? Columns.heading(named: $0.column, among: all) }
    let headings = wishes.balance.isEmpty ? all.filter { $0 != "Skills" } : named
    func distinct(_ heading: String) -> Int {
      Set(people.map { Columns.values(of: heading, for: $0).map { $0.lowercased() } }).count
    }
    let alike = headings.filter { distinct($0) == 1 }
    let different = headings.filter { distinct($0) == people.count }
    let reasons = [
      alike.isEmpty ? nil : "all are alike in " + MixAccount.listed(alike),
      different.isEmpty ? nil : "no two are alike in " + MixAccount.listed(different),
    ].compactMap { $0 }
    guard reasons.isEmpty else { return lead + reasons.joined(separator: ", and ") + "." }
    return lead
      + (all.isEmpty ? "the list says nothing but names." : "the list says nothing but skills.")
  }
}
