import SessionEngine

extension ReportedOpportunity {
  /// The opportunity as the JSON document has it.
  func value(groups: [ReportedGroup]) -> JSONValue {
    var emmie: JSONObject = [:]
    for part in OpportunityCard.EMMIE.allCases {
      emmie.add(part.rawValue, .optional(card.emmie[part]?.rawValue))
    }
    var fields: JSONObject = [
      "number": .string(number.description), "title": .string(title),
      "priority": .optional(priority), "themes": .strings(themes),
      "stage": .string(standing.stage.rawValue), "outcome": .optional(standing.outcome?.rawValue),
      "reason": .optional(standing.reason), "history": .array(history.map(\.value)),
      "immediate": .bool(card.isImmediate), "currentApproach": .string(card.currentApproach),
      "improvement": .string(card.improvement), "mindset": .string(card.mindset),
      "belief": .string(card.belief), "action": .string(card.action),
      "measure": .string(card.measure), "success": .string(card.success),
      "place": .string(card.place), "duration": .string(card.duration), "cost": .string(card.cost),
      "risk": .string(card.risk), "date": .string(card.date),
      "skillsWanted": .strings(card.skillsWanted),
      "fourPs": .strings(card.fourPs.map(\.rawValue)), "emmie": .object(emmie),
      "marylandNow": .optional(Self.level(card.marylandNow)),
      "marylandAfter": .optional(Self.level(card.marylandAfter)),
    ]
    fields.add("owner", owner?.value ?? .null)
    fields.add("helpers", .array(helpers.map(\.value)))
    fields.add("redacted", .optional(redaction))
    fields.add("lacks", .strings(lacks.map(\.rawValue)))
    fields.add("dateIsPast", .bool(isDatePast))
    fields.add("contributions", .array(contributions.map { $0.value(groups: groups) }))
    fields.add("sources", .array(sources.map { $0.value(groups: groups) }))
    fields.add("origin", origin.map { Self.value($0, carriedSources) } ?? .null)
    return .object(fields)
  }

  /// A level that somebody gave; a card from elsewhere may say anything.
  private static func level(_ level: Int) -> Int? { (1...5).contains(level) ? level : nil }

  private static func value(
    _ origin: Opportunity.Origin, _ sources: [CarriedSource]
  ) -> JSONValue {
    var fields = link(origin)
    fields.add("before", .array((origin.before ?? []).map { .object(link($0)) }))
    fields.add(
      "sources",
      .array(
        sources.map { source in
          .object([
            "number": .string(source.number.description), "session": .string(source.session.text),
            "workshop": .string(source.workshop), "group": .string(source.group),
            "priority": .string(source.priority), "text": .string(source.words),
          ])
        }))
    return .object(fields)
  }

  private static func link(_ origin: Opportunity.Origin) -> JSONObject {
    [
      "session": .string(origin.session.text), "number": .string(origin.number.description),
      "steps": .int(max(0, origin.steps)),
      "contributions": .strings(origin.contributions.map(\.description)),
    ]
  }
}

extension ReportedOwner {
  /// The person as the JSON document has it.
  var value: JSONValue {
    var fields: JSONObject = ["name": .string(name)]
    if let organisation { fields.add("organisation", .string(organisation)) }
    return .object(fields)
  }
}

extension ReportedStep {
  /// The step as the JSON document has it.
  var value: JSONValue {
    .object([
      "stage": .string(standing.stage.rawValue), "outcome": .optional(standing.outcome?.rawValue),
      "reason": .optional(standing.reason), "date": .string(date),
    ])
  }
}

extension ReportedSource {
  /// The contribution as the JSON document has it among what an opportunity goes back to.
  func value(groups: [ReportedGroup]) -> JSONValue {
    .object([
      "number": .string(number.description), "text": .optional(text),
      "group": .string(groups[group].name), "groupNumber": .int(groups[group].number),
    ])
  }
}

extension Voice {
  /// The contribution as the JSON document has it beside another.
  func value(groups: [ReportedGroup]) -> JSONValue {
    .object([
      "number": .string(number.description), "text": .string(text),
      "group": .string(groups[group].name), "groupNumber": .int(groups[group].number),
    ])
  }
}

extension ReportedFollowUp {
  /// The workshop before, as the JSON document has it.
  var value: JSONValue {
    .object([
      "session": .string(predecessor.session.text), "title": .string(predecessor.title),
      "date": .string(predecessor.date),
      "futurePriorities": .array(predecessor.futurePriorities.map(\.value)),
      "progress": .array(
        progress.map { entry in
          .object([
            "number": .string(entry.number.description), "title": .string(entry.title),
            "stageBefore": .string(entry.before.stage.rawValue),
            "outcomeBefore": .optional(entry.before.outcome?.rawValue),
            "since": .array(entry.since.map(\.value)),
          ])
        }),
      "closed": .array(
        closed.map(\.entry).map { entry in
          .object([
            "number": .string(entry.number.description), "title": .string(entry.title),
            "stage": .string(entry.standing.stage.rawValue),
            "outcome": .optional(entry.standing.outcome?.rawValue),
            "reason": .optional(entry.standing.reason), "date": .string(entry.date),
          ])
        }),
    ])
  }
}

extension Wish {
  /// The wish as the JSON document has it.
  var value: JSONValue {
    .object(["text": .string(text), "forms": .int(count), "rank": .int(rank)])
  }
}

extension ReportedEvaluation {
  /// The evaluation as the JSON document has it.
  var value: JSONValue {
    .object([
      "forms": .int(summary.forms), "present": .int(summary.present),
      "responseRate": .optional(summary.responseRate), "line": .optional(summary.reportLine),
      "items": .array(
        summary.items.map { item in
          .object([
            "id": .string(item.item.id), "dimension": .string(item.item.dimension),
            "statement": .string(item.item.statement), "retired": .bool(item.isRetired),
            "open": .int(item.open), "answers": Self.value(item.answers, item.share),
          ])
        }),
      "dimensions": .array(
        summary.dimensions.map { dimension in
          .object([
            "name": .string(dimension.name), "forms": .int(dimension.forms),
            "answers": Self.value(dimension.answers, dimension.share),
          ])
        }),
      "returned": .array(
        answers.map { form in
          var fields: JSONObject = [:]
          for (item, points) in form { fields.add(item, .int(points)) }
          return .object(fields)
        }),
      "comments": .array(
        comments.groups.flatMap { group in
          group.comments.map { comment in
            .object([
              "text": .string(comment.text), "suggestedTheme": .optional(group.theme),
              "words": .strings(comment.words),
            ])
          }
        }),
      "takeaways": .strings(summary.takeaways),
      "futurePriorities": .array(summary.futurePriorities.map(\.value)),
    ])
  }

  private static func value(_ answers: FeedbackSummary.Answers, _ share: String) -> JSONValue {
    .object([
      "distribution": .array(answers.distribution.map(JSONValue.int)),
      "notApplicable": .int(answers.notApplicable), "n": .int(answers.valid),
      "positive": .int(answers.positive), "share": .string(share),
    ])
  }
}
