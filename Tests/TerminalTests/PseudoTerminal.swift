import Glibc

/// A pseudo-terminal: the driver draws on `device`, the test sits at the other end.
final class PseudoTerminal: Sendable {
  let device: String
  private let master: Int32

  init?(width: UInt16, height: UInt16) {
    // What posix_openpt, unlockpt and ptsname do; Glibc's module map hides those.
    let getNumber: UInt = 0x8004_5430
    let setLock: UInt = 0x4004_5431
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, setLock, &isLocked) == 0,
      ioctl(master, getNumber, &number) == 0
    else { return nil }
    device = "/dev/pts/\(number)"
    resize(width: width, height: height)
  }

  deinit { close(master) }

  func resize(width: UInt16, height: UInt16) {
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Types bytes, reading what comes back meanwhile so that neither side blocks.
  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.prefix(1024).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Why what was drawn could not be read.
  struct Unreadable: Error { let errorNumber: Int32 }

  /// Reads what the program has drawn so far, forgetting it.
  ///
  /// A mark that is sent on the same way behind it says where it ends.
  func takeOutput() throws -> String {
    let end = Array("\u{1}all that was drawn\u{1}".utf8)
    let program = open(device, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard program >= 0 else { throw Unreadable(errorNumber: errno) }
    defer { close(program) }
    guard write(program, end, end.count) == end.count else { throw Unreadable(errorNumber: errno) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while !bytes.suffix(end.count).elementsEqual(end) {
      let count = read(master, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Unreadable(errorNumber: errno) }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes.dropLast(end.count), as: UTF8.self)
  }

  /// The modes of the line, as the program's side has them.
  var modes: [tcflag_t] {
    var modes = termios()
    tcgetattr(master, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_lflag, modes.c_cflag]
  }
}
