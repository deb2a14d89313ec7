import struct SystemPackage.Errno

/// Writes a folder of files whole or not at all.
public enum ExportFolder {
  /// Lists, one a line, what an export wrote; it is also what tells an export from other folders.
  static let marker = ".plenary-export"

  /// Writes the files to a folder in the place of an earlier export there.
  ///
  /// The new folder is filled beside the old one and takes its place at one instant, so a failed
  /// export leaves the last good one. What others put into the old folder is carried over.
  ///
  /// - Parameters:
  ///   - files: paths within the folder, parted by `/`, and what each is to hold.
  ///   - folder: the folder; it must not be there, be empty, or be an earlier export.
  ///   - environment: the files, and random bytes for a name nobody else uses.
  /// - Throws: `StoreError` where something else is in the way or the disk refuses.
  public static func write(
    _ files: [(path: String, bytes: [UInt8])], to folder: String, environment: StoreEnvironment
  ) throws(StoreError) {
    let system = environment.files
    let target = Paths.trimmed(folder)
    let parent = Paths.parent(of: target)
    let stem = "." + Paths.name(of: target) + ".new-"
    let old = try earlierExport(target, system)
    let draft = parent + "/" + stem + environment.randomBytes(4).hex
    do throws(Errno) {
      removeLeftovers(parent, stem, system)
      try makeParents(target, system)
      try fill(draft, files, system)
      if let old { try carryOver(from: target, to: draft, except: old, system) }
      try system.syncDirectory(draft)
      try swap(draft, target, isThere: system.exists(target), system)
      try system.syncDirectory(parent)
    } catch {
      try? system.removeAll(draft)
      throw .system(doing: "write the export to", file: folder, reason: error)
    }
    // The old folder bears the draft's name now, where there was one.
    try? system.removeAll(draft)
  }

  /// What an export wrote to a folder; nothing where none did.
  public static func written(
    in folder: String, environment: StoreEnvironment
  ) -> Set<String> {
    let files = try? earlierExport(Paths.trimmed(folder), environment.files)
    return (files ?? []).subtracting([marker])
  }

  /// What an earlier export wrote; `nil` where there is none.
  private static func earlierExport(
    _ target: String, _ system: any FileSystem
  ) throws(StoreError) -> Set<String>? {
    guard let status = try? system.status(at: target) else { return nil }
    guard status.kind == .directory else { throw .notOurs(path: target) }
    if let bytes = try? system.contents(of: target + "/" + marker) {
      let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      return Set(lines + [marker])
    }
    guard (try? system.names(in: target))?.isEmpty == true else { throw .notOurs(path: target) }
    return nil
  }

  /// Removes what an export that was cut short left beside the target.
  private static func removeLeftovers(_ parent: String, _ stem: String, _ system: any FileSystem) {
    for name in (try? system.names(in: parent)) ?? [] where name.hasPrefix(stem) {
      let path = parent + "/" + name
      let isEmpty = (try? system.names(in: path))?.isEmpty ?? false
      if isEmpty || system.exists(path + "/" + marker) { try? system.removeAll(path) }
    }
  }

  private static func makeParents(_ path: String, _ system: any FileSystem) throws(Errno) {
    let parent = Paths.parent(of: path)
    guard !system.exists(parent) else { return }
    try makeParents(parent, system)
    try system.makeDirectory(parent)
  }

  private static func fill(
    _ draft: String, _ files: [(path: String, bytes: [UInt8])], _ system: any FileSystem
  ) throws(Errno) {
    try system.makeDirectory(draft)
    // The marker comes first, so that whatever is left of a failed export is known as such.
    let list = files.map(\.path).joined(separator: "\n") + "\n"
    var folders: Set<String> = []
    for file in [(path: marker, bytes: Array(list.utf8))] + files {
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
        throw .invalidArgument
      }
      let path = draft + "/" + file.path
      try makeParents(path, system)
      let descriptor = try system.open(path, .createNew)
      defer { system.close(descriptor) }
      try system.writeAll(descriptor, file.bytes, at: 0)
      try system.sync(descriptor)
      folders.insert(Paths.parent(of: path))
    }
    for folder in folders { try system.syncDirectory(folder) }
  }

  /// Links, or where that cannot be copies, what is not of the earlier export.
  private static func carryOver(
    from old: String, to new: String, except ours: Set<String>, under prefix: String = "",
    _ system: any FileSystem
  ) throws(Errno) {
    for name in try system.names(in: old + prefix) {
      let inner = prefix + "/" + name
      guard !ours.contains(String(inner.dropFirst())) else { continue }
      do throws(Errno) {
        try system.link(old + inner, to: new + inner)
      } catch {
        let isFolder = (try? system.status(at: old + inner).kind) == .directory
        if error == .fileExists, !isFolder { continue }
        if isFolder {
          if !system.exists(new + inner),
            ours.contains(where: { $0.hasPrefix(inner.dropFirst() + "/") }),
            try system.names(in: old + inner).allSatisfy({
              ours.contains(inner.dropFirst() + "/" + $0)
            })
          {
            // A folder that held nothing but what the earlier export wrote goes with it.
            continue
          }
          if !system.exists(new + inner) { try system.makeDirectory(new + inner) }
          try carryOver(from: old, to: new, except: ours, under: inner, system)
        } else {
          try system.replace(new + inner, with: try system.contents(of: old + inner))
        }
      }
    }
  }

  private static func swap(
    _ draft: String, _ target: String, isThere: Bool, _ system: any FileSystem
  ) throws(Errno) {
    guard isThere else { return try system.rename(draft, to: target, .exclusive) }
    do throws(Errno) { try system.rename(draft, to: target, .exchanging) } catch {
      guard error == .invalidArgument || error == .noFunction else { throw error }
      // This file system cannot exchange: the old folder steps aside, for an instant.
      // By a name that no later export tidies away, should the way back fail.
      let aside = target + ".before"
      try system.rename(target, to: aside, .replacing)
      do throws(Errno) { try system.rename(draft, to: target, .replacing) } catch {
        try? system.rename(aside, to: target, .replacing)
        throw error
      }
      try system.rename(aside, to: draft, .replacing)
    }
  }
}
