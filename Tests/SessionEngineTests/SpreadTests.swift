import SessionEngine
import Testing

@Suite("Means, spreads and places")
struct SpreadTests {
  @Test("As the textbook has them, for any scores", arguments: 0..<200)
  func textbook(seed: Int) throws {
    var dice = Dice(seed)
    let scores = (0..<dice.roll(1..<40)).map { _ in dice.roll(1..<6) }
    let n = Double(scores.count)
    let mean = Double(scores.reduce(0, +)) / n
    let variance = scores.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / n
    let spread = Spread(scores)
    #expect(abs(try #require(spread.mean) - mean) < 1e-12)
    #expect(abs(try #require(spread.deviation) - variance.squareRoot()) < 1e-9)
    #expect((0...0.5).contains(try #require(spread.normalisedDeviation)))
    if abs(variance.squareRoot() / 4 - 0.3) > 1e-9 {
      #expect(spread.isDissent == (variance.squareRoot() / 4 > 0.3))
    }
    #expect(spread.side == (abs(mean - 3) < 1e-12 ? 0 : mean > 3 ? 1 : -1))
  }

  @Test func dissentIsAboveThreeTenthsAndNotAtIt() {
    #expect(Spread([1, 5, 1, 5]).normalisedDeviation == 0.5)
    #expect(Spread([1, 5]).isDissent && Spread([2, 5]).isDissent && !Spread([3, 5]).isDissent)
    // A deviation of exactly 1.2 points.
    #expect(Spread([1, 1, 1, 1, 4]).deviation == 1.2 && !Spread([1, 1, 1, 1, 4]).isDissent)
    #expect(Spread([1, 3, 4, 4, 5]).isDissent && !Spread([2, 3, 4, 4, 5]).isDissent)
    #expect(!Spread([3, 4, 4, 4, 5]).isDissent && !Spread([3]).isDissent)
    #expect(Spread().mean == nil && Spread().deviation == nil && !Spread().isDissent)
    #expect(Spread().side == nil)
  }
}
