/// A filled-in evaluation form was entered.
///
/// The record knows the day, by whom and in which order forms were typed; see docs/session-format.md for
/// what follows from that. The session knows none of it.
public struct FeedbackEntered: UntimedEvent {
  /// `feedback.entered`
  public static let kind = "feedback.entered"
  /// What stands on it.
  public let form: FeedbackForm

  /// Makes the event.
  public init(form: FeedbackForm) { self.form = form }

  /// Adds it to the others.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.feedback.add(form)
    return nil
  }

  /// Its withdrawal.
  public func reversal(in session: Session) -> (any Event)? { FeedbackWithdrawn(form: form) }

  /// Whether such a form is there.
  public func isInForce(in session: Session) -> Bool { session.feedback.contains(form) }

  /// Says nothing of what stands on it.
  public func account(in session: Session) -> String { "entered a feedback form" }
}

/// A form of some content was taken out again.
public struct FeedbackWithdrawn: UntimedEvent {
  /// `feedback.withdrawn`
  public static let kind = "feedback.withdrawn"
  /// What stands on it: forms have no other name.
  public let form: FeedbackForm

  /// Makes the event.
  public init(form: FeedbackForm) { self.form = form }

  /// Takes one such form out.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.feedback.remove(form)
      ? nil : "a feedback form could not be withdrawn: it was withdrawn already"
  }

  /// Its return, where there is one.
  public func reversal(in session: Session) -> (any Event)? {
    session.feedback.contains(form) ? FeedbackEntered(form: form) : nil
  }

  /// Says nothing of what stood on it.
  public func account(in session: Session) -> String { "withdrew a feedback form" }
}
