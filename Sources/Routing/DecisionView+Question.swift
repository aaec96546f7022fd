import Classifier
import Jurisdiction
import Pack

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension DecisionView {
  /// Index of the one question whose answer would tell most, nil where nothing is open that an
  /// answer could settle.
  ///
  /// Where to send somebody comes first if the call is urgent, then danger, then the category,
  /// then the place; within a topic the question that splits best, see `value`; of equal ones the
  /// first in the table. Allocates nothing. O(questions × candidates²).
  public var question: Int? {
    if reasons.subtracting(.notInForce).isEmpty { return nil }
    if reasons.contains(.noEvidence), !urgent, let question = best(.open) { return question }
    let isUnplaced = place.status == .none || place.status == .ambiguous
    if urgent, isUnplaced, let question = placeQuestion { return question }
    if !reasons.isDisjoint(with: Self.dangerDoubts), let question = best(.danger) {
      return question
    }
    if !reasons.isDisjoint(with: Self.categoryDoubts) {
      let catchAll: QuestionRecord.Topic = alternatives.count == 0 ? .open : .matter
      if let question = best(.category) ?? best(catchAll) { return question }
    }
    return placeQuestion
  }

  /// The question as it is spoken. Allocates.
  public var questionText: String? {
    guard let question else { return nil }
    let isAmbiguous = place.status == .ambiguous
    let places = (isAmbiguous ? candidates.indices : 0..<0).map {
      router.gazetteer.townshipName(Int(candidates[$0]))
    }
    return router.plan.questions.text(of: question, places: places)
  }

  private static var dangerDoubts: ReviewReasons { [.possibleDanger, .dangerWithoutDispatch] }
  private static var categoryDoubts: ReviewReasons {
    [.noEvidence, .lowScore, .smallMargin, .dangerWithoutCategory]
  }

  private var placeQuestion: Int? {
    switch place.status {
    case .resolved: nil
    case .none: best(.placeMissing)
    case .ambiguous: best(.placeAmbiguous)
    case .outside: best(.placeOutside)
    }
  }

  private func best(_ topic: QuestionRecord.Topic) -> Int? {
    let questions = router.plan.questions
    var best: Int?
    var bestValue: Float = 0
    for index in questions.records.indices {
      let question = questions.records[index]
      guard question.topic == topic, !isAnswered(question) else { continue }
      let value = value(of: question)
      if value > bestValue {
        best = index
        bestValue = value
      }
    }
    return best
  }

  /// What the answer would tell, 0 if nothing.
  ///
  /// Let `m` be a candidate's part of the mass. A question about the category is worth the sum of
  /// `mᵢ·mⱼ` over pairs with different answers, twice that where they are on different sides of
  /// the line: greatest where the answer cuts the mass in halves. Any other is worth the mass of
  /// the categories it is for, and nothing if the winner isn't one of them.
  private func value(of question: QuestionRecord) -> Float {
    var total: Float = 0
    for index in 0...alternatives.count { total += mass(of: index) }
    guard question.topic == .category else {
      guard answer(to: question, from: 0).share >= leastShare(for: question.topic) else { return 0 }
      var value: Float = 0
      for index in 0...alternatives.count { value += held(by: question, of: index) }
      return value / total
    }
    var value: Float = 0
    for first in 0...alternatives.count {
      let answer = answer(to: question, from: first).group
      if answer == 0 { continue }
      for second in 0..<first {
        let other = self.answer(to: question, from: second).group
        if other == 0 || other == answer { continue }
        let pair = held(by: question, of: first) * held(by: question, of: second)
        value += sendsPolice(first) == sendsPolice(second) ? pair : 2 * pair
      }
    }
    value /= total * total
    return value < Self.leastSeparation ? 0 : value
  }

  /// Only the categories that the table names need a place, unless somebody must go at once.
  private func leastShare(for topic: QuestionRecord.Topic) -> UInt8 {
    topic == .placeMissing && !urgent ? QuestionAnswer.whole : QuestionAnswer.half
  }

  /// A question about the category that separates less is not worth asking.
  private static var leastSeparation: Float { 0.04 }

  /// The part of a candidate's mass that a question takes hold of.
  private func held(by question: QuestionRecord, of candidate: Int) -> Float {
    mass(of: candidate) * Float(answer(to: question, from: candidate).share)
      / Float(QuestionAnswer.whole)
  }

  private func answer(to question: QuestionRecord, from candidate: Int) -> QuestionAnswer {
    router.plan.questions.answer(to: question, from: category(of: candidate))
  }

  /// The winner is candidate 0, then come the alternatives.
  private func category(of candidate: Int) -> Int {
    candidate == 0 ? verdict.category : Int(alternatives[candidate - 1].category)
  }

  /// 1 for the winner, halved for each review margin that a candidate lies behind; none for the
  /// category that a danger turned into the winner.
  private func mass(of candidate: Int) -> Float {
    if candidate == 0 { return 1 }
    if category(of: candidate) == verdict.subject { return 0 }
    let margin = router.lexicon.settings.reviewMargin * verdict.score
    let behind = verdict.score - alternatives[candidate - 1].score
    guard behind > 0, margin > 0 else { return 1 }
    return exp2(-behind / margin)
  }

  private func sendsPolice(_ candidate: Int) -> Bool {
    switch router.lexicon.categories[category(of: candidate)].side {
    case .police, .joint: true
    case .nonPolice, .none: false
    }
  }

  /// True if the call says already what the question asks, or it can't be put.
  private func isAnswered(_ question: QuestionRecord) -> Bool {
    if question.namesPlaces != 0, !Questions.placesNamed.contains(candidates.count) { return true }
    for index in question.bars.range {
      let bar = router.plan.questions.bars[index]
      if bar.kind == .danger ? isSpoken(danger: bar.target) : concepts[Int(bar.target)] {
        return true
      }
    }
    return false
  }

  /// True if words speak of a danger, whatever their context.
  private func isSpoken(danger: UInt16) -> Bool {
    contributions.indices.contains {
      let piece = contributions[$0]
      return piece.kind == .danger && piece.target == danger && piece.weight > 0
        && (piece.origin == .term || piece.origin == .rule)
    }
  }
}
