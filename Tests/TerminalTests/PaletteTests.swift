import FoundationEssentials
import Testing

@testable import Terminal

@Suite("Palettes")
struct PaletteTests {
  static let shipped = ["dark", "light", "contrast", "mono"]

  func load(_ name: String) throws -> Palette {
    var path = #filePath.split(separator: "/").dropLast(3)
    path += ["Themes", "Resources", "palettes", "\(name).json"]
    return try Palette(json: Data(contentsOf: URL(filePath: "/" + path.joined(separator: "/"))))
  }

  @Test("those that come with the program have a look for every role", arguments: shipped)
  func complete(name: String) throws {
    let palette = try load(name)
    #expect(palette.name == name)
    #expect(!palette.title.isEmpty)
    #expect(Set(palette.roles.keys) == Set(Role.allCases))
    #expect(palette.look(.text) == Palette.Look())
    #expect(palette.look(.selected).attributes.contains(.reverse))
    #expect(palette.look(.selected).mono.contains(.reverse))
    #expect(palette.look(.error).mono != [])
  }

  @Test(
    "a wrong palette says what is wrong and where",
    arguments: [
      (
        ##"{"name":"x","title":"X","roles":{"heading":{"foreground":"#12345"}}}"##,
        ["heading", "#12345", "foreground"]
      ),
      (
        ##"{"name":"x","title":"X","roles":{"heading":{"background":"mauve"}}}"##,
        ["heading", "mauve", "bright-blue"]
      ),
      (##"{"name":"x","title":"X","roles":{"headnig":{}}}"##, ["headnig", "heading"]),
      (
        ##"{"name":"x","title":"X","roles":{"tag":{"attributes":["blink"]}}}"##,
        ["tag", "blink", "underline"]
      ),
      (##"{"name":"x","title":"X","roles":{"tag":{"foreground":7}}}"##, ["tag", "foreground"]),
      (##"{"name":"x","roles":{}}"##, ["title"]),
      (##"not json"##, ["JSON"]),
    ])
  func wrong(json: String, words: [String]) {
    do {
      _ = try Palette(json: Array(json.utf8))
      Issue.record("read all the same")
    } catch {
      for word in words { #expect(error.description.contains(word), "\(error)") }
    }
  }

  @Test("colours degrade to the nearest there is")
  func degrading() {
    #expect(Colour("#ff8700")?.number(at: .twoFiftySix) == 208)
    #expect(Colour("#8a8a8a")?.number(at: .twoFiftySix) == 245)
    #expect(Colour("#ffffff")?.number(at: .twoFiftySix) == 231)
    for (text, number) in [
      ("#ff0000", 9), ("#ff8787", 9), ("#005f00", 2), ("#005f5f", 6), ("#ffd75f", 11),
      ("#8a8a8a", 8),
      ("#000000", 0), ("#ffffff", 15), ("#afafd7", 12),
    ] { #expect(Colour(text)?.number(at: .sixteen) == number, "\(text)") }
    #expect(Colour("#ff8700")?.number(at: .trueColour) == 0xFF8700)
    #expect(Colour("#000001")?.number(at: .trueColour) == 8)
    #expect(Colour("bright-blue")?.number(at: .twoFiftySix) == 12)
    #expect(Colour("default")?.number(at: .trueColour) == -1)
    #expect(Colour("red")?.number(at: .mono) == -1)
    for text in ["", "#", "#+12345", "#gggggg", "Red", "#1234567"] { #expect(Colour(text) == nil) }
  }
}
