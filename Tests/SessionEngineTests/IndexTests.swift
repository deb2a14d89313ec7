import SessionEngine
import Testing

@Suite("What is found at once")
struct IndexTests {
  @Test("Counts and lists are those of a naive recount", arguments: 0..<20)
  func recount(seed: Int) throws {
    var dice = Dice(3000 + seed)
    var workshop = try Workshop()
    for step in 0..<400 {
      let command: Command =
        switch dice.roll(0..<5) {
        case 0: .undo
        case 1: .redo
        default: dice.command(for: workshop.session)
        }
      _ = try? workshop.perform(command, by: dice.coin() ? Workshop.laptop : Workshop.tablet)
      let point = dice.pick(workshop.session.contributions.all)
      if step % 97 == 0, let point {
        _ = try? workshop.perform(.redact(point.id, reason: "a name"))
      }
    }
    Self.check(workshop.session.contributions)
  }

  /// Compares every index with a count by hand.
  static func check(_ contributions: Contributions) {
    let all = Array(contributions.all)
    let kept = all.filter(\.isKept)
    #expect(contributions.keptCount == kept.count)
    for (slot, contribution) in all.enumerated() {
      #expect(contributions.index(of: contribution.id) == slot)
      #expect(contributions[contribution.id]?.number == contribution.number)
      #expect(contributions[contribution.number]?.id == contribution.id)
    }
    for group in Set(all.map(\.group)).union(["nowhere"]) {
      let here = all.filter { $0.group == group }
      #expect(contributions.hasAny(of: group) == !here.isEmpty)
      #expect(contributions.count(of: group) == here.count(where: \.isKept))
      for priority in Set(all.map(\.priority)) {
        let place = Contributions.Place(group: group, priority: priority)
        let listed = kept.filter { $0.group == group && $0.priority == priority }
        #expect(contributions.count(at: place) == listed.count)
        #expect(contributions.kept(at: place).map(\.id) == listed.map(\.id))
      }
    }
    for priority in Set(all.map(\.priority)).union(["nowhere"]) {
      let here = all.filter { $0.priority == priority }
      #expect(contributions.hasAny(on: priority) == !here.isEmpty)
      #expect(contributions.count(of: priority) == here.count(where: \.isKept))
    }
    #expect(Array(contributions.kept) == all.indices.filter { all[$0].isKept })
    for theme in Set(all.flatMap(\.themes)) {
      #expect(
        Array(contributions.slots(of: theme))
          == all.indices.filter { all[$0].isKept && all[$0].themes.contains(theme) })
      #expect(
        Array(contributions.uncoded(by: [theme, "nowhere"]))
          == all.indices.filter { all[$0].isKept && !all[$0].themes.contains(theme) })
      #expect(contributions.count(of: theme) == kept.count { $0.themes.contains(theme) })
    }
    for speaker in Set(all.compactMap(\.speaker)) {
      #expect(contributions.count(by: speaker) == all.count { $0.speaker == speaker })
    }
  }

  @Test func pagesKeepOrderAndCopiesKeepApart() {
    var numbers = PagedArray<Int>()
    for number in 0..<2000 { numbers.append(number) }
    var copy = numbers
    copy[1500] = -1
    copy.append(2000)
    #expect(Array(numbers) == Array(0..<2000))
    #expect(copy[1500] == -1 && copy.count == 2001 && numbers.count == 2000)
    #expect(copy.last == 2000 && numbers[510...513].elementsEqual(510...513))
  }
}
