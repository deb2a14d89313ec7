import SessionEngine
import Terminal

// The three rows at the top of every screen: title, marking and date; the path and the clock.
extension ConsoleState {
  func drawHeader(_ canvas: inout Canvas) {
    let width = size.width
    let date = dateText
    let marking = session.plan.marking
    let markingWidth = min(TextWidth.columns(TextWidth.sanitised(marking)), width - 2)
    // The marking stands in the middle, whole, whatever else must give way.
    let markingX = max(1, (width - markingWidth) / 2)
    let dateX = width - date.utf8.count - 1
    let showsDate = dateX > markingX + markingWidth + 1
    canvas.put(
      session.plan.title, x: 1, y: 0, Style(.heading, bold: true), maxWidth: max(0, markingX - 3))
    canvas.put(marking, x: markingX, y: 0, Style(.marking, bold: true), maxWidth: markingWidth)
    if showsDate { canvas.put(date, x: dateX, y: 0, Style(.dim)) }
    drawPath(&canvas)
  }

  private var dateText: String {
    let time = CivilTime(now, offsetSeconds: utcOffset)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let clock = String(time.clockText.prefix(5))
    return "\(days[time.weekday]) \(time.day) \(months[time.month - 1]) \(clock)"
  }

  private func drawPath(_ canvas: inout Canvas) {
    let clockX = drawClock(&canvas)
    var x = 1
    for screen in Screen.allCases {
      let isHere = screen == self.screen
      // Where the clock needs the room, only the screen in view is named.
      let needed = screen.title.count + 3
      guard x + needed <= clockX || isHere else { continue }
      if x + 60 > clockX, size.width < 70, !isHere { continue }
      let lead = isHere ? glyph(.marker) : " "
      canvas.put(lead, x: x, y: 1, Style(.accent, bold: true))
      x += 1
      x += canvas.put(
        screen.title, x: x, y: 1, isHere ? Style(.accent, bold: true) : Style(.dim),
        maxWidth: max(0, clockX - x))
      x += 2
    }
  }

  /// Draws stage, round, time left and a bar; returns where they begin.
  private func drawClock(_ canvas: inout Canvas) -> Int {
    let endX = size.width - 1
    guard let clock = session.clock else {
      let hint =
        session.plan.agenda.isEmpty
        ? "" : "clock: ^T begins ‘\(session.nextStage?.title ?? "")’"
      return hint.isEmpty
        ? endX
        : canvas.putRight(
          TextWidth.truncated(hint, to: max(10, size.width / 2)), endX: endX, y: 1, Style(.dim))
    }
    let left = clock.remainingSeconds(at: now)
    let role: Role =
      !clock.isTimed ? .timer : left <= 0 ? .timerOver : left <= 120 ? .timerLow : .timer
    var x = endX
    if clock.isTimed {
      if size.width >= 90 {
        let width = size.width >= 140 ? 30 : 18
        x -= width
        let share = Double(max(0, left)) / Double(max(1, clock.allowedSeconds))
        let full = min(width, Int((share * Double(width)).rounded(.up)))
        canvas.put(
          String(repeating: glyph(.barFull), count: full), x: x, y: 1,
          Style(role == .timer ? .barFull : role))
        canvas.put(
          String(repeating: glyph(.barEmpty), count: width - full), x: x + full, y: 1,
          Style(.barEmpty))
        x -= 1
      }
      x = canvas.putRight(timeLeft(left, clock), endX: x, y: 1, Style(role, bold: true)) - 2
    }
    let stage = stageText(clock)
    let room = max(0, x - (size.width >= 70 ? 44 : 12))
    return canvas.putRight(TextWidth.truncated(stage, to: room), endX: x, y: 1, Style(.heading)) - 1
  }

  private func stageText(_ clock: StageClock) -> String {
    let title = session.stage(clock.stage)?.title ?? clock.stage.text
    guard let round = session.round, session.stage(clock.stage)?.round != nil else { return title }
    let text = "Round \(round) of \(max(round, session.rounds.count))"
    return title.lowercased().hasPrefix("round") ? text : title + " \(glyph(.dot)) " + text
  }

  private func timeLeft(_ left: Int, _ clock: StageClock) -> String {
    let amount = abs(left)
    let text = "\(amount / 60):" + (amount % 60 < 10 ? "0" : "") + "\(amount % 60)"
    if clock.isPaused { return glyph(.paused) + " " + text + " paused" }
    return left > 0 ? text + " left" : left == 0 ? "time is up" : "over by " + text
  }
}
