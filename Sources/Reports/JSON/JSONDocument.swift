import SessionEngine

/// The session as one JSON document, or the part of it that concerns one group.
///
/// docs/schema/export.schema.json describes it.
struct JSONDocument {
  private let disclosure: Disclosure
  /// The only group, in a group's document.
  private let only: Int?

  /// The version of the form, to be raised when a reader would have to change.
  static let version = 2

  init(_ disclosure: Disclosure, group: Int? = nil) {
    self.disclosure = disclosure
    only = group
  }

  /// The document.
  var bytes: [UInt8] {
    let document: JSONObject = [
      "format": .string("plenary-export"), "version": .int(Self.version),
      "exportedAt": .string(disclosure.exportedAt),
      "session": session, "priorities": priorities, "themes": themes, "lenses": lenses,
      "delegates": .array(people.map { person(disclosure.people[$0]) }),
      "groups": .array(groups.map(group)),
      "rounds": .array(
        disclosure.rounds.map {
          .object(["number": .int($0.number), "startedAt": .optional($0.startedAt)])
        }),
      "contributions": .array(disclosure.points.map(contribution)),
      "opportunities": .array(
        disclosure.outcomes.opportunities.map { $0.value(groups: disclosure.groups) }),
      "scores": .array(disclosure.outcomes.votes.map(\.value)),
      "feedback": disclosure.outcomes.evaluation?.value ?? .null,
      "followsUp": disclosure.outcomes.followUp?.value ?? .null,
    ]
    return JSONValue.object(document).document
  }

  private var groups: [Int] {
    only.map { [$0] } ?? disclosure.groups.indices.filter { disclosure.groups[$0].isReported }
  }

  private var people: [Int] {
    only.map { disclosure.groups[$0].members } ?? Array(disclosure.people.indices)
  }

  private var session: JSONValue {
    let plan = disclosure.plan
    var counts: JSONObject = [
      "contributions": .int(disclosure.points.count),
      "highlights": .int(disclosure.points.count(where: \.isHighlighted)),
      "groups": .int(groups.count), "delegates": .int(people.count),
    ]
    if let present = disclosure.presentCount { counts.add("present", .int(present)) }
    let sectors = disclosure.sectors.map {
      JSONValue.object(["sector": .string($0.sector), "count": .int($0.count)])
    }
    return .object([
      "title": .string(plan.title), "date": .string(plan.date),
      "organisers": .strings(plan.organisers), "reference": .string(plan.reference),
      "contact": .string(plan.contact), "marking": .string(plan.marking.uppercased()),
      "circulation": .string(plan.circulation), "attribution": .string(plan.attribution.rawValue),
      "counts": .object(counts), "sectors": .array(sectors),
    ])
  }

  private var priorities: JSONValue {
    var counts = Array(repeating: 0, count: disclosure.priorities.count)
    for point in disclosure.points { counts[point.priority] += 1 }
    return .array(
      zip(disclosure.priorities, counts).map { priority, count in
        .object([
          "title": .string(priority.title), "question": .string(priority.question),
          "skills": .strings(priority.skills), "contributions": .int(count),
        ])
      })
  }

  private var themes: JSONValue {
    let counts = ThemeCounts(disclosure)
    return .array(
      disclosure.themes.indices.map { index in
        let theme = disclosure.themes[index]
        let origin = disclosure.themeOrigins[index]
        return .object([
          "mergedFrom": .strings(origin.mergedFrom), "splitFrom": .optional(origin.splitFrom),
          "quoted": .strings(
            disclosure.highlights[index].map { disclosure.points[$0].number.description }),
          "title": .string(theme.title), "definition": .string(theme.definition),
          "keyPoints": .strings(theme.keyPoints), "contributions": .int(counts.points[index]),
          "timesSaid": .int(counts.said[index]), "groupsSaid": .int(counts.groups[index]),
          "highlights": .int(counts.highlights[index]),
        ])
      })
  }

  private var lenses: JSONValue {
    var counts = Array(repeating: 0, count: disclosure.lenses.count)
    for point in disclosure.points { counts[point.lens] += 1 }
    return .array(
      zip(disclosure.lenses, counts).map { lens, count in
        .object([
          "title": .string(lens.title), "question": .string(lens.question),
          "contributions": .int(count),
        ])
      })
  }

  private func person(_ person: ReportedPerson) -> JSONValue {
    var fields: JSONObject = ["id": .string(person.id)]
    if let known = person.known {
      fields.add("name", .string(known.profile.name))
      fields.add("organisation", .string(known.profile.organisation))
      fields.add("sector", .string(known.profile.sector))
      fields.add("role", .string(known.profile.role))
      fields.add("skills", .strings(known.profile.skills))
      fields.add("present", .bool(known.isPresent))
      fields.add("walkIn", .bool(known.isWalkIn))
    }
    return .object(fields)
  }

  private func group(_ index: Int) -> JSONValue {
    let group = disclosure.groups[index]
    let members = group.members.map { slot -> JSONValue in
      let person = disclosure.people[slot]
      var fields: JSONObject = ["id": .string(person.id)]
      if let known = person.known { fields.add("name", .string(known.profile.name)) }
      return .object(fields)
    }
    let rounds = group.schedule.map {
      JSONValue.object(["round": .int($0.round), "priority": .string($0.priority)])
    }
    return .object([
      "number": .int(group.number), "name": .string(group.name),
      "memberCount": .int(members.count), "members": .array(members), "rounds": .array(rounds),
    ])
  }

  private func contribution(_ point: Point) -> JSONValue {
    let group = disclosure.groups[point.group]
    var fields: JSONObject = [
      "number": .string(point.number.description), "text": .string(point.text),
      "group": .string(group.name), "groupNumber": .int(group.number),
      "priority": .string(disclosure.priorities[point.priority].title),
      "lens": .string(disclosure.lenses[point.lens].title),
      "themes": .strings(point.themes.map { disclosure.themes[$0].title }),
      "highlight": .bool(point.isHighlighted), "round": .optional(point.round),
      "at": .string(point.at), "reworded": .bool(point.isReworded),
      "alsoSaid": .array(point.alsoSaid.map { $0.value(groups: disclosure.groups) }),
      "partOf": point.partOf?.value(groups: disclosure.groups) ?? .null,
      "timesSaid": .int(point.timesSaid), "groupsSaid": .int(point.groupsSaid),
    ]
    if !disclosure.isUnderRule {
      let speaker = point.speaker.map { disclosure.people[$0] }
      fields.add("speaker", speaker.map(self.speaker) ?? .null)
    }
    return .object(fields)
  }

  private func speaker(_ person: ReportedPerson) -> JSONValue {
    .object([
      "id": .string(person.id), "name": .optional(person.known?.profile.name),
      "organisation": .optional(person.known?.profile.organisation),
    ])
  }
}
