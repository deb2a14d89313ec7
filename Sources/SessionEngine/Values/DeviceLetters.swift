/// The letters that a device puts before a number which is given already.
struct DeviceLetters {
  private let bytes: String.UTF8View
  private var used = 0

  init(of device: DeviceID) { bytes = device.text.utf8 }

  /// The number with one letter more.
  mutating func lengthen(_ number: ContributionNumber) -> ContributionNumber {
    let byte = bytes.dropFirst(used).first
    used += 1
    let digit = byte.flatMap { Character(UnicodeScalar($0)).hexDigitValue }
    let letter = digit.map { Unicode.Scalar(UInt8(97 + $0)) } ?? "z"
    return ContributionNumber(series: number.series + String(letter), number.value)
  }
}
