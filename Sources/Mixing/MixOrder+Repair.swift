import GroupMixer
import SessionEngine

// One round put right, in words.
extension MixOrder {
  func repaired(_ seats: [DelegateID: GroupID]) throws(Refusal) -> RepairedDay.Plan {
    let places = Dictionary(
      groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let seated = people.map { seats[$0.id].flatMap { places[$0] } }
    do throws(MixRefusal) {
      let plan = try Repair.plan(problem, seated: seated)
      return RepairedDay.Plan(
        assignment: plan.assignment.map { $0 ?? 0 }, seated: seated, isFewest: plan.isFewest)
    } catch {
      throw refusal(error)
    }
  }

  func sentences(_ plan: RepairedDay.Plan) -> [String] {
    let moves = plan.moves.map { item -> String in
      let (from, to) = (plan.seated[item] ?? 0, plan.assignment[item])
      // Those who are together with somebody would stay with him or her.
      var back = plan.assignment
      let tied = wishes.together.filter { $0.contains(item) }.joined()
      for other in [item] + tied where plan.seated[other] == from && back[other] == to {
        back[other] = from
      }
      let reasons = ((try? problem.broken(by: back)) ?? []).map { reason($0, from: from) }
      let because = reasons.isEmpty ? "" : ": " + reasons.joined(separator: ", ")
      return "\(name(of: item)) from \(groups[from].name) to \(groups[to].name)\(because)"
    }
    let placed = plan.placed.map { item -> String in
      let group = plan.assignment[item]
      let titles = covers.enumerated().filter { index, cover in
        groups(wanting: index).contains(group) && cover.people.contains(item)
          && cover.people.count { plan.assignment[$0] == group } == 1
      }.map(\.element.title)
      let brings = titles.isEmpty ? "" : ", where nobody else has " + MixAccount.listed(titles)
      return "\(name(of: item)) sits at \(groups[group].name)\(brings)"
    }
    let proof = plan.moves.isEmpty || plan.isFewest ? [] : ["fewer moves may be possible"]
    return moves + placed + proof
  }

  /// Why somebody moves: what would be broken without.
  private func reason(_ wish: WishName, from: Int) -> String {
    switch wish {
    case .size(let group) where group == from: "\(groups[group].name) would be too large"
    case .size(let group): "\(groups[group].name) would be too small"
    default: words(wish)
    }
  }
}
