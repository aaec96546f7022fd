import Classifier
import Jurisdiction
import Pack
import Routing
import TestSupport
import Testing

/// What is asked where a decision is open: named cases, and what must hold for every call.
@Suite struct QuestionTests {
  @Test(arguments: [
    ("sure: nothing", "葛城街道南大街路灯坏了几天了", nil),
    ("sure and urgent, no place: nothing is open for review", "有人被砍了", nil),
    ("two townships of one name", "红岩村路灯坏了", "您说的是庙坝镇还是沿河乡？"),
    ("another county", "我在岚皋县，门口路灯坏了", "事情出在本地，还是外地？"),
    ("a crash that may have hurt somebody", "高观镇有两辆车擦挂了", "有没有人受伤？"),
    ("no gas, or a leak", "煤气阀好像没关紧", "现在闻得到煤气味吗？"),
    ("a claim, or a quarrel on the spot", "房东不退押金，在门口吵", "双方现在还在现场吵吗？"),
    ("hardly a word", "喂", "您现在方便说话吗？"),
    ("a cry without a place: where first", "救命", "您在哪里？"),
    ("drawn out, it is no joke", "救命啊", "您在哪里？"),
  ])
  func asks(name: String, call: String, question: String?) {
    #expect(TestPack.chengkou.route(call).ask == question, "\(name)")
  }

  /// The decision is sure exactly where no reason for review is given, and then nothing is asked;
  /// what is asked is still open.
  @Test("每个训练来电问的都是还没有说清的", arguments: TestPack.ids)
  func whatIsAskedIsOpen(pack: String) {
    let router = TestPack.router(pack)
    let injured = Self.concept("injured", in: router)
    var scratch = router.makeScratch()
    var asked = 0
    var wrong: [String] = []
    for call in SampleCalls.training {
      let bytes = Array(call.utf8)
      unsafe bytes.withUnsafeBytes {
        unsafe router.route(utf8: $0, scratch: &scratch) { view in
          guard let index = view.question else { return }
          asked += 1
          let question = router.plan.questions.records[index]
          let id = router.plan.questions.id(of: index)
          if !view.review || !Self.isOpen(question.topic, view)
            || question.topic == .category && Self.answers(to: question, view).count < 2
            || id == "d-injured" && view.concepts[injured]
          {
            wrong.append("\(id): \(call)")
          }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
    #expect(asked > 100)
  }

  private static func isOpen(
    _ topic: QuestionRecord.Topic, _ view: borrowing DecisionView
  ) -> Bool {
    switch topic {
    case .danger: !view.reasons.isDisjoint(with: [.possibleDanger, .dangerWithoutDispatch])
    case .category, .matter, .open:
      !view.reasons.isDisjoint(with: [
        .noEvidence, .lowScore, .smallMargin, .dangerWithoutCategory,
      ])
    case .placeMissing: view.place.status == .none
    case .placeAmbiguous: view.place.status == .ambiguous
    case .placeOutside: view.place.status == .outside
    }
  }

  /// The different answers that the categories still in question would give.
  private static func answers(
    to question: QuestionRecord, _ view: borrowing DecisionView
  ) -> Set<UInt8> {
    let answers = view.router.plan.questions.answers
    let others = view.alternatives.indices.map { Int(view.alternatives[$0].category) }
    let groups = ([view.verdict.category] + others).map {
      answers[Int(question.firstAnswer) + $0].group
    }
    return Set(groups).subtracting([0])
  }

  private static func concept(_ id: String, in router: Router) -> Int {
    let lexicon = router.lexicon
    return lexicon.concepts.indices.first { lexicon.strings[lexicon.concepts[$0].id] == id }!
  }

  /// Somebody must go and nobody knows where: that is asked before all else.
  @Test func urgentWithoutAPlaceAsksWhere() {
    let router = TestPack.chengkou
    var scratch = router.makeScratch()
    var asked = 0
    for call in SampleCalls.training {
      let decision = router.route(call, scratch: &scratch)
      guard decision.urgent, decision.review, decision.jurisdiction.status == .none else {
        continue
      }
      let places = ["您在哪里？", "在哪条路上？", "人最后是在哪里看到的？", "东西是在哪里不见的？", "出事的地方在哪里？"]
      #expect(places.contains(decision.ask ?? ""), "\(call)")
      asked += 1
    }
    #expect(asked > 10)
  }

  private static let letters = MiniLexicon(terms: [
    "甲甲 theft 3", "乙乙 lost-property 3", "丙丙 fraud 2.7", "丁丁 consumer-market 2.8",
  ])

  /// Of several questions the one that cuts the mass nearest to halves; a pair on different sides
  /// of the line counts twice; of equal ones the first.
  @Test(arguments: [
    ("only one separates", "甲甲乙乙", ["甲\ttheft / fraud", "乙\ttheft / lost-property"], "乙？"),
    (
      "the nearer rival", "甲甲乙乙丙丙",
      ["甲\ttheft / fraud", "乙\ttheft / lost-property"], "乙？"
    ),
    (
      "two rivals together", "甲甲乙乙丙丙",
      ["甲\ttheft / lost-property", "乙\ttheft / lost-property fraud"], "乙？"
    ),
    (
      "the other side of the line", "甲甲乙乙丁丁",
      ["甲\ttheft / lost-property", "乙\ttheft / consumer-market"], "乙？"
    ),
    (
      "named categories before whole sides", "甲甲丁丁",
      ["甲\t%police / %non-police", "乙\ttheft / consumer-market"], "乙？"
    ),
    ("the rest counts half", "甲甲乙乙", ["甲\ttheft / *", "乙\ttheft / lost-property"], "乙？"),
    ("equal: the first", "甲甲乙乙", ["甲\ttheft / lost-property", "乙\tlost-property / theft"], "甲？"),
    ("none separates", "甲甲乙乙", ["甲\tfraud / robbery"], "哪件？"),
  ])
  func theBestSplitIsAsked(name: String, call: String, rows: [String], question: String) throws {
    try Self.letters.withFolder { folder in
      let rows = rows.map { $0.split(separator: "\t").map(String.init) }
      let table =
        ["id\tquestion\ttopic\tseparates\tunless", "m\t哪件？\tmatter\t\t"]
        + rows.map { "\($0[0])\t\($0[0])？\tcategory\t\($0[1])\t" }
      let router = try Self.router(folder, questions: table)
      #expect(router.route(call).ask == question, "\(name)")
    }
  }
}
