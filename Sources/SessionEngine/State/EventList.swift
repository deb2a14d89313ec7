/// A list of events that is nearly always one event long, and then takes no memory of its own.
struct EventList: Sendable {
  private var first: (any Event)?
  private var rest: [any Event] = []

  init(_ events: [any Event] = []) {
    first = events.first
    rest = Array(events.dropFirst())
  }

  init(only event: any Event) { first = event }

  var isEmpty: Bool { first == nil }

  var all: [any Event] { (first.map { [$0] } ?? []) + rest }

  mutating func append(_ event: any Event) {
    if first == nil { first = event } else { rest.append(event) }
  }

  func allSatisfy(_ test: (any Event) -> Bool) -> Bool {
    (first.map(test) ?? true) && rest.allSatisfy(test)
  }
}
