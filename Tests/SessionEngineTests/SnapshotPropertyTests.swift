import FoundationEssentials
import SessionEngine
import Testing

@Suite("Snapshots of any session")
struct SnapshotPropertyTests {
  @Test("Read back, it is that session, and goes on as it does", arguments: 0..<25)
  func roundTrip(seed: Int) throws {
    var dice = Dice(5000 + seed)
    var workshop = try Workshop()
    for _ in 0..<250 {
      let device = dice.coin() ? Workshop.laptop : Workshop.tablet
      let command: Command = dice.roll(0..<8) == 0 ? .undo : dice.command(for: workshop.session)
      _ = try? workshop.perform(command, by: device)
    }
    let written = try bytes(workshop.session)
    let snapshot = try JSONDecoder().decode(SessionSnapshot.self, from: written)
    let back = try #require(snapshot.session())
    expectSame(Observed(back), Observed(workshop.session))
    // Dictionaries and sets have no order of their own, so none may show in what is written.
    #expect(try bytes(back) == written)
    var resumed = workshop
    resumed.session = back
    for _ in 0..<60 {
      let device = dice.coin() ? Workshop.laptop : Workshop.tablet
      let command: Command = dice.roll(0..<3) == 0 ? .undo : dice.command(for: workshop.session)
      _ = try? workshop.perform(command, by: device)
      _ = try? resumed.perform(command, by: device)
    }
    #expect(try bytes(resumed.session) == bytes(workshop.session))
  }

  private func bytes(_ session: Session) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(SessionSnapshot(session))
  }
}
