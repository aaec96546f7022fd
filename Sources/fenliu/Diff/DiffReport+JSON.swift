import Classifier
import Comparison
import Foundation
import Jurisdiction
import Routing

extension DiffReport {
  private struct State: Encodable {
    var policing: String
    var category: String
    var urgent: Bool
    var lead: String?
    var place: String
    var township: String?
    var review: Bool

    init(_ outcome: Outcome, _ names: NameBook) {
      policing = outcome.policing.name
      category = names.id(outcome.category)
      urgent = outcome.urgent
      lead = outcome.lead == NameBook.none ? nil : names.name(outcome.lead)
      place = outcome.place.name
      township = outcome.township == NameBook.none ? nil : names.name(outcome.township)
      review = outcome.review
    }
  }

  private struct Group: Encodable {
    var kind: String
    var from: String
    var to: String
    var count: Int
    var mended: Int
    var broken: Int
    var calls: [String]
  }

  private struct Call: Encodable {
    var id: String
    var text: String
    var kinds: [String]
    var before: State
    var after: State
  }

  private struct Whole: Encodable {
    var pack: String
    var calls: Int
    var routedAgain: Int
    var changed: Int
    var mended: Int
    var broken: Int
    var emergenciesLost: [String]
    var groups: [Group]
    var changes: [Call]
  }

  /// Everything, for another program. The same input gives the same bytes.
  var json: String {
    func id(_ position: Int) -> String { calls.id(of: summary.changes[position].call) }
    let whole = Whole(
      pack: pack, calls: calls.indices.count, routedAgain: touched ?? calls.indices.count,
      changed: summary.changes.count, mended: summary.mendedCalls, broken: summary.brokenCalls,
      emergenciesLost: summary.emergenciesLost.map(id),
      groups: summary.groups.map {
        Group(
          kind: $0.kind.rawValue, from: $0.from, to: $0.to, count: $0.changes.count,
          mended: $0.mended, broken: $0.broken, calls: $0.changes.map(id))
      },
      changes: summary.changes.map {
        Call(
          id: calls.id(of: $0.call), text: calls.text(of: $0.call), kinds: $0.kinds.map(\.rawValue),
          before: State($0.before, names), after: State($0.after, names))
      })
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let data = (try? encoder.encode(whole)) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
