import Foundation
import Glibc
import Testing

enum SmallDisk {
  /// Whether a file system can be mounted, found out by doing so.
  static let canMount: Bool = {
    let folder = NSTemporaryDirectory() + "/plenary-mount-" + UUID().uuidString
    guard mkdir(folder, 0o700) == 0 else { return false }
    defer { rmdir(folder) }
    guard Glibc.mount("plenary", folder, "tmpfs", 0, "size=64k") == 0 else { return false }
    return umount2(folder, Int32(MNT_DETACH)) == 0
  }()
}

/// A disk that is full, and one that cannot be written to. Needs to mount a small file system.
@Suite(
  "A full disk and a read-only one",
  .enabled(if: SmallDisk.canMount, "no file system can be mounted here"))
struct DiskTests {
  /// A small file system of its own for a test.
  func disk(_ laptop: Workshop, _ body: (String) async throws -> Void) async throws {
    let disk = laptop.desk + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try #require(Glibc.mount("plenary", disk, "tmpfs", 0, "size=1m,mode=700") == 0)
    defer { umount2(disk, Int32(MNT_DETACH)) }
    try await body(disk)
  }

  @Test("on a full disk the text stays in the line, the reason is said, and Enter tries again")
  func full() async throws {
    try await Workshop.open { laptop in
      try await disk(laptop) { disk in
        try await laptop.does("new", "disk/day", "--groups", "1")
        let screen = try await Screen.open(laptop, "disk/day")
        try await screen.enter("while there was room")
        try await screen.shows("kept #1")
        // Fills it to the last byte.
        let filler = open(disk + "/filler", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        let block = [UInt8](repeating: 0x2E, count: 4096)
        while write(filler, block, block.count) > 0 {}
        close(filler)
        // The last page of the journal may still have room for a few.
        let long = "no room for this " + String(repeating: "remark ", count: 700) + "end"
        try await screen.paste(long)
        try await screen.press("Enter")
        let seen = try await screen.shows("disk is full", "Enter tries again", "remark end")
        #expect(!seen.contains("kept #2"))
        let refused = try await laptop.refuses(
          "add", "disk/day", "-g", "1", "-p", "1", long, code: 1)
        #expect(refused.err.contains("disk is full"))
        try await screen.press("Enter")
        try await screen.shows("disk is full", "Enter tries again", "remark end")
        try FileManager.default.removeItem(atPath: disk + "/filler")
        try await screen.press("Enter")
        try await screen.see("the text kept") { $0.contains("kept #") }
        let texts = try await laptop.exported("disk/day").contributions.map(\.text)
        #expect(texts == ["while there was room", long])
        await screen.close()
        try await laptop.does("verify", "disk/day")
      }
    }
  }

  @Test("a folder that cannot be written to opens read-only, and says so")
  func readOnly() async throws {
    try await Workshop.open { laptop in
      try await disk(laptop) { disk in
        try await laptop.does("new", "disk/day", "--groups", "1")
        try await laptop.does("add", "disk/day", "-g", "1", "-p", "1", "kept before")
        #expect(
          Glibc.mount("plenary", disk, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil)
            == 0)
        let screen = try await Screen.open(laptop, "disk/day")
        try await screen.shows("read-only", "kept before")
        try await screen.enter("cannot be kept")
        try await screen.shows("cannot be written to", "cannot be kept")
        try await screen.browse()
        try await screen.press("x")
        try await screen.shows("cannot be written to", "kept before")
        try await screen.press("C-c")
        #expect(try await screen.ended() == 0)
        await screen.close()
        try await laptop.refuses("add", "disk/day", "-g", "1", "-p", "1", "x", code: 1)
        try await laptop.refuses("redact", "disk/day", "1", "--reason", "r", code: 1)
        try await laptop.refuses("export", "disk/day", code: 1)
        try await laptop.does("export", "disk/day", "--output", "out")
        try await laptop.does("verify", "disk/day")
        #expect(try await laptop.does("replay", "disk/day").out.contains("kept before"))
        #expect(try await laptop.does("list", "disk").out.contains("disk/day"))
        try await laptop.refuses("new", "disk/other", code: 1)
      }
    }
  }
}
