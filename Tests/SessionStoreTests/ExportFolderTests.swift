import SessionEngine
import Testing

@testable import SessionStore

@Suite struct ExportFolderTests {
  let scratch: Scratch
  let files = FailingFiles()

  init() throws { scratch = try Scratch() }

  private func export(_ texts: [String: String], to folder: String) throws {
    try ExportFolder.write(
      texts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }, to: folder,
      environment: scratch.environment(files: files))
  }

  private func contents(_ folder: String) throws -> [String: String] {
    try Dictionary(
      uniqueKeysWithValues: allFiles(folder).map {
        (String($0.dropFirst(folder.count + 1)), String(decoding: try bytes($0), as: UTF8.self))
      }
    ).filter { $0.key != ExportFolder.marker }
  }

  @Test func `an export takes the place of the last one and carries over what is others'`() throws {
    let folder = scratch.path("exports/today")
    try export(["report.md": "1", "groups/a.md": "a", "old/x.md": "x"], to: folder)
    #expect(
      try contents(folder) == ["report.md": "1", "groups/a.md": "a", "old/x.md": "x"])
    try write(Array("mine".utf8), to: folder + "/notes.txt")
    try RealFileSystem().makeDirectory(folder + "/mine")
    try write(Array("mine".utf8), to: folder + "/mine/b.txt")
    try write(Array("mine".utf8), to: folder + "/groups/c.txt")
    try export(["report.md": "2", "groups/b.md": "b"], to: folder)
    let now = try contents(folder)
    #expect(
      now == [
        "report.md": "2", "groups/b.md": "b", "notes.txt": "mine", "mine/b.txt": "mine",
        "groups/c.txt": "mine",
      ])
    #expect(try RealFileSystem().names(in: scratch.path("exports")) == ["today"])
    #expect(!RealFileSystem().exists(folder + "/old"))
  }

  @Test func `a folder that is no export is left alone`() throws {
    let folder = scratch.path("thesis")
    try RealFileSystem().makeDirectory(folder)
    try write([1], to: folder + "/chapter.txt")
    #expect(throws: StoreError.notOurs(path: folder)) { try export(["a": "1"], to: folder) }
    #expect(throws: StoreError.notOurs(path: folder + "/chapter.txt")) {
      try export(["a": "1"], to: folder + "/chapter.txt")
    }
    for path in ["../a", "/a", "b//c", ""] {
      #expect(throws: StoreError.self) { try export([path: "1"], to: scratch.path("new")) }
    }
    #expect(try allFiles(folder) == [folder + "/chapter.txt"])
    #expect(try RealFileSystem().names(in: scratch.path) == ["thesis"])
  }

  @Test(arguments: [FailingFiles.Call.write, .sync, .rename, .makeDirectory, .open])
  func `a failed export leaves the last good one`(call: FailingFiles.Call) throws {
    let folder = scratch.path("out")
    try export(["report.md": "1", "groups/a.md": "a"], to: folder)
    try write(Array("mine".utf8), to: folder + "/notes.txt")
    for at in 1...30 {
      files.set {
        $0.call = call
        $0.at = at
      }
      do {
        try export(["report.md": "2", "groups/b.md": "b"], to: folder)
        if files.count(of: call) < at {
          #expect(try contents(folder).count == 3)
          return
        }
      } catch is StoreError {
        let now = try contents(folder)
        // The last confirmation may fail after the new one stands.
        #expect(
          now == ["report.md": "1", "groups/a.md": "a", "notes.txt": "mine"]
            || now == ["report.md": "2", "groups/b.md": "b", "notes.txt": "mine"])
      }
      files.set { _ in }
      try export(["report.md": "1", "groups/a.md": "a"], to: folder)
      #expect(try RealFileSystem().names(in: scratch.path) == ["out"])
    }
  }
}
