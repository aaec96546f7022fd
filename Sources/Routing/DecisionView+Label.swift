import Jurisdiction
import Pack

extension DecisionView {
  /// The township as the desk shows it where the caller used a former name: 披砂镇（今宁远镇）. The
  /// pack's `township_label` says how; nil if it says nothing, or the name is today's. Allocates.
  /// O(names in the text).
  public var townshipLabel: String? {
    let template = router.plan.strings[router.plan.manifest.townshipLabel]
    guard !template.isEmpty, let township = place.township,
      let former = formerName(of: township)
    else { return nil }
    return template.filling("{named}", with: former)
      .filling("{township}", with: router.gazetteer.townshipName(township))
  }

  /// The township's name that counted most, if it is not today's.
  private func formerName(of township: Int) -> String? {
    let gazetteer = router.gazetteer
    var best: PlaceEvidence?
    for index in placeEvidence.indices {
      let piece = placeEvidence[index]
      guard gazetteer.places[Int(piece.place)].kind == .township,
        gazetteer.place(Int(piece.place), mayLieIn: township)
      else { continue }
      if best.map({ piece.weight > $0.weight }) ?? true { best = piece }
    }
    guard let best else { return nil }
    let name = gazetteer.placeName(Int(best.place))
    return name == gazetteer.townshipName(township) ? nil : name
  }
}
