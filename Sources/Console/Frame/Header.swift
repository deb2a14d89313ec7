import SessionEngine
import Terminal

// The rows at the top of every screen: title, marking and time; the path and the clock; what is next.
extension ConsoleState {
  func drawHeader(_ canvas: inout Canvas) {
    let width = size.width
    let marking = session.plan.marking
    let markingWidth = min(TextWidth.columns(marking), width - 2)
    // The marking stands in the middle, whole, whatever else must give way.
    let markingX = max(1, (width - markingWidth) / 2)
    canvas.put(
      session.plan.title, x: 1, y: 0, Style(.heading, bold: true), maxWidth: max(0, markingX - 3))
    canvas.put(marking, x: markingX, y: 0, Style(.marking, bold: true), maxWidth: markingWidth)
    for time in timeTexts {
      let x = width - time.utf8.count - 1
      guard x > markingX + markingWidth + 1 else { continue }
      canvas.put(time, x: x, y: 0, Style(.dim))
      break
    }
    let clockX = drawClock(&canvas)
    drawPath(&canvas, endX: clockX)
    if Layout(size: size).bodyTop > 2 { drawNext(&canvas) }
  }

  /// Day and time, and the time alone where there is less room.
  private var timeTexts: [String] {
    let time = CivilTime(now, offsetSeconds: utcOffset)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let month = DayText.months[time.month - 1].prefix(3)
    let clock = String(time.clockText.prefix(5))
    return ["\(days[time.weekday]) \(time.day) \(month) \(clock)", clock]
  }

  private func drawPath(_ canvas: inout Canvas, endX: Int) {
    // Where the clock needs the room, the others go by their numbers; where it needs more, only the
    // screen in view is named.
    let ways = [true, false].map { isNamed in
      Screen.allCases.map { screen in
        (screen, screen == self.screen || isNamed ? screen.title : "\(screen.rawValue + 1)")
      }
    }
    func width(_ way: [(Screen, String)]) -> Int { way.reduce(0) { $0 + $1.1.count + 3 } }
    let way = ways.first { width($0) <= endX } ?? [(screen, screen.title)]
    var x = 1
    for (screen, title) in way {
      let isHere = screen == self.screen
      let style = isHere ? Style(.accent, bold: true) : Style(.dim)
      if isHere { canvas.put(glyph(.marker), x: x, y: 1, style) }
      x += 1 + canvas.put(title, x: x + 1, y: 1, style, maxWidth: max(0, endX - x)) + 2
    }
  }

  /// Draws stage, round, time left and a bar; returns where they begin.
  private func drawClock(_ canvas: inout Canvas) -> Int {
    let endX = size.width - 1
    guard let clock = session.clock else {
      guard let next = session.nextStage else { return endX }
      let hint = TextWidth.truncated(
        "begin ‘\(next.title)’", to: max(8, size.width / 2 - 4), ellipsis: glyph(.ellipsis))
      let x = canvas.putRight(hint, endX: endX, y: 1, Style(.dim))
      return canvas.putRight("^T", endX: x - 1, y: 1, Style(.key, bold: true)) - 1
    }
    let left = clock.remainingSeconds(at: now)
    let role: Role =
      !clock.isTimed ? .timer : left <= 0 ? .timerOver : left <= 120 ? .timerLow : .timer
    var x = endX
    if clock.isTimed {
      if size.width >= 90 { x = drawBar(&canvas, clock, left, role, endX: x) - 1 }
      x = canvas.putRight(timeLeft(left, clock), endX: x, y: 1, Style(role, bold: true)) - 2
    } else if clock.isPaused {
      x = canvas.putRight(glyph(.paused) + " paused", endX: x, y: 1, Style(role, bold: true)) - 2
    }
    let room = max(0, x - (size.width >= 76 ? 44 : 13))
    let stage = TextWidth.truncated(stageText(clock), to: room, ellipsis: glyph(.ellipsis))
    return canvas.putRight(stage, endX: x, y: 1, Style(.heading)) - 1
  }

  private func drawBar(
    _ canvas: inout Canvas, _ clock: StageClock, _ left: Int, _ role: Role, endX: Int
  ) -> Int {
    let width = size.width >= 140 ? 30 : 18
    let x = endX - width
    let share = Double(max(0, left)) / Double(max(1, clock.allowedSeconds))
    let full = min(width, Int((share * Double(width)).rounded(.up)))
    canvas.put(
      String(repeating: glyph(.barFull), count: full), x: x, y: 1,
      Style(role == .timer ? .barFull : role))
    canvas.put(
      String(repeating: glyph(.barEmpty), count: width - full), x: x + full, y: 1,
      Style(.barEmpty))
    return x
  }

  /// Names the stage that comes next, under the clock, for whoever asks “and then?”.
  private func drawNext(_ canvas: inout Canvas) {
    var endX = size.width - 1
    if session.clock != nil, let next = session.nextStage {
      let minutes = next.minutes > 0 ? ", \(next.minutes) min" : ""
      let text = TextWidth.truncated("then \(next.title)\(minutes)", to: size.width / 2)
      endX = canvas.putRight(text, endX: endX, y: 2, Style(.dim)) - 2
    }
    guard let reason = readOnlyReason else { return }
    canvas.put(
      "\(glyph(.warning)) read-only: \(reason)", x: 1, y: 2, Style(.warning), maxWidth: endX - 1)
  }

  private func stageText(_ clock: StageClock) -> String {
    let title = session.stage(clock.stage)?.title ?? clock.stage.text
    guard let round = session.round, session.stage(clock.stage)?.round != nil else { return title }
    let count = max(round, session.rounds.count)
    if count == 1 { return title }
    let text = "Round \(round) of \(count)"
    return title.lowercased().hasPrefix("round") ? text : title + " \(glyph(.dot)) " + text
  }

  private func timeLeft(_ left: Int, _ clock: StageClock) -> String {
    let amount = abs(left)
    let text = "\(amount / 60):" + (amount % 60 < 10 ? "0" : "") + "\(amount % 60)"
    let said = left > 0 ? text + " left" : left == 0 ? "time is up" : "over by " + text
    return clock.isPaused ? "\(glyph(.paused)) \(said), paused" : said
  }
}
