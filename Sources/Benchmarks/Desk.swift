import Console
import Glibc
import Intake
import SessionEngine
import SessionStore
import Terminal
import Themes

/// What the binary does around the console, with a clock in hand.
final class Desk {
  private let store: SessionStore
  private let driver: TerminalDriver
  private var state: ConsoleState

  /// Opens the console on a session; `driver` is the one terminal there is.
  init(_ room: Room, driver: TerminalDriver) throws {
    store = try room.open()
    self.driver = driver
    state = Self.fresh(store, driver)
  }

  private static func fresh(_ store: SessionStore, _ driver: TerminalDriver) -> ConsoleState {
    ConsoleState(
      session: store.session, device: store.device, now: wallClock, size: driver.size,
      glyphs: driver.glyphs, palettes: ["dark"])
  }

  private static var wallClock: Instant { StoreEnvironment.live.now() }

  /// Shows the console as it is when it was just opened.
  func begin() {
    state = Self.fresh(store, driver)
    driver.forgetShown()
    driver.show(state.view())
  }

  /// Lets the session go.
  func end() { store.close() }

  /// What is done between two keys, where nobody waits for it: how long each piece takes.
  func workOff(watching look: (Nanoseconds, Canvas) -> Void = { _, _ in }) -> [Nanoseconds] {
    var pieces: [Nanoseconds] = []
    while state.hasWork {
      let start = processorTime()
      send(.work)
      let canvas = state.view()
      driver.show(canvas)
      pieces.append(processorTime() - start)
      look(processorTime() - start, canvas)
    }
    return pieces
  }

  /// Presses a key; says how much of the processor it took until the frame was out, and how long all in
  /// all.
  func press(_ key: Key) -> (processor: Nanoseconds, clock: Nanoseconds) {
    let processor = processorTime()
    let start = now()
    send(.terminal(.key(key)))
    send(.tick(Self.wallClock, utcOffset: 0))
    if (try? store.follow()) == true { send(.followed(store.session)) }
    driver.show(state.view())
    return (processorTime() - processor, now() - start)
  }

  private func send(_ message: Message) {
    for effect in state.update(message) { carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .perform(let command, let purpose):
      state.lendSession()
      do {
        let decision = try store.perform(command)
        send(.performed(purpose, decision, store.session))
      } catch {
        state.takeBack(store.session)
        send(.failed(purpose, reason: "\(error)"))
      }
    case .saveDrafts(let drafts): try? store.saveDrafts(drafts)
    default: break
    }
  }
}

extension TerminalDriver {
  /// A driver on a pseudo-terminal of which everything drawn is thrown away.
  static func forMeasuring() throws -> TerminalDriver {
    setenv("TERM", "xterm-256color", 1)
    setenv("LC_ALL", "C.UTF-8", 1)
    let terminal = try PseudoTerminal()
    let reader = Thread { while true { _ = terminal.read(milliseconds: 1000) } }
    reader.start()
    let palette = try Palette(json: BuiltIn.palettes[0].json)
    return try TerminalDriver(
      palette: palette, options: Options(colour: .always, device: terminal.device))
  }
}

/// A thread that runs until the process ends.
private struct Thread {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  func start() {
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
  }

  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
