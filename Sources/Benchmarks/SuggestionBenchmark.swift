import Collation
import FoundationEssentials

/// Suggested themes against scikit-learn, on the same draws of the same labelled texts.
enum SuggestionBenchmark {
  /// How many texts of each theme are coded.
  private static let labels = [5, 10, 20]
  /// How often that many are drawn.
  private static let draws = 20
  /// Each theme's texts from here on are never coded, whatever is drawn.
  private static let unseen = 20

  /// The shares of unseen texts whose theme came first, and was among the first three.
  private struct Accuracy {
    var first = 0.0
    var three = 0.0

    var text: String { "\(decimal(first, 3)) (first three \(decimal(three, 3)))" }
  }

  private struct Draw {
    var coded: [(theme: Int, text: String)] = []
    var unseen: [(theme: Int, text: String)] = []
  }

  static func run(_ bench: Bench) throws -> Findings {
    let texts = try CollationTexts()
    let drawn = labels.map { count in (0..<draws).map { draw(count, $0, texts) } }
    let (reference, source) = try reference(drawn, bench)
    let rows = labels.enumerated().compactMap { place, count -> Row? in
      guard let bayes = reference["\(count) naive-bayes"], let svm = reference["\(count) svm"]
      else {
        return nil
      }
      let ours = accuracy(drawn[place])
      var row = Row(
        "suggested themes, \(count) labels each of \(texts.labelled.count)", ours.text,
        against: "\(source): naive Bayes \(bayes.text), linear SVM \(svm.text)",
        ratio: ours.first / bayes.first)
      row.mustReach = "≥ naive Bayes and ≥ 0.98 SVM"
      row.isReached = ours.first >= bayes.first && ours.first >= 0.98 * svm.first
      return row
    }
    return Findings(rows: rows)
  }

  /// The same number of every theme, shuffled; what is beyond `unseen` is to be told.
  private static func draw(_ count: Int, _ seed: Int, _ texts: CollationTexts) -> Draw {
    var random = SplitMix(state: UInt64(seed))
    var draw = Draw()
    for (theme, group) in texts.labelled.enumerated() {
      for (place, text) in group.texts.shuffled(using: &random).enumerated() {
        if place < count { draw.coded.append((theme, text)) }
        if place >= unseen { draw.unseen.append((theme, text)) }
      }
    }
    return draw
  }

  private static func accuracy(_ draws: [Draw]) -> Accuracy {
    var accuracy = Accuracy()
    for draw in draws {
      var collator = Collator()
      for (id, item) in (draw.coded + draw.unseen).enumerated() {
        collator.set(item.text, for: id)
        if id < draw.coded.count { collator.label(id, with: [item.theme]) }
      }
      for (place, item) in draw.unseen.enumerated() {
        let found = collator.suggestions(for: draw.coded.count + place, leastConfidence: 0)
        let share = 1 / Double(draw.unseen.count * draws.count)
        if found.first?.theme == item.theme { accuracy.first += share }
        if found.contains(where: { $0.theme == item.theme }) { accuracy.three += share }
      }
    }
    return accuracy
  }

  // MARK: The reference

  /// What scikit-learn reaches on these draws, or, where there is none, what it reached when the figures
  /// were recorded.
  private static func reference(
    _ drawn: [[Draw]], _ bench: Bench
  ) throws -> (figures: [String: Accuracy], source: String) {
    let (table, answer) = (bench.folder + "/draws.tsv", bench.folder + "/reference.txt")
    var lines: [String] = []
    for (count, draws) in zip(labels, drawn) {
      for (number, draw) in draws.enumerated() {
        lines += draw.coded.map { "\(count)\t\(number)\tcoded\t\($0.theme)\t\($0.text)" }
        lines += draw.unseen.map { "\(count)\t\(number)\tunseen\t\($0.theme)\t\($0.text)" }
      }
    }
    try write(Array((lines.joined(separator: "\n") + "\n").utf8), to: table)
    let folder = CollationTexts.folder + "/Reference"
    let python = ProcessInfo.processInfo.environment["PLENARY_PYTHON"] ?? "python3"
    let ran = try? Child.time([python, folder + "/themes.py", table], bench, output: answer)
    let path = ran == nil ? folder + "/figures.txt" : answer
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    var figures: [String: Accuracy] = [:]
    var version = "scikit-learn"
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if words.first == "#" { version = words.dropFirst().joined(separator: " ") }
      guard words.count == 4, let first = Double(words[2]), let three = Double(words[3]) else {
        continue
      }
      figures["\(words[0]) \(words[1])"] = Accuracy(first: first, three: three)
    }
    guard !figures.isEmpty else { throw Broken("\(path) holds no figures") }
    return (figures, ran == nil ? version + ", as recorded" : version)
  }
}
