import CFenliu
import Classifier
import Pack
import Routing

extension Output {
  /// The pieces that `Decision.evidence` lists, in the same order. Allocates.
  mutating func writeEvidence(_ view: borrowing DecisionView) {
    for piece in view.evidencePieces() { unsafe evidence.append(fenliu_evidence(piece)) }
  }
}

extension fenliu_evidence {
  fileprivate init(_ piece: EvidencePiece) {
    unsafe self.init()
    unsafe (target_kind, target) =
      switch piece.target {
      case .lexicon(let kind, let row): (kind.constant, Int32(row))
      case .place(let row): (FENLIU_TARGET_PLACE, Int32(row))
      }
    unsafe origin =
      switch piece.origin {
      case .term: FENLIU_ORIGIN_TERM
      case .rule: FENLIU_ORIGIN_RULE
      case .presumption: FENLIU_ORIGIN_PRESUMPTION
      case .mined: FENLIU_ORIGIN_MINED
      }
    unsafe term = fenliu_string(piece.term.pointer, piece.term.count)
    unsafe context = fenliu_string(piece.context.pointer, piece.context.count)
    unsafe start = piece.range.lowerBound
    unsafe end = piece.range.upperBound
    unsafe weight = Double(piece.weight)
    unsafe effect = Double(piece.effect)
  }
}

extension TargetKind {
  /// As the header has it.
  fileprivate var constant: Int32 {
    switch self {
    case .category: FENLIU_TARGET_CATEGORY
    case .danger: FENLIU_TARGET_DANGER
    case .intent: FENLIU_TARGET_INTENT
    case .side: FENLIU_TARGET_SIDE
    case .concept, .cue, .exclusion, .any: FENLIU_TARGET_OTHER
    }
  }
}
