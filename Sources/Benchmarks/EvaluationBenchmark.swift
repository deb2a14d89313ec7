import SessionEngine
import SessionStore
import Terminal

/// What the room said of the day, with 2,000 coded contributions and 200 forms: opened, and read on.
enum EvaluationBenchmark {
  private static let contributions = 2_000
  private static let forms = 200
  private static let rounds = 20

  static func run(_ bench: Bench) throws -> Findings {
    let driver = try TerminalDriver.forMeasuring()
    defer { driver.close() }
    let desk = try Desk(try room(bench), driver: driver)
    defer { desk.end() }
    desk.begin()
    _ = desk.press(.alt("7"))
    var (opened, read) = (Samples(), Samples())
    for _ in 0..<rounds {
      opened.add(desk.press(.character("s")).processor)
      for key in "jjjjGkkg" { read.add(desk.press(.character(key)).processor) }
      _ = desk.press(.escape)
    }
    return Findings(rows: [
      Row(
        "Evaluation: the summary opened, 2,000 coded and 200 forms (median)", opened.median,
        against: "a key in it", read.median, within: 50_000_000),
      Row(
        "Evaluation: a key in the summary (p99)", read.p99, against: "the median", read.median,
        within: 16_000_000),
    ])
  }

  private static func room(_ bench: Bench) throws -> Room {
    let path = bench.folder + "/evaluation.plenary"
    let room = try Room.make(at: path, 0, .plain)
    var environment = StoreEnvironment.live
    environment.files = MeteredFiles(waits: false)
    let store = try SessionStore.open(at: path, scribe: "bench", environment: environment)
    defer { store.close() }
    let themes = store.session.themes.map(\.id)
    for index in 0..<contributions {
      var new = room.contribution(index)
      new.themes = [themes[index % themes.count]]
      try store.perform(.capture([new]))
    }
    let items = store.session.plan.evaluation.items.map(\.id)
    for index in 0..<forms {
      var form = FeedbackForm()
      for (place, item) in items.enumerated() { form.answers[item] = (index + place) % 6 }
      form.comments = room.contribution(index * 7 + 3).words
      form.takeaway = room.contribution(index * 5 + 1).words
      form.futurePriorities = [room.contribution(index % 20).words]
      try store.perform(.enterFeedback([form]))
    }
    return room
  }
}
