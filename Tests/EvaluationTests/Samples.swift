import Evaluation
import TestSupport

/// A labelled call: side, category, urgency, and what a case changes.
func call(
  _ id: String = "t-1", _ text: String = "路灯坏了", policing: String = "non-police",
  category: String = "urban-management", urgent: Bool = false,
  _ change: (inout LabelledCall) -> Void = { _ in }
) -> LabelledCall {
  var call = LabelledCall()
  call.id = id
  call.text = text
  call.policing = policing
  call.categories = [category]
  call.urgent = urgent
  change(&call)
  return call
}

/// An answer, right for `call()` as it stands.
func answer(
  policing: String = "non-police", category: String = "urban-management", urgent: Bool = false,
  confidence: Double = 0.9, _ change: (inout Answer) -> Void = { _ in }
) -> Answer {
  var answer = Answer()
  answer.policing = policing
  answer.category = category
  answer.urgent = urgent
  answer.confidence = confidence
  change(&answer)
  return answer
}

/// Outcomes of the given confidence and soundness.
func outcomes(_ items: [(confidence: Double, isSound: Bool)]) -> [Outcome] {
  Outcome.mark(
    items.enumerated().map { index, item in
      (
        call("t-\(index)"),
        answer(category: item.isSound ? "urban-management" : "theft", confidence: item.confidence)
      )
    }, costs: nil)
}

/// As many outcomes as asked, of seeded confidence and soundness.
func seeded(_ count: Int, seed: UInt64) -> [Outcome] {
  var generator = SeededGenerator(seed: seed)
  return outcomes(
    (0..<count).map { _ in
      let confidence = (Double.random(in: 0...1, using: &generator) * 50).rounded() / 50
      return (confidence, Double.random(in: 0...1, using: &generator) < confidence)
    })
}

let costTable = """
  mistake\tcost\tnote
  missed-emergency\t20\t
  needless-urgency\t2\t
  missed-police\t8\t
  needless-police\t2\t
  wrong-side\t1\t
  category\t1\t
  unit\t1\t
  review\t0.1\t

  """
