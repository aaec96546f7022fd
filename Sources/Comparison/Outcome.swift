public import Classifier
public import Jurisdiction
import Pack
public import Routing

/// What of a decision is compared. Indices are those of a `NameBook`, so outcomes of two packs can
/// be compared number by number.
public struct Outcome: BitwiseCopyable, Sendable, Equatable {
  public var policing: Policing
  public var urgent: Bool
  public var place: PlaceStatus
  public var review: Bool
  public var category: UInt32
  public var lead: UInt32
  public var township: UInt32
}

/// Names that two packs share, each with one number.
public struct NameBook: Sendable {
  private var numbers: [String: UInt32] = ["": 0]
  private var names: [String] = [""]
  private var keys: [String] = [""]

  /// “None”: nobody leads, no township is known.
  public static let none: UInt32 = 0

  public init() {}

  /// The number of what `key` stands for; the name is that of whoever asks first.
  mutating func number(of key: String, named name: String) -> UInt32 {
    if let known = numbers[key] { return known }
    let number = UInt32(names.count)
    numbers[key] = number
    names.append(name)
    keys.append(key)
    return number
  }

  /// The name analysts know it by.
  public func name(_ number: UInt32) -> String { names[Int(number)] }

  /// Its id: of a category.
  public func id(_ number: UInt32) -> String {
    keys[Int(number)].split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
  }
}

/// A router whose answers are told in the numbers of a `NameBook`.
public struct OutcomeReader: Sendable {
  public let router: Router
  private let categories: [UInt32]
  private let units: [UInt32]
  private let townships: [UInt32]

  public init(_ router: Router, names: inout NameBook) {
    self.router = router
    let lexicon = router.lexicon
    var categories: [UInt32] = []
    for index in lexicon.categories.indices {
      let record = lexicon.categories[index]
      categories.append(
        names.number(
          of: "category:\(lexicon.strings[record.id])", named: lexicon.strings[record.name]))
    }
    let plan = router.plan
    var units: [UInt32] = []
    for index in plan.units.indices {
      let name = plan.strings[plan.units[index].name]
      units.append(names.number(of: "unit:\(name)", named: name))
    }
    let gazetteer = router.gazetteer
    var townships: [UInt32] = []
    for index in gazetteer.townships.indices {
      townships.append(
        names.number(
          of: "township:\(gazetteer.townshipCode(index))", named: gazetteer.townshipName(index)))
    }
    self.categories = categories
    self.units = units
    self.townships = townships
  }

  /// Routes one call of a table. Linear in the text; no string is made.
  public func outcome(of call: Int, in calls: CallTable, scratch: inout Scratch) -> Outcome {
    let instant = calls.instant(of: call)
    let place = calls.cell("place_text", of: call)
    return unsafe calls.withText(of: call) { text in
      unsafe router.route(utf8: text, at: instant, place: place, scratch: &scratch) {
        outcome($0)
      }
    }
  }

  private func outcome(_ view: borrowing DecisionView) -> Outcome {
    let township = view.place.township
    let lead = view.lead
    return Outcome(
      policing: view.policing, urgent: view.urgent, place: view.place.status, review: view.review,
      category: categories[view.verdict.category],
      lead: lead == nil ? NameBook.none : units[Int(lead!.unit)],
      township: township == nil ? NameBook.none : townships[township!])
  }
}
