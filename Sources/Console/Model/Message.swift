import SessionEngine
import Terminal

/// Something that the console must know of.
public enum Message: Sendable {
  /// A key, a paste, a new size.
  case terminal(TerminalEvent)
  /// Time passed.
  case tick(Instant, utcOffset: Int)
  /// No key waits: a while can be spent on what `hasWork` speaks of.
  case work
  /// Other writers added something.
  case followed(Session)
  /// A command was carried out and its events are on the disk.
  case performed(Purpose, Decision, Session)
  /// A command was refused, or its events could not be kept; nothing changed.
  case failed(Purpose, reason: String)
  /// What an effect other than a command came to.
  case noted(String, Gravity)
  /// The text comes back from the editor.
  case edited(String)
}

/// How grave it is what is said.
public enum Gravity: Sendable {
  /// As it should be.
  case good
  /// Nothing is lost, but somebody should look.
  case warning
  /// What was asked for was not done, or something is damaged.
  case error

  var role: Role {
    switch self {
    case .good: .good
    case .warning: .warning
    case .error: .error
    }
  }
}

/// Something to be done outside: carried out at one place, by whoever runs the console.
public enum Effect: Sendable {
  /// Decide and keep, then answer with `performed` or `failed`.
  case perform(Command, Purpose)
  /// Write the half-typed lines down, by group.
  case saveDrafts([String: String])
  /// Use another palette.
  case usePalette(String)
  /// Write the exports, then answer with `noted`.
  case export
  /// Write the sheets of who sits where, then answer with `noted`.
  case writeSheets
  /// Hand a text to the editor of VISUAL or EDITOR, then answer with `edited`.
  case edit(String)
  /// Ring the bell.
  case ring
  /// Flash the screen.
  case flash
  /// Paint the whole screen anew.
  case repaint
  /// Give the terminal back to the shell until `fg`.
  case suspend
  /// Leave. Everything that was kept is on the disk already.
  case quit
}

/// What a command was for, so that the console knows what to do when it has been carried out.
public enum Purpose: Equatable, Sendable {
  /// Nothing more than saying so.
  case plain
  /// Pasted lines were kept; whether they held what would be marks in a typed line.
  case pasted(holdsMarks: Bool)
  /// A delegate was marked present, or not: the next row is wanted.
  case presence(DelegateID)
  /// The capture line of a group was kept: it can be emptied.
  case captureLine(GroupID)
  /// A reworded line was kept.
  case rewording
  /// A theme was added; where it was in passing, while this contribution was coded.
  case newTheme(coding: ContributionID?)
  /// A delegate was added: choose the row.
  case newDelegate
  /// Something on Decide or Trials.
  case converge(ConvergePurpose)
  /// Something in Themes.
  case collating(CollatingPurpose)
  /// A filled-in form was kept: the next blank one is wanted.
  case feedbackForm
}
