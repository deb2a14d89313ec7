import SessionEngine

extension Session {
  /// Carries a command out in memory only, for a command of the shell.
  ///
  /// - Throws: `Failure` in the words of the refusal.
  @discardableResult
  mutating func attempt(_ command: Command) throws(Failure) -> Decision {
    do throws(Refusal) { return try tryOut(command) } catch {
      throw Failure(error.description)
    }
  }
}
