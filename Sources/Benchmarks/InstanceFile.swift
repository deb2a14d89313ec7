import GroupMixer
import Glibc

/// Reads instances of the maximally diverse grouping problem as MDGPLIB publishes them.
///
/// The first line says how many elements and groups there are, `ss` or `ds` (same or different sizes),
/// then the least and the greatest size of each group; every other line two elements from 0 and their
/// distance.
enum InstanceFile {
  static func read(_ path: String) throws -> MixProblem {
    guard let file = fopen(path, "r") else {
      throw Broken("\(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    var number = 0
    var matrix: DistanceMatrix?
    var sizes: [ClosedRange<Int>] = []
    while getline(&line, &capacity, file) >= 0, let text = line {
      number += 1
      let words = String(cString: text).split(whereSeparator: \.isWhitespace)
      if words.isEmpty { continue }
      do {
        if matrix == nil {
          let (count, ranges) = try header(words)
          matrix = DistanceMatrix(count: count)
          sizes = ranges
        } else if let count = matrix?.count {
          let (i, j, distance) = try entry(words, count)
          matrix?[i, j] = distance
        }
      } catch {
        throw Broken("\(path), line \(number): \(error)")
      }
    }
    guard let matrix else {
      throw Broken(
        "\(path) is empty; it should begin with a line such as "
          + "120 10 ss 12 12 …")
    }
    return MixProblem(itemCount: matrix.count, sizes: sizes, measure: .distances(matrix))
  }

  private static func header(_ words: [Substring]) throws -> (Int, [ClosedRange<Int>]) {
    guard words.count > 2, let count = Int(words[0]), let groups = Int(words[1]),
      (1...20_000).contains(count), (1...count).contains(groups)
    else { throw Broken("there should be the numbers of elements and groups") }
    // Some files leave out the word that says whether sizes differ.
    let numbers = words.dropFirst(Int(words[2]) == nil ? 3 : 2).compactMap { Int($0) }
    guard numbers.count == 2 * groups else {
      throw Broken(
        "there should be two sizes for each of \(groups) groups; there are \(numbers.count)")
    }
    let ranges = try (0..<groups).map { group in
      let (least, most) = (numbers[2 * group], numbers[2 * group + 1])
      guard 0 <= least, least <= most else { throw Broken("no group has \(least) to \(most)") }
      return least...most
    }
    return (count, ranges)
  }

  private static func entry(_ words: [Substring], _ count: Int) throws -> (Int, Int, Double) {
    guard words.count >= 3, let i = Int(words[0]), let j = Int(words[1]),
      let distance = Double(words[2]), distance.isFinite
    else { throw Broken("there should be two elements and their distance") }
    guard (0..<count).contains(i), (0..<count).contains(j) else {
      throw Broken("elements go from 0 to \(count - 1)")
    }
    return (i, j, distance)
  }
}

/// `mixing --mdgplib FILE --seconds S --runs R`: prints size, best and mean.
enum InstanceRun {
  static func run(_ arguments: [String]) throws {
    var (path, seconds, runs) = ("", 3.0, 10)
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Broken("\(name) needs a value") }
      switch name {
      case "--mdgplib": path = value
      case "--seconds":
        guard let given = Double(value), given > 0, given.isFinite else {
          throw Broken("--seconds is ‘\(value)’; give a number above 0")
        }
        seconds = given
      case "--runs":
        guard let given = Int(value), given > 0 else {
          throw Broken("--runs is ‘\(value)’; give a number above 0")
        }
        runs = given
      default: throw Broken("\(name) is not known; there are --mdgplib, --seconds and --runs")
      }
    }
    guard !path.isEmpty else { throw Broken("--mdgplib must name an instance of MDGPLIB") }
    let problem = try InstanceFile.read(path)
    var values: [Double] = []
    for seed in 1...runs {
      values.append(try best(problem, seed: UInt64(seed), seconds: seconds))
      Benchmarks.note("run \(seed): \(decimal(values.last ?? 0))")
    }
    let mean = values.reduce(0, +) / Double(values.count)
    print(
      "\(problem.itemCount) elements, \(problem.sizes.count) groups: best \(decimal(values.max() ?? 0)), "
        + "mean \(decimal(mean)) (\(runs) runs of \(decimal(seconds, 1)) s)")
  }

  /// What is reached in so much time.
  static func best(_ problem: MixProblem, seed: UInt64, seconds: Double) throws -> Double {
    let end = now() + Int(seconds * 1e9)
    do throws(MixRefusal) {
      return try Mixer.mix(problem, seed: seed, slice: 5_000) { _ in now() >= end }.score.objective
    } catch {
      throw Broken("\(error)")
    }
  }
}
