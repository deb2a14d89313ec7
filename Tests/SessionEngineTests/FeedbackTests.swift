import SessionEngine
import Testing

@Suite("What the day was worth")
struct FeedbackTests {
  func form(_ e1: Int, _ r1: Int, _ r2: Int? = nil, _ comments: String = "") -> FeedbackForm {
    var form = FeedbackForm(answers: ["e1": e1, "r1": r1], comments: comments)
    form.answers["r2"] = r2
    return form
  }

  @Test func theSummaryIsThatOfACountByHand() throws {
    // Given 20 in the room and 12 forms
    var workshop = try Workshop()
    for index in 0..<20 {
      let delegate = try workshop.add("P\(index)")
      try workshop.perform(.markPresent(delegate, true))
    }
    var forms = (0..<8).map { _ in form(5, 4, 5) }
    forms += [form(4, 2, 0), form(3, 0), form(2, 5, 1, "Too long"), form(1, 4, 4, "Lunch")]
    try workshop.perform(.enterFeedback(forms))
    let summary = workshop.session.feedbackSummary
    #expect(summary.forms == 12 && summary.present == 20 && summary.responseRate == 60)
    #expect(summary.items.map(\.item.id) == ["e1", "r1", "r2", "s1"])
    #expect(summary.items[0].answers.distribution == [1, 1, 1, 1, 8])
    #expect(summary.items[0].answers.percentPositive == 75 && summary.items[0].share == "75%")
    // N/A is left out of what is valid.
    #expect(summary.items[1].answers.valid == 11 && summary.items[1].answers.notApplicable == 1)
    #expect(summary.items[1].share == "91%")
    #expect(summary.items[2].answers.valid == 10 && summary.items[2].open == 1)
    #expect(summary.items[3].open == 12 && summary.items[3].share == "0 of 0")
    // 10 of 11 and 9 of 10 on relevance: 19 of 21.
    #expect(summary.line(on: "Relevance") == "12 of 20 forms, 90% positive on relevance")
    #expect(summary.line(on: "satisfaction") == nil && summary.line(on: "taste") == nil)
    #expect(summary.comments == ["Lunch", "Too long"])
  }

  @Test func belowTenFormsCountsAreTold() throws {
    var workshop = try Workshop()
    try workshop.perform(.enterFeedback((0..<9).map { form(5, $0 < 6 ? 4 : 3, 5) }))
    let summary = workshop.session.feedbackSummary
    #expect(summary.items[0].share == "9 of 9")
    #expect(summary.responseRate == nil)
    #expect(summary.line(on: "relevance") == "9 forms, 15 of 18 answers positive on relevance")
    try workshop.perform(.enterFeedback([form(5, 4, 5)]))
    #expect(workshop.session.feedbackSummary.items[0].share == "100%")
  }

