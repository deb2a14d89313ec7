import CNcurses
import Glibc

/// Reads through ncurses from the terminal.
struct CursesSource: InputSource {
  let terminal: Int32

  mutating func read(raw: Bool) -> InputUnit? {
    while true {
      let code = cn_read(raw)
      if code < 0 { return nil }
      if code < CN_CODE { return .byte(UInt8(truncatingIfNeeded: code)) }
      // A key without a meaning here is passed over.
      if let key = Self.key(cn_key_of(code - CN_CODE)) { return .key(key) }
    }
  }

  mutating func wait(milliseconds: Int) -> Bool {
    var descriptor = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    while true {
      let left = max(0, (end - clock.now) / .milliseconds(1))
      let result = poll(&descriptor, 1, Int32(left.rounded(.up)))
      if result > 0 { return descriptor.revents & Int16(POLLIN) != 0 }
      if result == 0 || errno != EINTR { return false }
    }
  }

  private static func key(_ number: Int32) -> Key? {
    if number > CN_KEY_FUNCTION.rawValue {
      return .function(Int(number) - Int(CN_KEY_FUNCTION.rawValue))
    }
    switch cn_key(UInt32(number)) {
    case CN_KEY_UP: return .up
    case CN_KEY_DOWN: return .down
    case CN_KEY_LEFT: return .left
    case CN_KEY_RIGHT: return .right
    case CN_KEY_HOME: return .home
    case CN_KEY_END: return .end
    case CN_KEY_PAGE_UP: return .pageUp
    case CN_KEY_PAGE_DOWN: return .pageDown
    case CN_KEY_INSERT: return .insert
    case CN_KEY_DELETE: return .delete
    case CN_KEY_BACKSPACE: return .backspace
    case CN_KEY_ENTER: return .enter
    case CN_KEY_BACK_TAB: return .backTab
    case CN_KEY_CONTROL_LEFT: return .controlLeft
    case CN_KEY_CONTROL_RIGHT: return .controlRight
    default: return nil
    }
  }
}

extension TerminalDriver {
  /// The next event, or nil if none came in time. A negative timeout waits as long as it takes.
  public func nextEvent(timeoutMilliseconds: Int) -> TerminalEvent? {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(timeoutMilliseconds)
    var source = CursesSource(terminal: terminal)
    while isOpen {
      readSignals()
      if !queue.isEmpty { return queue.removeFirst() }
      if let found = decoder.next(from: &source) {
        switch found {
        case .key(let key): return .key(key)
        case .paste(let text): return .paste(text)
        }
      }
      let left =
        timeoutMilliseconds < 0 ? -1 : Int(((end - clock.now) / .milliseconds(1)).rounded(.up))
      if timeoutMilliseconds >= 0, left <= 0 { return nil }
      if !waitForAnything(milliseconds: left) { return nil }
    }
    return nil
  }

  /// Waits for input or a signal; false when time ran out.
  private func waitForAnything(milliseconds: Int) -> Bool {
    var descriptors = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
    ]
    let count = lostTerminal ? 1 : 2
    let result = poll(&descriptors, nfds_t(count), Int32(clamping: milliseconds))
    if result < 0 { return errno == EINTR }
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    if !lostTerminal, descriptors[1].revents & gone != 0 {
      // Nothing will ever come from there again; say so once, and wait for signals only.
      lostTerminal = true
      queue.append(.terminate(signal: SIGHUP))
    }
    return result > 0
  }

  /// Turns signals that arrived into events.
  private func readSignals() {
    for signal in drainSignals() {
      switch signal {
      case SIGWINCH:
        _ = cn_measure()
        noteSize()
      case SIGTSTP:
        suspendForShell()
        queue.append(.continued)
      case SIGCONT:
        cn_return()
        noteSize()
        queue.append(.continued)
      default:
        cn_signals_read()
        queue.append(.terminate(signal: signal))
      }
    }
  }

  /// The signals that arrived, oldest first.
  func drainSignals() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &bytes, bytes.count)
    return count > 0 ? bytes.prefix(count).map(Int32.init) : []
  }

  /// Reports a new size, once.
  func noteSize() {
    let now = size
    guard now != reportedSize else { return }
    reportedSize = now
    cn_refit()
    forgetShown()
    queue.append(.resize(now))
  }
}
