/// Pairs of texts that say about the same, kept up to date as texts come, change and go.
///
/// Candidates are the texts that share words, found through the index; of those that share enough of
/// the lighter text's weight, `Comparison` says how alike they are. A pair's likeness depends on the two
/// texts and on the steps of their words only, so what is found is the same whatever happened before.
struct DuplicateFinder: Sendable {
  /// Two texts, the lower identifier first.
  struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      first = min(one, other)
      second = max(one, other)
    }

    static func < (one: Pair, other: Pair) -> Bool {
      one.first != other.first ? one.first < other.first : one.second < other.second
    }
  }

  private struct Member {
    let id: Int
    let slot: Int
  }

  /// The least likeness that is offered.
  static let threshold = 0.62
  /// Up to so many texts the commonest words find candidates as others do.
  private static let few = 200

  /// The likeness of each pair that reaches the threshold, by slots.
  private(set) var likeness: [Pair: Double] = [:]
  private var partners: [Int: Set<Int>] = [:]
  /// Texts of the same words, by rising identifiers: the first stands for all.
  private var alike: [UInt64: [Member]] = [:]
  private var weights = WordWeights(texts: 0)
  private var isFew = true
  private var steps: [UInt8] = []
  private var totals: [Int32] = []
  /// By slot: whether a text stands for those of the same words, and whether it waits to be compared.
  private var leads: [Bool] = []
  private var waits: [Bool] = []
  /// Slots in the order they began to wait; some may have been settled since.
  private var queue: [Int] = []
  /// What each text shares with the one in hand; nothing between scans.
  private var shared: [SharedWeight] = []

  /// How many texts have not been compared yet.
  private(set) var pending = 0

  // MARK: Changes

  mutating func note(_ change: TextIndex.Change, in index: TextIndex) {
    while shared.count < index.passages.count {
      shared.append(SharedWeight())
      totals.append(0)
      leads.append(false)
      waits.append(false)
    }
    if let before = change.before { leave(before, change.slot, index) }
    reweigh(change, index)
    if let after = change.after { enter(after, change.slot, index) }
  }

  private mutating func enter(_ passage: Passage, _ slot: Int, _ index: TextIndex) {
    guard !passage.content.isEmpty else { return }
    let leader = alike[passage.signature]?.first?.slot
    let place = Self.place(of: passage.id, in: alike[passage.signature] ?? [])
    alike[passage.signature, default: []].insert(Member(id: passage.id, slot: slot), at: place)
    if place == 0 {
      if let leader {
        leads[leader] = false
        withdraw(leader)
      }
      leads[slot] = true
      wait(slot)
    }
  }

  /// Where an identifier is, or would be, among rising ones.
  private static func place(of id: Int, in group: [Member]) -> Int {
    var range = group.startIndex..<group.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = group[middle].id < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  private mutating func leave(_ passage: Passage, _ slot: Int, _ index: TextIndex) {
    withdraw(slot)
    leads[slot] = false
    let place = Self.place(of: passage.id, in: alike[passage.signature] ?? [])
    guard alike[passage.signature]?.indices.contains(place) == true else { return }
    alike[passage.signature]?.remove(at: place)
    let leader = alike[passage.signature]?.first?.slot
    if leader == nil { alike[passage.signature] = nil }
    if place == 0, let leader {
      leads[leader] = true
      wait(leader)
    }
  }

  private func id(of slot: Int, _ index: TextIndex) -> Int { index.passages[slot]?.id ?? .max }

  private mutating func wait(_ slot: Int) {
    guard !waits[slot] else { return }
    waits[slot] = true
    pending += 1
    queue.append(slot)
  }

  private mutating func withdraw(_ slot: Int) {
    if waits[slot] { pending -= 1 }
    waits[slot] = false
    for partner in partners.removeValue(forKey: slot) ?? [] {
      likeness[Pair(slot, partner)] = nil
      partners[partner]?.remove(slot)
    }
  }

  /// Lets every text wait in which a word crossed a step.
  private mutating func reweigh(_ change: TextIndex.Change, _ index: TextIndex) {
    let vocabulary = index.vocabulary
    while steps.count < vocabulary.terms.count { steps.append(0) }
    let now = WordWeights(texts: index.count)
    if now.bounds != weights.bounds {
      weights = now
      for term in vocabulary.terms.indices { step(term, vocabulary.terms[term].frequency, index) }
    } else {
      for passage in [change.before, change.after] {
        for key in passage?.keys ?? [] { step(key, vocabulary.terms[key].frequency, index) }
      }
    }
    if isFew != (index.count <= Self.few) {
      isFew.toggle()
      for slot in leads.indices where leads[slot] { wait(slot) }
    }
  }

  private mutating func step(_ key: Int, _ frequency: Int, _ index: TextIndex) {
    let step = weights.step(frequency: frequency)
    guard steps[key] != step else { return }
    steps[key] = step
    guard key < index.postings.count else { return }
    for slot in index.postings[key] where leads[Int(slot)] { wait(Int(slot)) }
  }

  // MARK: Comparing

  /// Compares texts that wait, at most so many.
  mutating func settle(_ limit: Int, in index: TextIndex) {
    var done = 0
    // The newest first: they are what is in everybody's mind.
    while done < limit, let slot = queue.popLast() {
      guard waits[slot] else { continue }
      withdraw(slot)
      compare(slot, index)
      done += 1
    }
  }

  private mutating func compare(_ slot: Int, _ index: TextIndex) {
    guard let passage = index.passages[slot] else { return }
    totals[slot] = Set(passage.keys).reduce(0) { $0 + weight($1) }
    for other in candidates(of: passage, totals[slot], besides: slot, index) {
      guard let against = index.passages[other] else { continue }
      let found = comparison(passage, against, index).likeness(weight: weight)
      guard found >= Self.threshold else { continue }
      likeness[Pair(slot, other)] = found
      partners[slot, default: []].insert(other)
      partners[other, default: []].insert(slot)
    }
  }

  /// The slots of texts that share enough with one for a comparison.
  private mutating func candidates(
    of passage: Passage, _ total: Int32, besides slot: Int, _ index: TextIndex
  ) -> [Int] {
    var touched: [Int] = []
    var last = -1
    for key in passage.keys.sorted() where key != last {
      last = key
      let weight = weight(key)
      let isCommon = steps[key] >= UInt8(WordWeights.common)
      for other in index.postings[key] {
        let other = Int(other)
        // A text that waits compares itself with this one when its turn comes.
        if shared[other].isNothing {
          guard leads[other], !waits[other], other != slot else { continue }
          touched.append(other)
        }
        shared[other].add(weight, isCommon: isCommon)
      }
    }
    var candidates: [Int] = []
    for other in touched {
      if shared[other].isEnough(total, totals[other], isFew: isFew) { candidates.append(other) }
      shared[other] = SharedWeight()
    }
    return candidates
  }

  private func weight(_ key: Int) -> Int32 {
    WordWeights.weights[key < steps.count ? Int(steps[key]) : 0]
  }

  /// How two texts compare, the one with the lower identifier first.
  func comparison(_ one: Passage, _ other: Passage, _ index: TextIndex) -> Comparison {
    let (first, second) = one.id < other.id ? (one, other) : (other, one)
    return Comparison(first, second, index.vocabulary)
  }

  // MARK: Answers

  /// The pairs found so far with their likeness, by identifiers and best first.
  func pairs(in index: TextIndex) -> [(pair: Pair, likeness: Double)] {
    var pairs: [(pair: Pair, likeness: Double)] = likeness.map { pair, likeness in
      (Pair(id(of: pair.first, index), id(of: pair.second, index)), likeness)
    }
    for group in alike.values where group.count > 1 {
      for other in group.dropFirst() {
        pairs.append((Pair(group[0].id, other.id), 1))
      }
    }
    return pairs.sorted { a, b in
      a.likeness != b.likeness ? a.likeness > b.likeness : a.pair < b.pair
    }
  }

  /// The texts that are like one, best first.
  func partners(of id: Int, in index: TextIndex) -> [(id: Int, likeness: Double)] {
    guard let slot = index.slot(of: id), let passage = index.passages[slot],
      let group = alike[passage.signature], let leader = group.first
    else { return [] }
    var found: [(id: Int, likeness: Double)] = group.filter { $0.slot != slot }.map { ($0.id, 1) }
    for partner in partners[leader.slot] ?? [] {
      found.append((self.id(of: partner, index), likeness[Pair(leader.slot, partner)] ?? 0))
    }
    return found.sorted { a, b in a.likeness != b.likeness ? a.likeness > b.likeness : a.id < b.id }
  }
}
