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

  /// Reads what the program has drawn so far, forgetting it.
  func takeOutput() -> String {
    var bytes: [UInt8] = []
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var buffer = [UInt8](repeating: 0, count: 65536)
    while poll(&descriptor, 1, 50) > 0, descriptor.revents & Int16(POLLIN) != 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The modes of the line, as the program's side has them.
  var modes: [tcflag_t] {
    var modes = termios()
    tcgetattr(master, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_lflag, modes.c_cflag]
  }
}
