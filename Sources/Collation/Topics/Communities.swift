/// Communities of a graph by the Louvain method: move every node to the neighbouring community that
/// gains most modularity, merge communities into nodes, and again, until nothing gains (Blondel et al.,
/// 2008). Nodes are taken in their order, so that the same graph gives the same communities.
enum Communities {
  private typealias Ties = [[(text: Int, strength: Double)]]

  /// The community of each text, numbered from 0 in the order of the texts.
  static func of(_ graph: NeighbourGraph) -> [Int] {
    var ties: Ties = graph.ties
    var loops = Array(repeating: 0.0, count: ties.count)
    var community = Array(ties.indices)
    for _ in 0..<20 {
      let moved = numbered(move(ties, loops))
      guard moved.count < ties.count else { break }
      community = community.map { moved.community[$0] }
      (ties, loops) = merge(ties, loops, moved.community, moved.count)
    }
    return numbered(community).community
  }

  private static func move(_ ties: Ties, _ loops: [Double]) -> [Int] {
    var community = Array(ties.indices)
    let degrees = ties.indices.map { node in ties[node].reduce(2 * loops[node]) { $0 + $1.strength }
    }
    let whole = degrees.reduce(0, +)
    guard whole > 0 else { return community }
    var totals = degrees
    var strength = Array(repeating: 0.0, count: ties.count)
    for _ in 0..<20 {
      var hasMoved = false
      for node in ties.indices {
        let own = community[node]
        var near: [Int] = []
        for (other, value) in ties[node] {
          if strength[community[other]] == 0 { near.append(community[other]) }
          strength[community[other]] += value
        }
        totals[own] -= degrees[node]
        var best = (community: own, gain: strength[own] - totals[own] * degrees[node] / whole)
        for candidate in near where candidate != own {
          let gain = strength[candidate] - totals[candidate] * degrees[node] / whole
          // Less than a hair's difference is none, or two machines might part ways.
          if gain > best.gain + 1e-9 || (gain > best.gain - 1e-9 && candidate < best.community) {
            best = (candidate, gain)
          }
        }
        strength[own] = 0
        for candidate in near { strength[candidate] = 0 }
        totals[best.community] += degrees[node]
        if best.community != own {
          community[node] = best.community
          hasMoved = true
        }
      }
      if !hasMoved { break }
    }
    return community
  }

  private static func numbered(_ community: [Int]) -> (community: [Int], count: Int) {
    var numbers: [Int: Int] = [:]
    let numbered = community.map { old in
      let number = numbers[old] ?? numbers.count
      numbers[old] = number
      return number
    }
    return (numbered, numbers.count)
  }

  private static func merge(
    _ ties: Ties, _ loops: [Double], _ community: [Int], _ count: Int
  ) -> (Ties, [Double]) {
    var merged: Ties = Array(repeating: [], count: count)
    var mergedLoops = Array(repeating: 0.0, count: count)
    for node in ties.indices {
      let own = community[node]
      mergedLoops[own] += loops[node]
      for (other, strength) in ties[node] {
        let to = community[other]
        if to == own {
          // Each tie within is met from both ends.
          mergedLoops[own] += strength / 2
        } else {
          merged[own].append((to, strength))
        }
      }
    }
    return (merged.map(NeighbourGraph.summed), mergedLoops)
  }
}
