public import Routing

/// A call, what was answered, and how far that is right.
public struct Outcome: Sendable {
  public var call: LabelledCall
  public var answer: Answer
  public internal(set) var marks: Marks

  /// The class the call counts under: the answer if it is one of the accepted, else the label.
  public var label: String {
    call.categories.contains(answer.category) ? answer.category : call.categories.first ?? ""
  }

  /// True if side and category are right and no emergency is missed.
  public var isSound: Bool {
    !marks.isWrong(.policing) && !marks.isWrong(.top1) && !marks.isWrong(.urgentRecall)
  }

  /// Routes calls on all cores and marks the answers; in the order of the calls.
  public static func of(_ calls: [LabelledCall], by router: Router, costs: Costs?) -> [Outcome] {
    let chunk = 256
    let answers = parallel((calls.count + chunk - 1) / chunk) { index in
      var scratch = router.makeScratch()
      return calls[index * chunk..<min(calls.count, (index + 1) * chunk)].map {
        Answer(router.route($0.text, scratch: &scratch))
      }
    }
    return mark(Array(zip(calls, answers.joined())), costs: costs)
  }

  /// Marks answers given before. Linear in the calls.
  public static func mark(_ answered: [(LabelledCall, Answer)], costs: Costs?) -> [Outcome] {
    var outcomes = answered.map { call, answer in
      var marks = Marks(call, answer)
      if let costs { marks.cost = costs.cost(of: marks, call, answer) }
      return Outcome(call: call, answer: answer, marks: marks)
    }
    markPairs(&outcomes)
    return outcomes
  }

  /// A minimal pair is right if both its rows are, in side, category and urgency; the mark stands
  /// with its first row. A row without a twin is no pair.
  private static func markPairs(_ outcomes: inout [Outcome]) {
    var rows: [String: [Int]] = [:]
    for (index, outcome) in outcomes.enumerated() {
      if let pair = outcome.call.pair { rows[pair, default: []].append(index) }
    }
    for indices in rows.values where indices.count > 1 {
      let isRight = indices.allSatisfy {
        outcomes[$0].isSound && !outcomes[$0].marks.isWrong(.urgentPrecision)
      }
      outcomes[indices[0]].marks.count(.pairs, isRight)
    }
  }
}
