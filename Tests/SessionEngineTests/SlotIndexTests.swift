import Testing

@testable import SessionEngine

@Suite("Slots of identifiers")
struct SlotIndexTests {
  @Test func everyIdentifierIsFoundOnceAmongMany() {
    var list = PagedArray<Contribution>()
    var index = SlotIndex()
    for number in 0..<20_000 {
      let contribution = Self.contribution(number)
      #expect(index.slot(of: contribution.id, in: list) == nil)
      let isNew = index.insert(contribution.id, at: number, in: list)
      #expect(isNew)
      list.append(contribution)
    }
    for number in 0..<20_000 {
      let id = Self.contribution(number).id
      #expect(index.slot(of: id, in: list) == number)
      let isNew = index.insert(id, at: 20_000, in: list)
      #expect(!isNew)
    }
  }

  @Test func aCopyDoesNotSeeWhatComesLater() {
    var list = PagedArray<Contribution>()
    var index = SlotIndex()
    for number in 0..<100 {
      _ = index.insert(Self.contribution(number).id, at: number, in: list)
      list.append(Self.contribution(number))
    }
    let (oldIndex, oldList) = (index, list)
    for number in 100..<1000 {
      _ = index.insert(Self.contribution(number).id, at: number, in: list)
      list.append(Self.contribution(number))
    }
    for number in 0..<1000 {
      let id = Self.contribution(number).id
      #expect(oldIndex.slot(of: id, in: oldList) == (number < 100 ? number : nil))
      #expect(index.slot(of: id, in: list) == number)
    }
  }

  private static func contribution(_ number: Int) -> Contribution {
    Contribution(
      id: ContributionID("c\(number)"), number: ContributionNumber(number + 1), words: "",
      earlierWords: [], group: "g1", priority: "p", lens: "unknown", themes: [],
      isHighlighted: false, at: Instant(milliseconds: 0), scribe: "", standing: .kept, source: nil)
  }
}
