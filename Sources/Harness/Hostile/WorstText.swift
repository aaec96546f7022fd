/// Looks for the text that costs most a character: hill climbing over strings of the pack.
///
/// A candidate is a list of fragments; a step replaces a few of them and stays if the text got
/// dearer. The steps come from a seed, the costs from the clock: two runs may end at different
/// texts of like cost.
package struct WorstText {
  private let fragments: [String]
  private let cost: (String) -> Double
  private var generator: SplitMix
  /// Characters of a candidate.
  private let length: Int

  /// - Parameter cost: of a text, nanoseconds a character.
  package init(
    fragments: [String], length: Int = 1000, seed: UInt64, cost: @escaping (String) -> Double
  ) {
    self.fragments = fragments
    self.length = length
    self.cost = cost
    generator = SplitMix(seed: seed)
  }

  /// The dearest text found by `climbs` climbs of `steps` steps. O(climbs × steps × length).
  package mutating func search(climbs: Int = 6, steps: Int = 300) -> (text: String, cost: Double) {
    var best = (text: "", cost: -Double.infinity)
    for _ in 0..<climbs {
      var genome = fresh()
      var height = cost(genome.joined())
      for step in 0..<steps {
        // Wide strides first, single fragments in the end.
        let stride = max(1, genome.count * (steps - step) / steps / 4)
        let changed = mutated(genome, stride: stride)
        let text = changed.joined()
        let found = cost(text)
        if found > height { (genome, height) = (changed, found) }
      }
      // Measured anew: a lucky interruption must not win.
      let text = genome.joined()
      height = min(height, cost(text))
      if height > best.cost { best = (text, height) }
    }
    return best
  }

  private mutating func fresh() -> [String] {
    var genome: [String] = []
    var count = 0
    // From few different fragments to all different, so that climbs start far apart.
    let variety = 1 << Int.random(in: 0...8, using: &generator)
    let choice = (0..<variety).map { _ in fragment() }
    while count < length {
      let next = choice.randomElement(using: &generator) ?? fragment()
      genome.append(next)
      count += next.unicodeScalars.count
    }
    return genome
  }

  private mutating func mutated(_ genome: [String], stride: Int) -> [String] {
    var genome = genome
    let start = Int.random(in: 0..<genome.count, using: &generator)
    let new = fragment()
    for index in start..<min(start + stride, genome.count) { genome[index] = new }
    return genome
  }

  private mutating func fragment() -> String {
    fragments.randomElement(using: &generator) ?? "一"
  }
}
