import Pack

extension Lexicon {
  /// How far a call lies above the bar of urgency, below it if negative: on the scale of
  /// `urgent_review`, that of `Lexicon.urgency`. Worked out anew from the scratch, for explanations.
  ///
  /// - Precondition: `scratch` still holds the call that `verdict` is about.
  public func urgencyMargin(of verdict: Verdict, scratch: inout ClassifierScratch) -> Float {
    var total = strongestDanger(scratch: &scratch).total
    let unnamed = Int(settings.unnamedDanger)
    // Urgency that no word explains was noted as this danger afterwards.
    if verdict.urgent, verdict.danger == unnamed, !words(nameDanger: unnamed, scratch: &scratch) {
      total -= settings.urgentThreshold
    }
    return urgency(
      ofDanger: total, category: winner(of: verdict, scratch: &scratch), scratch: &scratch)
  }

  private func words(nameDanger danger: Int, scratch: inout ClassifierScratch) -> Bool {
    scratch.contributions.indices.contains {
      let piece = scratch.contributions[$0]
      return piece.kind == .danger && Int(piece.target) == danger && piece.origin != .mined
        && piece.effect > 0
    }
  }

  /// The category with the best sum, before any danger had its say; -1 if nothing spoke for any.
  private func winner(of verdict: Verdict, scratch: inout ClassifierScratch) -> Int {
    if verdict.reasons.contains(.noEvidence) { return -1 }
    guard verdict.reasons.contains(.dangerWithoutCategory) else { return verdict.subject }
    return categories.indices.first { scratch.categoryScores[$0] == verdict.score } ?? -1
  }
}
