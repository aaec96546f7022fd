import Pack

extension Lexicon {
  /// True if the call is a greeting, an address, half a sentence: so short that single characters
  /// make up what mined terms see in it, none of its words names a matter, and the best category
  /// is not clear either. Nobody is sent to such a call; somebody asks what happened.
  func isVague(untold: Bool, confidence: Float, length: Int) -> Bool {
    untold && 1..<max(Int(settings.vagueLength), 1) ~= length
      && confidence < settings.vagueConfidence
  }

  /// True if the call is as short and what its words and rules say of the matter would not do by
  /// itself: a bare cry for help. Mined terms make no such call sure. O(contributions).
  func isBarelyTold(_ category: Int, scratch: inout ClassifierScratch) -> Bool {
    guard 1..<max(Int(settings.vagueLength), 1) ~= scratch.length else { return false }
    var told: Float = 0
    for index in scratch.contributions.indices {
      let piece = scratch.contributions[index]
      guard piece.kind == .category, Int(piece.target) == category else { continue }
      if piece.origin == .term || piece.origin == .rule { told += piece.effect }
    }
    return told < settings.reviewScore
  }

  /// True if no word and no rule names a matter or a danger: only the mined terms speak.
  /// O(contributions).
  func isUntold(scratch: inout ClassifierScratch) -> Bool {
    for index in scratch.contributions.indices {
      let piece = scratch.contributions[index]
      guard piece.effect > 0, piece.kind == .category || piece.kind == .danger else { continue }
      if piece.origin == .term || piece.origin == .rule { return false }
    }
    return true
  }
}