  @Test func nothingTiesAFormToAnOrder() throws {
    // Given the same forms entered in two orders, one by one and all at once
    let forms = [form(5, 4, 5, "b"), form(1, 1), form(5, 4, 5, "a"), form(1, 1), form(5, 4)]
    var one = try Workshop()
    for form in forms { try one.perform(.enterFeedback([form])) }
    var other = try Workshop()
    let decision = try other.perform(.enterFeedback(forms.reversed()))
    // Then the session is the same, and what goes into the journal is in the order of the content
    #expect(one.session.feedback == other.session.feedback)
    #expect(one.session.feedback.forms == other.session.feedback.forms)
    #expect(
      decision.events.compactMap { ($0 as? FeedbackEntered)?.form } == other.session.feedback.forms)
    #expect(one.session.feedback.forms == forms.sorted() && one.session.feedback.count == 5)
    #expect(decision.account == "entered 5 feedback forms")
    #expect(try other.perform(.undo).account == "undid: entered 5 feedback forms")
    #expect(other.session.feedback.count == 0)
    // One of two equal forms can be taken out again.
    try one.perform(.withdrawFeedback(form(1, 1)))
    #expect(one.session.feedback.forms.filter { $0 == form(1, 1) }.count == 1)
    #expect(one.refusal(.withdrawFeedback(form(2, 2))) == "there is no such form")
  }

  @Test func whatNoFormCanSayIsRefused() throws {
    let workshop = try Workshop()
    func refusal(_ form: FeedbackForm) -> String { workshop.refusal(.enterFeedback([form])) }
    #expect(refusal(FeedbackForm(comments: " \n")) == "nothing stands on the form")
    #expect(refusal(FeedbackForm(answers: ["x": 3])) == "the form has no item ‘x’")
    #expect(refusal(form(6, 1)) == "6 is no answer to ‘I took part.’")
    #expect(refusal(form(-1, 1)) == "-1 is no answer to ‘I took part.’")
  }

  @Test func anEditedFormDoesNotReinterpretOldOnes() throws {
    var workshop = try Workshop()
    try workshop.perform(.enterFeedback([form(5, 4)]))
    var revision = PlanRevised()
    revision.evaluation = EvaluationForm(items: [
      .init(id: "e1", dimension: "engagement", statement: "I was bored.")
    ])
    #expect(
      workshop.refusal(.revisePlan(revision))
        == "‘I took part.’ is answered on 1 form, so its words stay")
    // A new statement comes under a name of its own, and what was answered before stays as asked.
    revision.evaluation = EvaluationForm(items: [
      .init(id: "e9", dimension: "engagement", statement: "I was bored.")
    ])
    try workshop.perform(.revisePlan(revision))
    let summary = workshop.session.feedbackSummary
    #expect(summary.items.map(\.item.id) == ["e9", "e1", "r1"])
    #expect(summary.items.map(\.isRetired) == [false, true, true])
    #expect(summary.items[1].item.statement == "I took part.")
    #expect(workshop.refusal(.enterFeedback([form(5, 4)])) == "the form has no item ‘e1’")
    try workshop.perform(.undo)
    #expect(workshop.session.feedbackSummary.items.map(\.item.id) == ["e1", "r1", "r2", "s1"])
  }

  @Test func wishesAreCountedWhateverTheirSpelling() throws {
    var workshop = try Workshop()
    let wishes = [
      ["Supply chains", "supply  CHAINS"], ["supply chains ", "Ports"], ["Supply chains"],
      ["ports", "Crypto"], ["Courts"],
    ]
    try workshop.perform(.enterFeedback(wishes.map { FeedbackForm(futurePriorities: $0) }))
    let ranked = workshop.session.feedbackSummary.futurePriorities
    #expect(
      ranked == [
        Wish(text: "Supply chains", count: 3, rank: 1), Wish(text: "Ports", count: 2, rank: 2),
        Wish(text: "Courts", count: 1, rank: 3), Wish(text: "Crypto", count: 1, rank: 3),
      ])
  }

  @Test func wordsAreStruckOffEveryFormAndTheTicksStay() throws {
    // Given an unfit remark on two forms, on one of them as a wish, and alone on a third
    var workshop = try Workshop()
    var forms = [form(5, 4), form(3, 2), FeedbackForm(comments: "Unfit"), form(1, 1)]
    forms[0].comments = " Unfit "
    forms[1].futurePriorities = ["Ports", "Unfit"]
    forms[3].comments = "Unfit, he said"
    try workshop.perform(.enterFeedback(forms))
    // When it is struck
    let account = try workshop.perform(.strikeFeedback("Unfit")).account
    // Then no form has it, as many were handed in as before, and others keep their words
    #expect(account == "struck words off 3 feedback forms")
    #expect(workshop.session.feedback.count == 4)
    let texts = workshop.session.feedback.forms.flatMap { [$0.comments] + $0.futurePriorities }
    #expect(Set(texts) == ["", "Ports", "Unfit, he said"])
    #expect(workshop.session.feedbackSummary.items[0].answers.valid == 3)
    #expect(
      workshop.refusal(.strikeFeedback("Unfit")) == "nothing of these words stands on a form")
    // One undo brings all of it back
    try workshop.perform(.undo)
    #expect(workshop.session.feedback.forms == forms.map(\.tidied).sorted())
  }
}
