import SessionEngine
import Testing

@testable import SessionStore

@Test func smoke() throws {
  let dir = "/tmp/smoke-\(UInt64.random(in: 0...UInt64.max))"
  let plan = Plan(title: "T", date: "2026-11-24", priorities: [Priority(id: "p", title: "P")])
  let s = try SessionStore.create(at: dir, plan: plan, scribe: "me", environment: .live)
  print(s.session.groups.map(\.id))
  let g = s.session.groups.last!.id
  try s.perform(.capture([NewContribution("hello \"x\"\n y", group: g)]))
  try s.perform(.capture([NewContribution("b", group: g), NewContribution("c", group: g)]))
  try s.perform(.undo)
  let other = try SessionStore.open(at: dir, scribe: "you", environment: .live)
  print(other.findings)
  try other.perform(.capture([NewContribution("from other", group: g)]))
  #expect(try s.follow())
  #expect(try !s.follow())
  for c in s.session.contributions.all { print(c.number.spoken, c.words, c.standing) }
  let r = try s.redact(s.session.contributions.all[0].id, reason: "private")
  print(r)
  let v = try SessionStore.verify(at: dir)
  print(v.findings, v.events, v.kept, v.withdrawn, v.redacted)
  s.close()
  other.close()
  let again = try SessionStore.open(at: dir, scribe: "x", environment: .live)
  print(again.findings, again.session.contributions.keptCount, again.device)
  print(SessionStore.list(in: dir))
  print(dir)
}
