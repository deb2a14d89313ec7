import FoundationEssentials
import SessionEngine
import struct SystemPackage.Errno

// Half-typed lines: no part of the record, and private to the writer.
extension SessionStore {
  /// The lines that were half typed when this writer was last at work, by group.
  public func loadDrafts() -> [String: String] {
    guard let bytes = try? files.contents(of: layout.draft(device.text)) else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(bytes))) ?? [:]
  }

  /// What every writer of this machine's folder saved so, in the order of the writers' names: for
  /// whoever asks what was put aside in any console.
  public func loadAllDrafts() -> [[String: String]] {
    let names = (try? files.names(in: layout.drafts)) ?? []
    return names.sorted().compactMap { name in
      guard let bytes = try? files.contents(of: layout.drafts + "/" + name) else { return nil }
      return try? JSONDecoder().decode([String: String].self, from: Data(bytes))
    }
  }

  /// Saves the half-typed lines, by group. Takes up or begins a journal, whose drafts they are.
  ///
  /// - Throws: `StoreError` where they cannot be written.
  public func saveDrafts(_ drafts: [String: String]) throws(StoreError) {
    let drafts = drafts.filter { !$0.value.isEmpty }
    if drafts.isEmpty, writer == nil, !files.exists(layout.draft(device.text)) { return }
    let writer = try takeJournal()
    let path = layout.draft(writer.header.device.text)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(drafts)).map { [UInt8]($0) } ?? Array("{}".utf8)
    do throws(Errno) {
      if !files.exists(layout.drafts) { try files.makeDirectory(layout.drafts) }
      // Without waiting for the disk: this happens while somebody types.
      try files.replace(path, with: bytes, isLasting: false)
    } catch {
      throw .system(doing: "save the drafts in", file: layout.short(path), reason: error)
    }
  }
}
