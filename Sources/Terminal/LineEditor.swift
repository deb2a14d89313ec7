/// A line that is being edited: its text, a cursor between clusters, and what was cut last.
///
/// The text is kept in two parts, before and after the cursor, so that typing costs the same at the
/// end of a hundred thousand characters as at the end of ten.
public struct LineEditor: Sendable, Equatable {
  /// Before the cursor, and its length in clusters.
  private(set) var before: String
  private(set) var beforeCount: Int
  /// From the cursor on.
  private(set) var after: String
  /// What was cut last, for C-y.
  var cut = ""

  /// A line with the cursor at its end.
  public init(text: String = "") {
    before = text
    beforeCount = text.count
    after = ""
  }

  /// The whole line. Setting it puts the cursor at the end.
  public var text: String {
    get { after.isEmpty ? before : before + after }
    set {
      before = newValue
      beforeCount = newValue.count
      after = ""
    }
  }

  /// Whether nothing is in the line.
  public var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// The cursor: how many clusters stand before it. Setting it keeps it within the line.
  public var cursor: Int {
    get { beforeCount }
    set {
      let whole = text
      let index =
        whole.index(whole.startIndex, offsetBy: max(0, newValue), limitedBy: whole.endIndex)
        ?? whole.endIndex
      split(whole, at: index)
    }
  }

  /// Whether two lines hold the same text with the cursor at the same place.
  public static func == (left: LineEditor, right: LineEditor) -> Bool {
    left.beforeCount == right.beforeCount && left.before == right.before
      && left.after == right.after
  }

  /// Inserts text at the cursor, which moves behind it.
  public mutating func insert(_ inserted: String) {
    guard !inserted.isEmpty else { return }
    // Only the last cluster before the cursor can merge with what is inserted.
    let last = before.popLast()
    let joined = (last.map { String($0) } ?? "") + inserted
    before += joined
    beforeCount += joined.count - (last == nil ? 0 : 1)
    mergeAtCursor()
  }

  /// Removes everything; what was there can be yanked back.
  public mutating func clear() {
    if !isEmpty { cut = text }
    text = ""
  }

  /// Moves one cluster back.
  mutating func moveBack() {
    guard let last = before.popLast() else { return }
    beforeCount -= 1
    after.insert(last, at: after.startIndex)
  }

  /// Moves one cluster on.
  mutating func moveOn() {
    guard let first = after.first else { return }
    after.removeFirst()
    before.append(first)
    beforeCount += 1
  }

  mutating func moveToStart() {
    after = text
    before = ""
    beforeCount = 0
  }

  mutating func moveToEnd() {
    beforeCount += after.count
    before += after
    after = ""
  }

  /// Removes the cluster before the cursor.
  mutating func removeBack() {
    guard before.popLast() != nil else { return }
    beforeCount -= 1
    mergeAtCursor()
  }

  /// Removes the cluster after the cursor.
  mutating func removeOn() {
    guard !after.isEmpty else { return }
    after.removeFirst()
    mergeAtCursor()
  }

  /// Moves the cursor back to `index` of `before`, and cuts what lies between if wanted.
  mutating func goBack(to index: String.Index, cutting: Bool) {
    let between = String(before[index...])
    guard !between.isEmpty else { return }
    beforeCount -= between.count
    before.removeSubrange(index...)
    if cutting {
      cut = between
      mergeAtCursor()
    } else {
      after = between + after
    }
  }

  /// Moves the cursor on to `index` of `after`, or cuts what lies between if wanted.
  mutating func goOn(to index: String.Index, cutting: Bool) {
    let between = String(after[..<index])
    guard !between.isEmpty else { return }
    after.removeSubrange(..<index)
    if cutting {
      cut = between
      mergeAtCursor()
    } else {
      before += between
      beforeCount += between.count
    }
  }

  /// The two sides of the cursor must not be one cluster: the cursor moves behind it if they are.
  private mutating func mergeAtCursor() {
    while let left = before.last, let right = after.first,
      (String(left) + String(right)).count == 1
    {
      after.removeFirst()
      before.append(right)
    }
  }

  private mutating func split(_ whole: String, at index: String.Index) {
    before = String(whole[..<index])
    beforeCount = before.count
    after = String(whole[index...])
  }
}
