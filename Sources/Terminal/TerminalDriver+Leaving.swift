import CNcurses
import Glibc

extension TerminalDriver {
  /// Does what C-z does elsewhere: gives the terminal back and stops the process group; when it is
  /// continued, takes the terminal again and repaints it. A new size is reported as an event.
  public func suspendForShell() {
    guard isOpen else { return }
    cn_leave()
    cn_stop()
    // The signals of stopping and continuing have been answered herewith.
    keepSignals { $0 != SIGTSTP && $0 != SIGCONT && $0 != SIGWINCH }
    cn_return()
    noteSize()
  }

  /// Lets an editor have the terminal, and waits until it ends.
  ///
  /// - Parameters:
  ///   - command: What VISUAL or EDITOR holds. A shell splits it, so it may carry options and quotes.
  ///   - path: The file to edit.
  /// - Throws: How the editor failed; the file may have changed all the same.
  public func runEditor(command: String, on path: String) throws(TerminalError) {
    guard isOpen else { throw .failed }
    cn_leave()
    let status = cn_run(command + " \"$1\"", path, terminal)
    let reason = status == -1 ? String(cString: strerror(errno)) : ""
    keepSignals { $0 != SIGTSTP && $0 != SIGCONT && $0 != SIGWINCH }
    cn_return()
    noteSize()
    if status == -1 { throw .editorNotStarted(command: command, reason: reason) }
    let exit = cn_exit_of(status)
    if exit < 0 { throw .editorKilled(command: command, signal: -exit) }
    if exit > 0 { throw .editorFailed(command: command, status: exit) }
  }

  /// Keeps those of the waiting signals, as events, that a predicate wants.
  private func keepSignals(_ isWanted: (Int32) -> Bool) {
    for signal in drainSignals() where isWanted(signal) {
      cn_signals_read()
      queue.append(.terminate(signal: signal))
    }
  }
}
