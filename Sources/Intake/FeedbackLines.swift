import SessionEngine

/// Filled-in evaluation forms as JSON, one a line.
///
/// `{"answers": {"relevance-1": 5, "2": "n/a"}, "comments": "…", "takeaway": "…",
/// "futurePriorities": ["…"]}`; the answers may also be a list in the order of the form, and every
/// member may be left out. An item is named by its id, its number or its statement.
public enum FeedbackLines {
  /// Whether these bytes are JSON lines, and no table: the first thing in them is a brace. A square
  /// bracket may begin the heading of a column.
  public static func areIn(_ bytes: [UInt8]) -> Bool {
    let first = bytes.dropFirst(markLength(bytes)).first { !blanks.contains($0) && $0 != 0x0A }
    return first == UInt8(ascii: "{")
  }

  /// Reads JSON lines, one form each; blank lines stand for nothing.
  public static func readAll(_ bytes: [UInt8], for form: EvaluationForm) -> FeedbackReading {
    var reading = FeedbackReading()
    let lines = bytes.dropFirst(markLength(bytes))
      .split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(where: { !blanks.contains($0) }) {
      do throws(IntakeProblem) {
        let filled = try read(Array(line.last == 0x0D ? line.dropLast() : line), for: form)
        if filled.isEmpty {
          reading.emptyLines.append(index + 1)
        } else {
          reading.entries.append(.init(line: index + 1, form: filled))
        }
      } catch {
        reading.badRows.append(
          BadRow(line: index + 1, message: error.reason, remedy: error.remedy))
      }
    }
    return reading
  }

  private static let blanks: Set<UInt8> = [0x09, 0x0D, 0x20]

  /// How long the mark is with which some programs begin a text in UTF-8.
  private static func markLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads one line.
  ///
  /// - Throws: `IntakeProblem` that says what is wrong with it, without a place.
  public static func read(
    _ bytes: [UInt8], for form: EvaluationForm
  ) throws(IntakeProblem) -> FeedbackForm {
    let tree: JSONTree
    do throws(IntakeError) {
      tree = try JSONTree.parse(bytes)
    } catch {
      throw error.problems.first ?? IntakeProblem("", "this is no JSON", remedy: "")
    }
    guard case .object(let members) = tree.value else {
      throw IntakeProblem("", "this is no JSON object", remedy: "begin the line with {")
    }
    let names = FeedbackNames(form)
    var filled = FeedbackForm()
    for (name, value) in members {
      do throws(Refusal) {
        if name == "answers" {
          try put(value, names, form, in: &filled)
        } else if case .text(let text)? = names.field(name) {
          try put(value, text, names, in: &filled)
        } else {
          throw Refusal(
            "‘\(name)’ is no part of a form",
            remedy: "use answers, comments, takeaway and futurePriorities")
        }
      } catch {
        throw IntakeProblem("", error.reason, remedy: error.remedy)
      }
    }
    return filled.tidied
  }

  private static func put(
    _ answers: JSONTree, _ names: FeedbackNames, _ form: EvaluationForm,
    in filled: inout FeedbackForm
  ) throws(Refusal) {
    switch answers.value {
    case .object(let members):
      for (name, value) in members {
        guard case .item(let id)? = names.field(name) else {
          throw Refusal("‘\(name)’ is no item of the form", remedy: names.remedy)
        }
        guard filled.answers[id] == nil else {
          throw Refusal(
            "\(names.name(of: .item(id))) is answered twice", remedy: "leave one answer out")
        }
        try names.put(try text(value), in: .item(id), of: &filled)
      }
    case .array(let values):
      guard values.count <= form.items.count else {
        throw Refusal(
          "there are \(values.count) answers, but \(form.items.count) items",
          remedy: "give one answer for each item, null where it was left open")
      }
      for (item, value) in zip(form.items, values) {
        try names.put(try text(value), in: .item(item.id), of: &filled)
      }
    case .string, .other:
      throw Refusal(
        "answers are no object and no list", remedy: "write {\"item\": 5} or [5, 4, null]")
    }
  }

  private static func put(
    _ value: JSONTree, _ field: FormText, _ names: FeedbackNames, in filled: inout FeedbackForm
  ) throws(Refusal) {
    guard field == .futurePriorities, case .array(let wishes) = value.value else {
      return try names.put(try text(value), in: .text(field), of: &filled)
    }
    for wish in wishes {
      let wish = try text(wish)
      if let fault = WordsLimit.fault(in: wish) { throw fault }
      filled.futurePriorities.append(wish)
    }
  }

  /// A string as it is, a number or `true` as it is written, and nothing for null.
  private static func text(_ value: JSONTree) throws(Refusal) -> String {
    switch value.value {
    case .string(let text): return text
    case .other where value.literal == "null": return ""
    case .other: return value.literal
    case .object, .array:
      throw Refusal(
        "a list or an object stands where an answer is wanted", remedy: "write a number")
    }
  }
}
