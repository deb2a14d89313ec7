import FoundationEssentials
import GroupMixer

/// An instance of the maximally diverse grouping problem as MDGPLIB writes it.
///
/// The first line has the number of elements, the number of groups, `ss` or `ds` (same or different
/// sizes), and the least and the most elements of each group; then comes `i j d` a line. Blank lines,
/// line ends of any kind, a missing `ss`, sizes that are left out where all are to be the same, and
/// elements counted from 1 are understood too.
struct MdgpInstance {
  let name: String
  let problem: MixProblem

  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Broken("\(path): cannot be read")
    }
    name = String(path.split(separator: "/").last ?? "")
    let lines = String(decoding: data, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
      .map { Line(path: path, number: $0.offset + 1, words: $0.element.split(separator: " ")) }
      .filter { !$0.words.isEmpty }
    guard let head = lines.first else { throw Broken("\(path): is empty") }
    let (items, sizes) = try Self.sizes(head)
    problem = MixProblem(
      itemCount: items, sizes: sizes,
      measure: .distances(try Self.matrix(lines.dropFirst(), items, path)))
  }

  /// A line that has words.
  private struct Line {
    let path: String
    let number: Int
    let words: [Substring]

    init(path: String, number: Int, words: [Substring]) {
      self.path = path
      self.number = number
      self.words = words.flatMap { $0.split(whereSeparator: { $0 == "\t" }) }
    }

    func broken(_ reason: String) -> Broken { Broken("\(path):\(number): \(reason)") }

    func count(_ index: Int, _ what: String) throws -> Int {
      guard index < words.count, let number = Int(words[index]), number >= 0 else {
        let found = index < words.count ? "“\(words[index])” is none" : "there is none"
        throw broken("\(what) is to be a whole number from 0, and \(found)")
      }
      return number
    }
  }

  private static func sizes(_ head: Line) throws -> (Int, [ClosedRange<Int>]) {
    let items = try head.count(0, "the number of elements")
    let groups = try head.count(1, "the number of groups")
    guard groups > 0, items <= 20_000 else {
      throw head.broken("\(items) elements in \(groups) groups are no instance")
    }
    let kind = head.words.count > 2 ? head.words[2].lowercased() : ""
    let start = kind == "ss" || kind == "ds" ? 3 : 2
    if head.words.count == start {
      guard items % groups == 0 else { throw head.broken("the sizes of the groups are missing") }
      return (items, Array(repeating: (items / groups)...(items / groups), count: groups))
    }
    guard head.words.count == start + 2 * groups else {
      throw head.broken(
        "\(groups) groups need \(2 * groups) sizes, and there are \(head.words.count - start)")
    }
    let sizes = try (0..<groups).map { group in
      let low = try head.count(start + 2 * group, "the least size of group \(group)")
      let high = try head.count(start + 2 * group + 1, "the largest size of group \(group)")
      guard low <= high else { throw head.broken("group \(group) is to have \(low) to \(high)") }
      return low...high
    }
    return (items, sizes)
  }

  private static func matrix(
    _ lines: ArraySlice<Line>, _ items: Int, _ path: String
  ) throws -> DistanceMatrix {
    var pairs: [(first: Int, second: Int, distance: Double, line: Line)] = []
    pairs.reserveCapacity(lines.count)
    for line in lines {
      guard line.words.count == 3 else { throw line.broken("“i j d” is expected here") }
      guard let distance = Double(line.words[2]), distance.isFinite else {
        throw line.broken("“\(line.words[2])” is no distance")
      }
      pairs.append((try line.count(0, "i"), try line.count(1, "j"), distance, line))
    }
    let areFromOne =
      pairs.contains { $0.first == items || $0.second == items }
      && !pairs.contains { $0.first == 0 || $0.second == 0 }
    var matrix = DistanceMatrix(count: items)
    var isGiven = Array(repeating: false, count: items * items)
    for pair in pairs {
      let (i, j) = areFromOne ? (pair.first - 1, pair.second - 1) : (pair.first, pair.second)
      guard (0..<items).contains(i), (0..<items).contains(j) else {
        throw pair.line.broken("there are \(items) elements, and these are \(i) and \(j)")
      }
      guard i != j else { continue }
      guard !isGiven[i * items + j] || matrix[i, j] == pair.distance else {
        throw pair.line.broken("the distance of \(i) and \(j) was \(matrix[i, j]) above")
      }
      matrix[i, j] = pair.distance
      isGiven[i * items + j] = true
      isGiven[j * items + i] = true
    }
    let given = isGiven.reduce(0) { $0 + ($1 ? 1 : 0) } / 2
    let needed = items * (items - 1) / 2
    if given < needed {
      Benchmarks.note(
        "\(path): has \(given) of the \(needed) distances of \(items) elements; others are taken as 0"
      )
    }
    return matrix
  }
}

/// What is known of published instances.
struct MdgpPublished {
  /// Seconds for which the figures hold.
  let seconds: Double
  /// The best seen by anyone, at any time.
  let best: Double
  /// The means of iterated maxima search (Lai and Hao, 2016) and of the three-phase search (Yang and
  /// others, 2022), run from their authors' sources on a machine of this kind.
  let iteratedMaxima: Double
  let threePhase: Double
  /// The share of the best to be reached after a second.
  let afterOneSecond: Double

  /// By the name of the file.
  static let instances: [String: MdgpPublished] = [
    "RanReal_n120_ss_01.txt": MdgpPublished(
      seconds: 3, best: 47363.21, iteratedMaxima: 47259.7, threePhase: 47345.5,
      afterOneSecond: 0.998),
    "RanReal_n120_ds_01.txt": MdgpPublished(
      seconds: 3, best: 50601.64, iteratedMaxima: 50344.5, threePhase: 50524.8,
      afterOneSecond: 0.998),
    "RanInt_n120_ds_01.txt": MdgpPublished(
      seconds: 3, best: 51140, iteratedMaxima: 51049.5, threePhase: 51101.2,
      afterOneSecond: 0.998),
    "RanReal_n240_ss_01.txt": MdgpPublished(
      seconds: 20, best: 155241.93, iteratedMaxima: 155107.1, threePhase: 155184.1,
      afterOneSecond: 0.996),
  ]
}
