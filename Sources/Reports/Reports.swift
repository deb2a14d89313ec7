import SessionEngine

/// What a workshop hands out: a session as documents.
public enum Reports {
  /// One overall document and one for each group, in each format. Pure.
  ///
  /// - Parameters:
  ///   - session: the session as it stands; an export is possible at any moment.
  ///   - formats: what to write; each format once, in the order of `ExportFormat.allCases`.
  ///   - selection: one group's documents only, or one priority's contributions only.
  ///   - exportedAt: the moment that the documents bear.
  /// - Returns: the files, each path once.
  /// - Throws: `ReportError` where the selection names what is not there.
  public static func files(
    for session: Session, formats: [ExportFormat], selection: ExportSelection = .all,
    exportedAt: Instant
  ) throws(ReportError) -> [ExportFile] {
    let whole = try Disclosure(of: session, selection: selection, exportedAt: exportedAt)
    let wanted = ExportFormat.allCases.filter(formats.contains)
    let names = FileNames(for: whole.groups)
    var files: [ExportFile] = []
    if selection.group == nil {
      for format in wanted { files += overall(whole, as: format) }
    }
    let shares = whole.pointsByGroup
    for index in whole.groups.indices where whole.groups[index].isReported {
      let share = whole.share(of: index, points: shares[index])
      for format in wanted {
        files.append(page(for: index, share, as: format, named: names[index]))
      }
    }
    return files
  }

  private static func overall(_ whole: Disclosure, as format: ExportFormat) -> [ExportFile] {
    switch format {
    case .markdown: [ExportFile(path: "session.md", text: SessionPage(whole).text)]
    case .json: [ExportFile(path: "session.json", bytes: JSONDocument(whole).bytes)]
    case .csv:
      [
        ExportFile(path: "contributions.csv", bytes: Tables(whole).contributions),
        ExportFile(path: "delegates.csv", bytes: Tables(whole).delegates),
        ExportFile(path: "themes.csv", bytes: Tables(whole).themes),
        ExportFile(path: "opportunities.csv", bytes: Tables(whole).opportunities),
        ExportFile(path: "scores.csv", bytes: Tables(whole).scores),
        ExportFile(path: "feedback.csv", bytes: Tables(whole).feedback),
        ExportFile(path: "feedback-words.csv", bytes: Tables(whole).feedbackWords),
      ]
    }
  }

  private static func page(
    for group: Int, _ share: Disclosure, as format: ExportFormat, named name: String
  ) -> ExportFile {
    let path = name + "." + format.rawValue
    switch format {
    case .markdown:
      return ExportFile(path: path, text: GroupPage(share, group: group).text)
    case .json: return ExportFile(path: path, bytes: JSONDocument(share, group: group).bytes)
    case .csv: return ExportFile(path: path, bytes: Tables(share).contributions)
    }
  }
}

/// A form that a session can be handed out in.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// A document to read.
  case markdown = "md"
  /// Everything, for programs.
  case json
  /// Tables, for spreadsheets.
  case csv
}

/// A file to be written.
public struct ExportFile: Sendable, Equatable {
  /// Where, relative to the folder of the export, such as `group-1-table-1.md`.
  public var path: String
  /// What stands in it.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

/// Which part of a session is wanted.
public struct ExportSelection: Sendable, Equatable {
  /// Only this group's documents; `nil` for the overall documents and every group's.
  public var group: GroupID?
  /// Only this priority's contributions, in every document; `nil` for all.
  public var priority: PriorityID?

  /// The whole session.
  public static let all = ExportSelection()

  /// Makes a selection.
  public init(group: GroupID? = nil, priority: PriorityID? = nil) {
    self.group = group
    self.priority = priority
  }
}

/// Why nothing could be exported.
public enum ReportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The selection names a group that the session does not have.
  case unknownGroup(GroupID)
  /// The selection names a priority that the session does not have.
  case unknownPriority(PriorityID)

  /// Why, and what to do instead.
  public var description: String {
    switch self {
    case .unknownGroup(let id):
      "the session has no group ‘\(id)’; choose one that is on the Groups screen"
    case .unknownPriority(let id):
      "the session has no priority ‘\(id)’; choose one of the plan's"
    }
  }
}
