import SessionEngine
import Tabular

/// The evaluation as plain text, for a terminal or a mail: figures, bars, and what was written.
struct EvaluationText {
  private let evaluation: ReportedEvaluation
  private let title: String
  private let width: Int

  /// - Parameter columns: how wide a line may be; 40 at least.
  init(_ evaluation: ReportedEvaluation, title: String, columns: Int) {
    self.evaluation = evaluation
    self.title = title
    width = max(40, columns)
  }

  var text: String {
    let summary = evaluation.summary
    var lines = [Self.harmless(title), ""]
    guard summary.forms > 0 else {
      return (lines + ["No form was entered yet."]).joined(separator: "\n") + "\n"
    }
    lines += [summary.reportLine ?? summary.returns, summary.returns]
    lines += [summary.warning.map { "Note: " + $0 + "." }, ""].compactMap { $0 }
    for item in summary.items { lines += Self.lines(of: item, width) }
    lines += summary.dimensions.map {
      "\(Self.harmless($0.name)): \($0.share) positive, \($0.answers.valid) answers"
    }
    lines += written()
    return lines.joined(separator: "\n") + "\n"
  }

  /// The statement, then the share and how many gave each point.
  private static func lines(of item: FeedbackSummary.Item, _ width: Int) -> [String] {
    let answers = item.answers
    let most = max(1, answers.distribution.max() ?? 1)
    let room = max(8, min(30, width - 24))
    var lines = [harmless(item.item.statement) + (item.isRetired ? " (no longer asked)" : "")]
    var rest = ["n \(answers.valid)", "positive \(item.told)"]
    if answers.notApplicable > 0 { rest.append("N/A \(answers.notApplicable)") }
    if item.open > 0 { rest.append("left open \(item.open)") }
    lines.append("  " + rest.joined(separator: ", "))
    for points in FeedbackForm.scale.reversed() where answers.valid > 0 {
      let count = answers.distribution[points - 1]
      let full = (count * room + most - 1) / most
      let bar = String(repeating: "█", count: full)
      lines.append("  \(points) \(bar)\(full > 0 ? " " : "")\(count)")
    }
    return lines + [""]
  }

  private func written() -> [String] {
    let summary = evaluation.summary
    var lines: [String] = []
    if !evaluation.comments.groups.isEmpty {
      lines += ["", evaluation.label(of: .comments)]
      for group in evaluation.comments.groups {
        lines.append("  " + (group.theme.map { Self.harmless($0) } ?? "of no theme"))
        lines += group.comments.map { comment in
          "  - " + Self.harmless(comment.text)
            + (comment.words.isEmpty
              ? "" : " [\(comment.words.map(Self.harmless).joined(separator: ", "))]")
        }
      }
    }
    if !summary.takeaways.isEmpty {
      lines += ["", evaluation.label(of: .takeaway)]
      lines += summary.takeaways.map { "  - " + Self.harmless($0) }
    }
    if !summary.futurePriorities.isEmpty {
      lines += ["", evaluation.label(of: .futurePriorities)]
      lines += summary.futurePriorities.map {
        "  \($0.rank). \(Self.harmless($0.text)) (\($0.count))"
      }
    }
    return lines
  }

  /// Somebody's words on one line, with nothing in them that a terminal would obey.
  private static func harmless(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      let isBreak = scalar.properties.isWhitespace
      shown.unicodeScalars.append(isBreak ? " " : scalar.steersDisplay ? "\u{FFFD}" : scalar)
    }
    return shown.split(separator: " ").joined(separator: " ")
  }
}

extension Reports {
  /// What the room said of the day, as plain text.
  ///
  /// - Parameter columns: how wide a line may be.
  public static func evaluationText(of session: Session, columns: Int = 80) -> String {
    EvaluationText(ReportedEvaluation(session), title: session.plan.title, columns: columns).text
  }

  /// What the room said of the day, as the member `feedback` of an exported document has it.
  public static func evaluationDocument(of session: Session) -> [UInt8] {
    ReportedEvaluation(session).value.document
  }
}
