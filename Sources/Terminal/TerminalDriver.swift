import CNcurses
import Glibc

/// The one owner of the terminal. Not thread-safe: main thread only, one at a time.
///
/// While it lives the terminal is in raw mode: C-c, C-z, C-s, C-q and C-\ arrive as keys. Signals from
/// other processes arrive as events. Whatever ends the process, the terminal is given back.
public final class TerminalDriver {
  /// What the user may have asked for.
  public struct Options: Sendable {
    /// Whether to use colours.
    public enum ColourChoice: String, Sendable, CaseIterable {
      /// If the terminal has any and NO_COLOR is empty or not set.
      case auto
      /// Not at all.
      case never
      /// If the terminal has any, whatever NO_COLOR says.
      case always
    }

    /// Which signs to draw.
    public enum GlyphChoice: String, Sendable, CaseIterable {
      /// Unicode where the locale's charset is UTF-8 and the terminal can be expected to have the signs.
      case auto
      /// Unicode, if text can be sent at all.
      case unicode
      /// ASCII.
      case ascii
    }

    /// Whether to use colours.
    public var colour: ColourChoice
    /// Which signs to draw.
    public var glyphs: GlyphChoice
    /// A terminal's device to use instead of the one the process was started on.
    public var device: String?
    /// The terminal's kind by name; `nil` for what TERM says.
    public var term: String?
    /// How long a paste may pause, in milliseconds, before one without an end counts as over.
    public var pasteSilenceMilliseconds: Int

    /// Options; by default all is found out.
    public init(
      colour: ColourChoice = .auto, glyphs: GlyphChoice = .auto, device: String? = nil,
      term: String? = nil, pasteSilenceMilliseconds: Int = 500
    ) {
      self.colour = colour
      self.glyphs = glyphs
      self.device = device
      self.term = term
      self.pasteSilenceMilliseconds = pasteSilenceMilliseconds
    }
  }

  /// Which set of signs to draw with.
  public let glyphs: GlyphSet
  /// How many colours are used.
  public let depth: ColourDepth
  /// Roles to colours. Setting it repaints all at the next `show`.
  public var palette: Palette {
    didSet {
      inks = [:]
      forgetShown()
    }
  }

  /// The terminal's descriptor, and whether it was opened here.
  let terminal: Int32
  private let ownsTerminal: Bool
  /// Whether the terminal takes UTF-8.
  let isUnicode: Bool
  /// Where signals arrive, a byte each.
  let signals: Int32
  var isOpen = true

  /// What is on the screen.
  var shown: Canvas?
  /// Whether the next `show` clears the terminal first.
  var needsClearing = true
  /// Attributes and colour pairs by style, and the pairs by their colours.
  var inks: [Style: Ink] = [:]
  var pairs: [ColourPair: Int32] = [:]
  /// Columns of scalars as the C library counts them, where asked.
  var libraryWidths: [Unicode.Scalar: Int32] = [:]

  var decoder: InputDecoder
  var queue: [TerminalEvent] = []
  var reportedSize = Size(width: 0, height: 0)
  var lostTerminal = false

  /// Takes the terminal.
  ///
  /// Standard input and output are used if both are terminals, /dev/tty otherwise.
  public init(palette: Palette, options: Options = Options()) throws(TerminalError) {
    guard let term = options.term ?? Self.environment("TERM"), !term.isEmpty else { throw .noTerm }
    guard !cn_is_open() else { throw .inUse }
    let (terminal, owned) = try Self.openTerminal(options.device)
    let isUnicode = Self.setLocale()
    let signals = cn_catch_signals()
    let result =
      signals < 0 ? CN_NO_MEMORY : cn_open(term, terminal, Self.wantsColour(options.colour))
    guard result == CN_OK else {
      cn_release_signals()
      if owned { Glibc.close(terminal) }
      switch result {
      case CN_UNKNOWN_TERM: throw .unknownTerm(term)
      case CN_UNFIT_TERM: throw .unfitTerm(term)
      default: throw .failed
      }
    }
    cn_arm()
    self.terminal = terminal
    self.signals = signals
    self.palette = palette
    self.isUnicode = isUnicode
    ownsTerminal = owned
    decoder = InputDecoder(pasteSilenceMilliseconds: options.pasteSilenceMilliseconds)
    depth = Self.depth()
    glyphs = Self.glyphs(options.glyphs, isUnicode: isUnicode, term: term)
    reportedSize = size
  }

  deinit {
    close()
  }

  /// The terminal's size.
  public var size: Size {
    var width: Int32 = 0
    var height: Int32 = 0
    cn_size(&width, &height)
    return Size(width: Int(width), height: Int(height))
  }

  /// Rings the bell.
  public func ring() { cn_ring() }

  /// Flashes the screen, or rings where that is not possible.
  public func flash() { cn_flash() }

  /// Gives the terminal back. Doing so again does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    cn_close()
    cn_release_signals()
    if ownsTerminal { Glibc.close(terminal) }
  }

  /// Forgets what is on the screen, so that the next `show` repaints all of it.
  public func forgetShown() {
    shown = nil
    needsClearing = true
  }

  // MARK: Finding out

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func openTerminal(
    _ device: String?
  ) throws(TerminalError) -> (descriptor: Int32, owned: Bool) {
    if device == nil, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      return (STDIN_FILENO, false)
    }
    let descriptor = open(device ?? "/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0, isatty(descriptor) == 1 else {
      if descriptor >= 0 { Glibc.close(descriptor) }
      throw .noTerminal
    }
    return (descriptor, true)
  }

  private static func wantsColour(_ choice: Options.ColourChoice) -> Bool {
    choice == .always || (choice == .auto && environment("NO_COLOR") == nil)
  }

  private static func depth() -> ColourDepth {
    switch cn_colours() {
    case ..<8: return .mono
    case ..<256: return .sixteen
    default: return cn_direct_colour() && cn_colours() > 0xFFFF ? .trueColour : .twoFiftySix
    }
  }

  private static func glyphs(
    _ choice: Options.GlyphChoice, isUnicode: Bool, term: String
  ) -> GlyphSet {
    guard isUnicode, choice != .ascii else { return .ascii }
    // The Linux console's fonts have few signs; text goes through as it is.
    return choice == .auto && term == "linux" ? .ascii : .unicode
  }
}
