import Pack

extension Lexicon {
  /// True if the call is a greeting, an address, half a sentence: so short that single characters
  /// make up what mined terms see in it, none of its words names a matter, and the best category
  /// is not clear either. Nobody is sent to such a call; somebody asks what happened.
  func isVague(untold: Bool, confidence: Float, length: Int) -> Bool {
    untold && 1..<max(Int(settings.vagueLength), 1) ~= length
      && confidence < settings.vagueConfidence
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
