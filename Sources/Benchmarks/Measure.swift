import Glibc

/// A stretch of time in nanoseconds.
typealias Nanoseconds = Int

/// The clock that never goes back.
func now() -> Nanoseconds {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// What this thread has had of the processor: what else a busy machine does is not in it.
func processorTime() -> Nanoseconds {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// How long something takes.
func time(_ body: () throws -> Void) rethrows -> Nanoseconds {
  let start = now()
  try body()
  return now() - start
}

/// Many measurements of the same thing.
struct Samples {
  private(set) var values: [Nanoseconds] = []

  mutating func add(_ value: Nanoseconds) { values.append(value) }

  /// The value that so large a share of all does not exceed.
  func quantile(_ share: Double) -> Nanoseconds {
    let sorted = values.sorted()
    guard let last = sorted.indices.last else { return 0 }
    return sorted[min(last, Int((Double(sorted.count) * share).rounded(.up)) - 1)]
  }

  var median: Nanoseconds { quantile(0.5) }
  var p99: Nanoseconds { quantile(0.99) }
}

/// A number with so many digits after the point.
func decimal(_ value: Double, _ places: Int = 2) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let scaled = Int((abs(value) * Double(scale)).rounded())
  let sign = value < 0 && scaled > 0 ? "-" : ""
  guard places > 0 else { return sign + "\(scaled)" }
  let digits = "\(scaled % scale)"
  let zeros = String(repeating: "0", count: places - digits.count)
  return sign + "\(scaled / scale)." + zeros + digits
}

/// A stretch of time as a person reads it.
func text(_ time: Nanoseconds) -> String {
  switch Double(time) {
  case ..<1e3: "\(time) ns"
  case ..<1e6: decimal(Double(time) / 1e3, 0) + " µs"
  case ..<1e9: decimal(Double(time) / 1e6, time < 10_000_000 ? 2 : 0) + " ms"
  default: decimal(Double(time) / 1e9) + " s"
  }
}

/// A large number in groups of three digits.
func grouped(_ number: Int) -> String {
  var text = ""
  for (index, digit) in String(number).reversed().enumerated() {
    if index > 0, index % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return String(text.reversed())
}
