/// The mined terms with the greatest effects, at most six: what is shown of them.
struct StrongestTerms {
  struct Term {
    /// Index of the hit.
    var hit: Int
    var effect: Float
    var isUrgency: Bool
  }

  /// A term that adds less is not shown.
  static let least: Float = 0.2
  private static let capacity = 6

  private var terms = InlineArray<6, Term>(
    repeating: Term(hit: 0, effect: 0, isUrgency: false))
  private(set) var count = 0
  /// What a term must exceed to be taken.
  private var bar = Self.least.nextDown
  /// Where the next is put once all places are taken.
  private var weakest = 0

  subscript(place: Int) -> Term { terms[place] }

  /// Takes a term if it is among the strongest so far; of equal ones the earlier stays.
  @inline(__always)
  mutating func take(_ hit: Int, effect: Float, isUrgency: Bool) {
    if effect > bar { insert(Term(hit: hit, effect: effect, isUrgency: isUrgency)) }
  }

  private mutating func insert(_ term: Term) {
    if count < Self.capacity {
      terms[count] = term
      count += 1
      if count < Self.capacity { return }
    } else {
      terms[weakest] = term
    }
    weakest = 0
    bar = terms[0].effect
    for place in 1..<Self.capacity where terms[place].effect < bar {
      weakest = place
      bar = terms[place].effect
    }
  }
}
