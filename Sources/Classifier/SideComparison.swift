import Pack

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the categories stand against each other.
struct Standing {
  /// The category that wins, nil if nothing speaks for any.
  var winner: Int?
  /// The greatest score besides, at least 0.
  var second: Float
}

extension Lexicon {
  /// An exponential of less than minus this adds nothing to a sum that holds a 1.
  static var negligible: Float { 17 }

  /// Chooses the side, then the strongest category on it. O(categories).
  func compareSides(scratch: inout ClassifierScratch) -> Standing {
    var best = Strongest()
    var police = Strongest()
    var nonPolice = Strongest()
    for index in categories.indices {
      let score = scratch.categoryScores[index]
      guard score > 0 else { continue }
      best.take(index, score)
      switch categories[index].side {
      case .police, .joint: police.take(index, score)
      case .nonPolice: nonPolice.take(index, score)
      case .none: break
      }
    }
    guard best.index >= 0 else { return Standing(winner: nil, second: 0) }
    var winner = best
    if categories[best.index].side != .none {
      let chosen = lean(strongest: best.score, scratch: &scratch) >= 0 ? police : nonPolice
      if chosen.index >= 0 { winner = chosen }
    }
    return Standing(
      winner: winner.index, second: winner.index == best.index ? best.second : best.score)
  }

  /// How far the call leans to the police side, as a logarithm: what words and mined terms say of
  /// the categories, and what the mined terms say of the side itself. Police and joint categories
  /// count as one side: both send police.
  private func lean(strongest: Float, scratch: inout ClassifierScratch) -> Float {
    // Taken relative to the strongest, so that no exponential overflows.
    var police = exp(-strongest * settings.sideSharpness)
    var nonPolice = police
    for index in categories.indices {
      let score = scratch.categoryScores[index]
      guard score > 0 else { continue }
      let distance = (score - strongest) * settings.sideSharpness
      guard distance > -Self.negligible else { continue }
      switch categories[index].side {
      case .police, .joint: police += exp(distance)
      case .nonPolice: nonPolice += exp(distance)
      case .none: break
      }
    }
    let least = Float.leastNormalMagnitude
    return log(max(police, least) / max(nonPolice, least)) + minedLean(scratch: &scratch)
  }
}

/// The first of the greatest scores, and the next.
private struct Strongest {
  var index = -1
  var score: Float = 0
  var second: Float = 0

  mutating func take(_ index: Int, _ score: Float) {
    if score > self.score || self.index < 0 {
      second = self.score
      self.score = score
      self.index = index
    } else {
      second = max(second, score)
    }
  }
}
