import Glibc
import SessionEngine
import struct SystemPackage.Errno

/// What the record needs from the machine: a clock, random bytes, files and a name for the machine.
public struct StoreEnvironment: Sendable {
  /// The wall-clock time.
  public var now: @Sendable () -> Instant
  /// So many random bytes that nobody can guess.
  public var randomBytes: @Sendable (Int) -> [UInt8]
  /// The files.
  public var files: any FileSystem
  /// Tells this machine from others; it is hashed before it is written anywhere.
  public var machine: String

  /// Makes an environment.
  public init(
    now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8],
    files: any FileSystem, machine: String
  ) {
    self.now = now
    self.randomBytes = randomBytes
    self.files = files
    self.machine = machine
  }

  /// This machine.
  public static let live = StoreEnvironment(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Instant(
        milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    },
    randomBytes: { count in
      [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
        // One call of the kernel for up to 256 bytes; the other generator takes eight a call.
        if count > 256 || getentropy(bytes.baseAddress, count) != 0 {
          for index in 0..<count { bytes[index] = UInt8.random(in: .min ... .max) }
        }
        filled = count
      }
    },
    files: RealFileSystem(), machine: machineName())

  private static func machineName() -> String {
    if let bytes = try? RealFileSystem().contents(of: "/etc/machine-id"), bytes.count >= 32 {
      return String(decoding: bytes.prefix(32), as: UTF8.self)
    }
    var name = [CChar](repeating: 0, count: 256)
    _ = gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
