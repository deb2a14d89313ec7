import Collation

/// What Themes asks of texts, by how long it takes and how good the duplicates are.
enum CollationBenchmark {
  static func run(_ bench: Bench) throws -> Findings {
    let texts = try CollationTexts()
    return Findings(
      rows: [
        duplicates(texts.wordings, half: 0, "the half tuned on"),
        duplicates(texts.wordings, half: 1, "the half held out"),
        duplicates(texts.oneSubject, half: 0, "one subject, the half tuned on"),
        duplicates(texts.oneSubject, half: 1, "one subject, the half held out"),
      ] + speed(texts.many(5000)) + dominated(texts.ofOneSubject(5000))
        + changes(texts.many(20_000)))
  }

  // MARK: Quality

  private static func duplicates(
    _ wordings: [CollationTexts.Wording], half: Int, _ name: String
  ) -> Row {
    var collator = Collator()
    for (id, wording) in wordings.enumerated() { collator.set(wording.text, for: id) }
    collator.settle()
    let found = collator.likelyDuplicates(limit: .max).filter {
      wordings[$0.first].base % 2 == half
    }
    let isRight = found.map { pair in
      let (one, other) = (wordings[pair.first], wordings[pair.second])
      return one.base == other.base && !one.isOther && !other.isOther
    }
    let right = isRight.filter { $0 }.count
    let strangers = found.filter { wordings[$0.first].base != wordings[$0.second].base }.count
    let bases = Set(wordings.map(\.base)).filter { $0 % 2 == half }.count
    let mine = wordings.filter { $0.base % 2 == half }
    let planted = mine.filter { !$0.isOther }.count - bases
    let early = isRight.prefix(30).filter { $0 }.count
    var row = Row(
      "likely duplicates, \(name)",
      "precision \(share(right, found.count)), recall \(share(right, planted))",
      against: "\(planted) rewordings, \(mine.count - bases - planted) traps among \(mine.count); "
        + "\(early) of the first 30 right, \(strangers) pairs of strangers")
    row.mustReach = "both ≥ 0.70"
    row.isReached = right * 10 >= found.count * 7 && right * 10 >= planted * 7
    return row
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    decimal(Double(part) / Double(max(1, whole)))
  }

  // MARK: Speed

  private static func speed(_ texts: [String]) -> [Row] {
    var collator = Collator()
    let reading = processor { for (id, text) in texts.enumerated() { collator.set(text, for: id) } }
    let first = processor {
      collator.settle(atMost: 500)
      _ = collator.likelyDuplicates(limit: 50)
    }
    let rest = processor { collator.settle() }
    let topics = processor { _ = collator.topics(among: Array(texts.indices)) }
    for id in stride(from: 0, to: texts.count, by: 2) { collator.label(id, with: [id / 2 % 20]) }
    var suggesting = Samples()
    for id in stride(from: 1, to: texts.count, by: 25) {
      suggesting.add(processor { _ = collator.suggestions(for: id) })
    }
    var coming = Samples()
    for id in 0..<300 {
      coming.add(
        processor {
          collator.set(texts[id * 7 % texts.count] + " indeed", for: texts.count + id)
          collator.settle(atMost: 200)
          _ = collator.likelyDuplicates(limit: 50)
        })
    }
    return [
      row("5,000 texts read for collation", reading, within: 100_000_000),
      row("first duplicates of 5,000 texts", first, within: 100_000_000),
      row("all other duplicates of 5,000 texts, in between", rest, within: nil),
      row("topics of 5,000 texts", topics, within: 100_000_000),
      row("themes for a text, 2,500 coded to 20 (p99)", suggesting.p99, within: 50_000_000),
      row("one text more among 5,000, duplicates anew (p99)", coming.p99, within: 50_000_000),
    ]
  }

  /// Where every word is a common one, each text must be looked at beside very many.
  private static func dominated(_ texts: [String]) -> [Row] {
    var collator = Collator()
    for (id, text) in texts.enumerated() { collator.set(text, for: id) }
    let first = processor {
      collator.settle(atMost: 200)
      _ = collator.likelyDuplicates(limit: 50)
    }
    return [row("first duplicates of 5,000 texts on one subject", first, within: 100_000_000)]
  }

  private static func changes(_ texts: [String]) -> [Row] {
    var collator = Collator()
    for (id, text) in texts.enumerated() { collator.set(text, for: id) }
    collator.settle()
    var changing = Samples()
    for id in 0..<500 {
      changing.add(processor { collator.set(texts[(id + 1) * 13 % texts.count], for: id) })
    }
    for id in 500..<1000 { changing.add(processor { collator.remove(id) }) }
    return [row("a text changed or removed among 20,000 (p99)", changing.p99, within: 1_000_000)]
  }

  private static func row(_ what: String, _ took: Nanoseconds, within most: Nanoseconds?) -> Row {
    var row = Row(what, text(took), against: "by the processor's time")
    if let most {
      row.mustReach = "≤ " + text(most)
      row.isReached = took <= most
    }
    return row
  }

  private static func processor(_ body: () -> Void) -> Nanoseconds {
    let start = processorTime()
    body()
    return processorTime() - start
  }
}
