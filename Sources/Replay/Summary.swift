import SessionEngine

extension Replay {
  /// The session as it stands, in lines: stage, round, people, groups, and what they said.
  public static func summary(
    _ session: Session, at now: Instant? = nil, _ options: Options = Options()
  ) -> [String] {
    guard session.isOpen else { return ["Nothing had happened yet."] }
    let summary = Summary(session: session, now: now, options: options)
    return summary.head + summary.groups + summary.contributions + summary.gone
      + summary.foot
  }
}

private struct Summary {
  let session: Session
  let now: Instant?
  let options: Replay.Options

  var head: [String] {
    let plan = session.plan
    var lines = marking
    lines.append(Plain.line(plan.title) + (plan.date.isEmpty ? "" : ", \(Plain.line(plan.date))"))
    lines.append(stage)
    let present = session.delegates.values.count(where: \.isPresent)
    lines.append(
      "\(count(session.delegates.count, "delegate")), \(present) present; "
        + "\(count(session.contributions.keptCount, "contribution")); "
        + count(session.eventCount, "event"))
    return lines
  }

  var groups: [String] {
    guard !session.groups.isEmpty else { return [] }
    let rows = session.groups.map { group in
      [
        group.number == 0 ? "" : String(group.number), Plain.line(group.name),
        Plain.line(session.priority(session.currentPriority(of: group.id))?.title ?? ""),
        String(session.contributions.count(of: group.id)),
        group.number == 0 ? "" : "\(session.members(of: group.id).count) seated",
      ]
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return ["", "Groups"]
      + rows.map { row in
        let cells = row.enumerated().map { index, cell in
          let space = String(repeating: " ", count: widths[index] - cell.count)
          return index == 0 || index == 3 ? space + cell : cell + space
        }
        return String(("  " + cells.joined(separator: "  ")).trimmingEnd)
      }
  }

  var contributions: [String] {
    session.groups.flatMap { group in
      session.plan.priorities.flatMap { priority -> [String] in
        let place = Contributions.Place(group: group.id, priority: priority.id)
        let kept = Array(session.contributions.kept(at: place))
        guard !kept.isEmpty else { return [] }
        return ["", Plain.line("\(group.name) · \(priority.title)")] + kept.map(line)
      }
    }
  }

  var gone: [String] {
    let gone: [(String, (Contribution) -> String?)] = [
      (
        "Merged",
        { point in
          point.standing == .merged
            ? point.number.spoken + " into " + session.spoken(session.stayer(of: point.id)) : nil
        }
      ),
      (
        "Split",
        { point in
          point.standing == .split
            ? point.number.spoken + " into "
              + session.parts(of: point.id).map(\.number.spoken).joined(separator: " and ") : nil
        }
      ),
      ("Withdrawn or redacted", { $0.hasVoice ? nil : $0.number.spoken }),
    ]
    let lines = gone.compactMap { name, spoken in
      let numbers = session.contributions.all.compactMap(spoken)
      return numbers.isEmpty ? nil : "\(name): " + numbers.joined(separator: ", ")
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  var foot: [String] { marking.isEmpty ? [] : [""] + marking }

  private var marking: [String] {
    session.plan.marking.isEmpty ? [] : [Plain.line(session.plan.marking)]
  }

  private var stage: String {
    var text = session.round.map { "Round \($0) of \(max($0, session.rounds.count))" } ?? ""
    guard let clock = session.clock else {
      return text.isEmpty ? "Before the first round, no stage under way" : text + ", between stages"
    }
    let title = Plain.line(session.stage(clock.stage)?.title ?? clock.stage.text)
    if text.isEmpty || !title.hasPrefix("Round") {
      text = title + (text.isEmpty ? "" : ", " + text)
    }
    if clock.isTimed, let now {
      let left = clock.remainingSeconds(at: now)
      let minutes = abs(left) / 60
      let seconds = abs(left) % 60
      text +=
        ", \(minutes):" + (seconds < 10 ? "0" : "") + "\(seconds) "
        + (left < 0 ? "over" : "left")
    }
    return text + (clock.isPaused ? ", paused" : "")
  }

  private func line(_ contribution: Contribution) -> String {
    var parts = ["  " + contribution.number.spoken]
    if contribution.lens != Lens.unknown.id {
      parts.append(Plain.line(session.lens(contribution.lens).title))
    }
    parts.append(
      "‘"
        + (options.fullText
          ? Plain.line(contribution.words)
          : Plain.clipped(contribution.words, to: options.clip)) + "’")
    let themes = contribution.themes.compactMap { session.theme($0)?.title }
    if !themes.isEmpty { parts.append(Plain.line("[\(themes.joined(separator: ", "))]")) }
    if contribution.isHighlighted { parts.append("★") }
    return parts.joined(separator: "  ")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}

extension String {
  fileprivate var trimmingEnd: Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
