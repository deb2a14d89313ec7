import Testing

@testable import Console

/// What the screens look like. Every golden file is to be read as a facilitator would read it.
@Suite("Screens") struct ScreenTests {
  static let sizes = [(80, 24), (120, 40), (200, 60), (60, 15), (40, 10), (39, 9)]

  @Test(arguments: sizes) func capture(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("C-g")
    room.type("3")
    room.type("Could insurers see it before we do")
    Golden.check("capture-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func arrivals(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-1", "j", "j")
    Golden.check("arrivals-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func groups(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-2", "j", "j")
    Golden.check("groups-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func themes(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-4", "j", "j")
    Golden.check("themes-\(width)x\(height)", room)
  }
}
