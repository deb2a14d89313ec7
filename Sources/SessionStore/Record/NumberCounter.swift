import Glibc
import SessionEngine
import struct SystemPackage.Errno

/// Gives out contribution numbers, never one twice among the processes of a place.
///
/// The counter is not waited for on the disk: after a power loss the journals know what was given,
/// since a number that stands in none was never said.
final class NumberCounter {
  private static let width = 20
  private let files: any FileSystem
  private let path: String
  private let descriptor: Int32
  private let series: String
  /// Numbers that were drawn for something that then was not kept.
  private var spare: [ContributionNumber] = []

  init(layout: Layout, place: Place, series: String, files: any FileSystem) throws(StoreError) {
    self.files = files
    self.series = series
    path = layout.numbers + "/" + place.text + (series.isEmpty ? "" : "-" + series)
    do throws(Errno) {
      if !files.exists(layout.numbers) { try files.makeDirectory(layout.numbers) }
    } catch {
      // Another process may just have made it; if not, the file cannot be opened either.
    }
    do throws(Errno) { descriptor = try files.open(path, .update) } catch {
      throw .system(doing: "open the counter", file: layout.short(path), reason: error)
    }
  }

  deinit { files.close(descriptor) }

  /// Draws numbers.
  ///
  /// - Parameters:
  ///   - highest: the highest number of the series that this process has seen.
  ///   - refresh: looks again what the highest is; asked where the counter knows nothing.
  func draw(
    _ count: Int, above highest: Int, refresh: () throws(StoreError) -> Int
  ) throws(StoreError) -> [ContributionNumber] {
    if spare.count < count {
      try lock()
      defer { files.unlock(descriptor) }
      do throws(Errno) {
        var last = try read()
        if last == nil { last = try? refresh() }
        let next = max(last ?? 0, highest) + 1
        let missing = count - spare.count
        try write(next + missing - 1)
        spare += (next..<(next + missing)).map { ContributionNumber(series: series, $0) }
      } catch {
        throw .system(doing: "count on", file: path, reason: error)
      }
    }
    let drawn = Array(spare.prefix(count))
    spare.removeFirst(count)
    return drawn
  }

  /// Takes numbers back that nobody was told.
  func giveBack(_ numbers: [ContributionNumber]) { spare = (spare + numbers).sorted() }

  /// Waits for the other processes of the place; each holds the lock for some microseconds.
  private func lock() throws(StoreError) {
    for attempt in 0..<4000 {
      do throws(Errno) {
        if try files.lock(descriptor) { return }
      } catch {
        throw .system(doing: "lock", file: path, reason: error)
      }
      usleep(attempt < 100 ? 50 : 500)
    }
    throw .numbersBusy(file: path)
  }

  private func read() throws(Errno) -> Int? {
    let bytes = try files.bytes(of: descriptor, from: 0, atMost: Self.width + 1)
    guard bytes.count == Self.width + 1, bytes.last == 0x0A else { return nil }
    return Int(String(decoding: bytes.dropLast(), as: UTF8.self))
  }

  private func write(_ number: Int) throws(Errno) {
    let digits = String(number)
    let text = String(repeating: "0", count: Self.width - digits.utf8.count) + digits + "\n"
    try files.writeAll(descriptor, Array(text.utf8), at: 0)
  }
}
