/// Whether codes can be patterns by themselves: a type, so that each way has a loop of its own.
protocol WalkPatterns {
  static var haveSingles: Bool { get }
}

enum WithSingles: WalkPatterns { static var haveSingles: Bool { true } }

enum WithoutSingles: WalkPatterns { static var haveSingles: Bool { false } }
