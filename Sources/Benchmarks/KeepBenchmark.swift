import Glibc
import SessionEngine
import SessionStore

/// Keeping one contribution, against a bare write and fsync of the same bytes.
enum KeepBenchmark {
  static func run(_ bench: Bench) throws -> Findings {
    var findings = Findings()
    for existing in [0, 20_000, 100_000] {
      findings.rows.append(try measure(bench, existing: existing))
    }
    return findings
  }

  private static func measure(_ bench: Bench, existing: Int) throws -> Row {
    let room = try bench.room(existing)
    let files = MeteredFiles()
    let store = try room.open(files: files)
    defer { store.close() }
    // The console holds the session too, but not while the store works.
    var shown = store.session
    func keep(_ index: Int) throws {
      shown = Session()
      try store.perform(.capture([room.contribution(existing + index)]))
      shown = store.session
    }
    try keep(1000)
    let journal = try RawFile(room.path + "/journal/\(store.device).jsonl", create: false)
    let raw = try RawFile(bench.folder + "/raw", create: true)
    var keeping = Samples()
    var thinking = Samples()
    var writing = Samples()
    var bytes: [UInt8] = []
    for index in 0..<1000 {
      // Now the one is first, now the other.
      if index % 2 == 1 { writing.add(try time { try raw.append(bytes) }) }
      let before = journal.size
      let waited = files.meter.nanoseconds
      let whole = try time { try keep(index) }
      keeping.add(whole)
      thinking.add(whole - (files.meter.nanoseconds - waited))
      bytes = journal.bytes(from: before)
      if index % 2 == 0 { writing.add(try time { try raw.append(bytes) }) }
    }
    withExtendedLifetime(shown) {}
    var row = Row(
      "keep a contribution, \(grouped(existing)) there (median)", keeping.median,
      against: "write+fsync of the same \(bytes.count) bytes", writing.median, atMost: 1.3)
    row.measured += ", \(text(thinking.median)) of it not the disk"
    return row
  }
}

/// A file written as bare as can be.
final class RawFile {
  private let descriptor: Int32
  private var offset = 0

  init(_ path: String, create: Bool) throws {
    descriptor = open(
      path, create ? O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC : O_RDONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Broken("\(path): \(String(cString: strerror(errno)))") }
  }

  deinit { close(descriptor) }

  var size: Int {
    var status = stat()
    fstat(descriptor, &status)
    return Int(status.st_size)
  }

  func bytes(from start: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: max(0, size - start)) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(start)))
    }
  }

  func append(_ bytes: [UInt8]) throws {
    let count = bytes.withUnsafeBytes {
      pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset))
    }
    guard count == bytes.count, fsync(descriptor) == 0 else { throw Broken("the disk refuses") }
    offset += count
  }
}
