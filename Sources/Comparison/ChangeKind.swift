import Classifier
import Jurisdiction

/// What of a decision changed, the most dangerous first.
public enum ChangeKind: String, Sendable, CaseIterable {
  case urgentLost = "urgent-lost"
  /// Police were sent and no longer are.
  case policeLost = "police-lost"
  case urgentGained = "urgent-gained"
  case policeGained = "police-gained"
  /// Police and joint, or non-police and none, changed places.
  case side
  case unit
  case category
  case township
  case review

  /// The name analysts read.
  public var name: String {
    switch self {
    case .urgentLost: "不再紧急"
    case .policeLost: "不再派警"
    case .urgentGained: "变为紧急"
    case .policeGained: "改为派警"
    case .side: "警务属性"
    case .unit: "主办单位"
    case .category: "类别"
    case .township: "辖区"
    case .review: "人工复核"
    }
  }
}

extension Change {
  /// Everything that changed, the most dangerous first.
  public var kinds: [ChangeKind] {
    var kinds: [ChangeKind] = []
    if before.urgent != after.urgent {
      kinds.append(before.urgent ? .urgentLost : .urgentGained)
    }
    if before.sendsPolice != after.sendsPolice {
      kinds.append(before.sendsPolice ? .policeLost : .policeGained)
    } else if before.policing != after.policing {
      kinds.append(.side)
    }
    if before.lead != after.lead { kinds.append(.unit) }
    if before.category != after.category { kinds.append(.category) }
    if before.place != after.place || before.township != after.township { kinds.append(.township) }
    if before.review != after.review { kinds.append(.review) }
    return kinds.sorted { $0.rank < $1.rank }
  }
}

extension Change {
  /// Whether something that was wrong is right now, and something that was right is wrong.
  public func effect(by label: CallLabel, _ names: NameBook) -> (mended: Bool, broken: Bool) {
    var effect = (mended: false, broken: false)
    for kind in kinds {
      guard let was = before.isRight(kind, by: label, names),
        let isNow = after.isRight(kind, by: label, names), was != isNow
      else { continue }
      if isNow { effect.mended = true } else { effect.broken = true }
    }
    return effect
  }
}

extension ChangeKind {
  var rank: Int { Self.allCases.firstIndex(of: self)! }
}

extension Outcome {
  var sendsPolice: Bool { policing == .police || policing == .joint }

  /// Whether the answer is right in what a kind of change is about; nil where the label doesn't say.
  public func isRight(_ kind: ChangeKind, by label: CallLabel, _ names: NameBook) -> Bool? {
    switch kind {
    case .urgentLost, .urgentGained: urgent == label.urgent
    case .policeLost, .policeGained, .side: label.policing.map { $0 == policing.name }
    case .unit: label.units.isEmpty ? nil : label.units.contains(names.name(lead))
    case .category: label.categories.contains(names.id(category))
    case .township:
      label.place.map {
        $0 == place.name && (label.township ?? names.name(township)) == names.name(township)
      }
    case .review: nil
    }
  }

  /// What a kind of change is about, as analysts read it.
  public func value(_ kind: ChangeKind, _ names: NameBook) -> String {
    switch kind {
    case .urgentLost, .urgentGained: urgent ? "紧急" : "不紧急"
    case .policeLost, .policeGained, .side:
      switch policing {
      case .police: "警务"
      case .nonPolice: "非警务"
      case .joint: "警务与单位联合"
      case .none: "不派单"
      }
    case .unit: lead == NameBook.none ? "无主办单位" : names.name(lead)
    case .category: names.name(category)
    case .township:
      switch place {
      case .resolved: names.name(township)
      case .ambiguous: "几个乡镇"
      case .outside: "外地"
      case .none: "没有地点"
      }
    case .review: review ? "要复核" : "不复核"
    }
  }
}
