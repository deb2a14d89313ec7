extension Session {
  /// What carries a command out: every rule stands behind this one function.
  ///
  /// - Throws: `Refusal` where a rule forbids the command; it says what to do instead.
  public func decide(_ command: Command, at moment: Moment) throws(Refusal) -> Decision {
    throw Refusal("not yet", remedy: "")
  }
}
