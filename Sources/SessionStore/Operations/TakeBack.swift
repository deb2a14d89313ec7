import SessionEngine

/// An act that can be taken back, or brought back, though its writer is gone: a command's, or a console's
/// that was left.
public struct LooseAct: Sendable {
  /// What was done, such as `coded #17 to ‘Data’`.
  public let account: String
  /// When.
  public let at: Instant
  /// Who typed.
  public let scribe: String
  /// The writer whose journal holds it.
  public let device: DeviceID
}

// Undo for acts of writers that are gone. Each journal undoes its own, so theirs is taken up for it.
extension SessionStore {
  /// The latest act that can be taken back among the journals of this place that nobody writes now;
  /// `nil` where there is none.
  ///
  /// - Throws: `StoreError` where the journals cannot be read.
  public func latestLooseAct() throws(StoreError) -> LooseAct? {
    try looseAct { session, device in
      session.actToTakeBack(by: device)
    } when: { record, act in
      record.seq == act
    }
  }

  /// The act of those journals that was taken back last and can be brought back, with the time and the
  /// scribe of the undo.
  ///
  /// - Throws: `StoreError` where the journals cannot be read.
  public func latestLooseUndo() throws(StoreError) -> LooseAct? {
    try looseAct { session, device in
      session.actToBringBack(by: device)
    } when: { record, act in
      record.turn == .undoes(act)
    }
  }

  private func looseAct(
    _ found: (Session, DeviceID) -> (seq: Int, account: String)?,
    when marks: (Record, _ act: Int) -> Bool
  ) throws(StoreError) -> LooseAct? {
    _ = try follow()
    var acts: [DeviceID: (seq: Int, account: String)] = [:]
    for device in candidates.map(\.header.device) where !isHeld(device) {
      if let act = found(session, device) { acts[device] = act }
    }
    guard !acts.isEmpty else { return nil }
    // In the order of the record the last is the latest.
    let latest = try history().last { record in
      acts[record.device].map { marks(record, $0.seq) } ?? false
    }
    return latest.flatMap { record in
      acts[record.device].map {
        LooseAct(account: $0.account, at: record.at, scribe: record.scribe, device: record.device)
      }
    }
  }

  /// Takes a loose act back in its own journal, so that it can be brought back there.
  ///
  /// - Parameter isRedo: whether it is brought back instead.
  /// - Throws: `PerformError.refused` where somebody took the journal up meanwhile or changed what the
  ///   act did, `.notKept` where it could not be written.
  @discardableResult
  public func turn(_ act: LooseAct, isRedo: Bool = false) throws(PerformError) -> Decision {
    if writer?.header.device != act.device {
      do throws(StoreError) { writer = try takeUp(act.device) } catch { throw .notKept(error) }
      counters = [:]
    }
    guard writer != nil else {
      throw .refused(
        Refusal(
          "somebody began to write where ‘\(act.account)’ was done",
          remedy: "take it back there (u in a console), or try again"))
    }
    return try perform(isRedo ? .redo : .undo)
  }
}
