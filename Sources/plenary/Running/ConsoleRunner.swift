import Console
import Glibc
import SessionEngine
import SessionStore
import Terminal

/// Runs the console: the terminal's events go in, the canvas comes out, and effects are carried out
/// here and nowhere else.
final class ConsoleRunner {
  private let store: SessionStore
  private let driver: TerminalDriver
  private var state: ConsoleState
  private var exitCode: Int32?
  /// Half-typed lines that could not be saved, and when that was tried.
  private var unsaved: (drafts: [String: String], since: Instant)?
  /// Whether the latest act was not kept: what the screen says of that must stay.
  private var keepingFailed = false

  /// How long to wait for a key before looking at the clock and at other writers, in milliseconds.
  /// Half of what a follower may take, with room for a slow disk.
  private static let beat = 150

  static func run(
    _ path: String, colours: String?, colour: TerminalDriver.Options.ColourChoice, ascii: Bool
  ) throws {
    let store = try Opening.open(path)
    defer { store.close() }
    Recent.note(path)
    let name = colours ?? Palettes.standard
    let palette = try Palettes.find(name)
    let driver: TerminalDriver
    do {
      driver = try TerminalDriver(
        palette: palette,
        options: TerminalDriver.Options(colour: colour, glyphs: ascii ? .ascii : .auto))
    } catch {
      throw Failure("\(error)")
    }
    let runner = ConsoleRunner(store: store, driver: driver, palette: name)
    let code = runner.loop()
    driver.close()
    if code != 0 {
      throw Failure.interrupted("interrupted; everything that was kept is in \(path)", code: code)
    }
  }

  private init(store: SessionStore, driver: TerminalDriver, palette: String) {
    self.store = store
    self.driver = driver
    let others = Palettes.names.filter { $0 != palette }
    // Where no journal can be taken up nothing can be kept either, and the console says so.
    let drafts = (try? store.takeDrafts()) ?? store.loadDrafts()
    state = ConsoleState(
      session: store.session, device: store.device, now: LocalTime.now,
      utcOffset: LocalTime.offset(), size: driver.size, glyphs: driver.glyphs,
      drafts: drafts, palettes: [palette] + others,
      readOnlyReason: store.readOnlyReason)
  }

  private func loop() -> Int32 {
    // Where nothing can be written the console itself says so, for as long as that holds.
    if store.readOnlyReason == nil, let finding = store.findings.first {
      send(.noted(finding.description, finding.isFault ? .error : .warning))
    }
    driver.show(state.view())
    while exitCode == nil {
      if let event = driver.nextEvent(timeoutMilliseconds: state.hasWork ? 0 : Self.beat) {
        take(event)
        // What was typed meanwhile is taken in before the screen is drawn: a paste or a held key
        // costs one frame.
        var taken = 0
        while exitCode == nil, taken < 256, let more = driver.nextEvent(timeoutMilliseconds: 0) {
          take(more)
          taken += 1
        }
      } else if state.hasWork {
        send(.work)
      }
      if exitCode == nil { beat() }
    }
    return exitCode ?? 0
  }

  private func take(_ event: TerminalEvent) {
    if case .terminate(let signal) = event { exitCode = 128 + signal }
    send(.terminal(event))
  }

  private func beat() {
    send(.tick(LocalTime.now, utcOffset: LocalTime.offset()))
    saveAgain()
    do {
      if try store.follow() || isBehind { send(.followed(store.session)) }
    } catch {
      send(.noted("other writers cannot be followed: \(error)", .warning))
    }
    driver.show(state.view())
  }

  /// Whether the screen has not been told yet of something that the store knows: taking up a journal,
  /// to save a line or for an act that was then refused, takes in what others wrote.
  private var isBehind: Bool {
    store.session.eventCount != state.session.eventCount
      || store.session.lastTime != state.session.lastTime
  }

  private func send(_ message: Message) {
    for effect in state.update(message) { carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .perform(let command, let purpose): perform(command, purpose)
    case .saveDrafts(let drafts): save(drafts)
    case .usePalette(let name):
      do throws(Failure) { driver.palette = try Palettes.find(name) } catch {
        send(.noted(error.message, .error))
      }
    case .export: export()
    case .writeSheets: writeSheets()
    case .edit(let text): edit(text)
    case .ring: driver.ring()
    case .flash: driver.flash()
    case .repaint: driver.forgetShown()
    case .suspend: driver.suspendForShell()
    case .quit: exitCode = exitCode ?? 0
    }
  }

  /// Saves the half-typed lines; where that fails it is said, unless something graver was said just
  /// now, and tried again from time to time.
  private func save(_ drafts: [String: String]) {
    do {
      unsaved = nil
      try store.saveDrafts(drafts)
      state.device = store.device
    } catch {
      unsaved = (drafts, LocalTime.now)
      if store.readOnlyReason == nil, !keepingFailed {
        send(.noted("half-typed lines cannot be saved: \(error)", .error))
      }
    }
  }

  /// Tries again to save what could not be saved two seconds ago.
  private func saveAgain() {
    guard let (drafts, since) = unsaved,
      abs(LocalTime.now.milliseconds - since.milliseconds) >= 2000
    else { return }
    unsaved = (drafts, LocalTime.now)
    if (try? store.saveDrafts(drafts)) != nil { unsaved = nil }
  }

  private func perform(_ command: Command, _ purpose: Purpose) {
    state.lendSession()
    do {
      let decision = try store.perform(command)
      state.device = store.device
      keepingFailed = false
      send(.performed(purpose, decision, store.session))
    } catch {
      if case .notKept = error { keepingFailed = true }
      state.takeBack(store.session)
      send(.failed(purpose, reason: "\(error)"))
    }
  }

  private func export() {
    let folder = store.path + "/exports"
    do {
      let files = try Exporting.export(store.session, to: folder)
      send(.noted("wrote \(files.count) documents to \(Places.short(folder))", .good))
    } catch {
      send(.noted(error.message, .error))
    }
  }

  private func writeSheets() {
    let folder = store.path + "/sheets"
    do {
      let files = try Exporting.writeSheets(store.session, to: folder)
      send(.noted("wrote \(files.count) sheets to \(folder)", .good))
    } catch {
      send(.noted(error.message, .error))
    }
  }

  private func edit(_ text: String) {
    do throws(Failure) {
      let edited = try OutsideEditor.edit(text, with: driver)
      send(.edited(edited))
    } catch {
      send(.noted(error.message, .error))
    }
  }
}
