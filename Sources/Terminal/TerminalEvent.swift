/// Something that reached the program through the terminal.
public enum TerminalEvent: Sendable, Equatable {
  /// A key was pressed. Control with a letter arrives here too: C-c, C-z, C-s, C-q and C-\ included.
  case key(Key)
  /// Text was pasted. Newlines are "\n"; anything else is as it came, control characters included.
  case paste(String)
  /// The terminal has a new size; the next `show` repaints all of it.
  case resize(Size)
  /// Another process asked this one to end: SIGINT, SIGTERM, SIGHUP or SIGQUIT. A terminal that went
  /// away counts as SIGHUP.
  case terminate(signal: Int32)
  /// The process was stopped and runs again; the screen has been repainted as it was.
  case continued
}
