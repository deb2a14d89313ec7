import FoundationEssentials
import SessionEngine
import struct SystemPackage.Errno

// Half-typed lines: no part of the record, and private to the writer.
extension SessionStore {
  /// The lines that were half typed when this writer was last at work, by group.
  public func loadDrafts() -> [String: String] { drafts(of: device) }

  private func drafts(of device: DeviceID) -> [String: String] {
    guard let bytes = try? files.contents(of: layout.draft(device.text)) else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(bytes))) ?? [:]
  }

  /// Takes up a journal and gives the lines that were half typed in it, by group, with those of the
  /// journals of this place that nobody writes any more: two consoles may have ended where one begins.
  ///
  /// Half-typed lines belong to a journal, and a journal to one console, so that two consoles that open
  /// at once never both find, and in the end keep, the same line. What begins with the same word belongs
  /// together, such as a group's line and its priority, or all of a form: where this journal has some of
  /// it, that of the other waits on.
  ///
  /// - Throws: `StoreError` where nothing can be written.
  public func takeDrafts() throws(StoreError) -> [String: String] {
    let writer = try takeJournal()
    var own = drafts(of: writer.header.device)
    let others = known.values.compactMap { $0.journal?.header }
      .filter { $0.place == place.text && $0.device != writer.header.device }
      .map(\.device).sorted()
    for other in others where files.exists(layout.draft(other.text)) {
      guard let claim = try? JournalWriter.claim(other, layout: layout, files: files) else {
        continue
      }
      defer { JournalWriter.release(claim, files: files) }
      let theirs = drafts(of: other)
      let taken = Set(own.keys.map { Self.firstWord(of: $0) })
      let wider = own.merging(theirs.filter { !taken.contains(Self.firstWord(of: $0.key)) }) { $1 }
      let left = theirs.filter { wider[$0.key] != $0.value }
      guard left.count < theirs.count else { continue }
      // Here first: what a crash leaves in both places is the same line, and is dropped there then.
      try write(wider, of: writer.header.device)
      own = wider
      try write(left, of: other)
    }
    return own
  }

  private static func firstWord(of name: String) -> Substring { name.prefix { $0 != " " } }

  /// Saves the half-typed lines, by group. Takes up or begins a journal, whose drafts they are.
  ///
  /// - Throws: `StoreError` where they cannot be written.
  public func saveDrafts(_ drafts: [String: String]) throws(StoreError) {
    let drafts = drafts.filter { !$0.value.isEmpty }
    if drafts.isEmpty, writer == nil, !files.exists(layout.draft(device.text)) { return }
    let writer = try takeJournal()
    try write(drafts, of: writer.header.device)
  }

  private func write(_ drafts: [String: String], of device: DeviceID) throws(StoreError) {
    let path = layout.draft(device.text)
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
