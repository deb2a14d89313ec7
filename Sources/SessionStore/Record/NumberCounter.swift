import Glibc
import SessionEngine
import struct SystemPackage.Errno

/// What is numbered; each has a counter of its own.
enum Numbering: Hashable {
  /// `#1`, `#2` and so on.
  case contributions
  /// `O1`, `O2` and so on.
  case opportunities
}

/// Gives out numbers, never one twice among the processes of a place.
///
/// The counter is not waited for on the disk: after a power loss the journals know what was given,
/// since a number that stands in none was never said.
final class NumberCounter {
  private static let width = 20
  private let files: any FileSystem
  private let path: String
  private let descriptor: Int32
  private let series: String
  /// Numbers that were taken for something that then was not kept.
  private var spare: [ContributionNumber] = []
  /// Whether the lock is held, for numbers that are offered and not yet taken.
  private var isLocked = false

  init(
    of numbering: Numbering = .contributions, layout: Layout, place: Place, series: String,
    files: any FileSystem
  ) throws(StoreError) {
    self.files = files
    self.series = series
    let suffix = numbering == .opportunities ? ".opportunities" : ""
    path = layout.numbers + "/" + place.text + (series.isEmpty ? "" : "-" + series) + suffix
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

  /// Offers numbers: they are this process's once it takes them, and nobody's if it leaves them. Until
  /// then the other processes of the place wait, so nothing but a decision may come in between.
  ///
  /// - Parameters:
  ///   - highest: the highest number of the series that this process has seen.
  ///   - refresh: looks again what the highest is; asked where the counter knows nothing.
  func offer(
    _ count: Int, above highest: Int, refresh: () throws(StoreError) -> Int
  ) throws(StoreError) -> [ContributionNumber] {
    var offered = Array(spare.prefix(count))
    let missing = count - offered.count
    guard missing > 0 else { return offered }
    try lock()
    do throws(Errno) {
      var last = try read()
      if last == nil { last = try? refresh() }
      let next = max(last ?? 0, highest) + 1
      for value in next..<(next + missing) {
        offered.append(ContributionNumber(series: series, value))
      }
      return offered
    } catch {
      leave()
      throw .system(doing: "count on", file: path, reason: error)
    }
  }

  /// Takes the numbers that were offered.
  func take(_ numbers: [ContributionNumber]) throws(StoreError) {
    if isLocked, let last = numbers.last {
      defer { leave() }
      do throws(Errno) { try write(last.value) } catch {
        throw .system(doing: "count on", file: path, reason: error)
      }
    }
    // They were offered before any other.
    spare.removeFirst(min(spare.count, numbers.count))
  }

  /// Leaves the numbers that were offered to whoever comes next.
  func leave() {
    guard isLocked else { return }
    files.unlock(descriptor)
    isLocked = false
  }

  /// Takes numbers back that nobody was told.
  func giveBack(_ numbers: [ContributionNumber]) { spare = (spare + numbers).sorted() }

  /// Waits for the other processes of the place; each holds the lock for some microseconds.
  private func lock() throws(StoreError) {
    for attempt in 0..<4000 {
      do throws(Errno) {
        if try files.lock(descriptor) {
          isLocked = true
          return
        }
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
