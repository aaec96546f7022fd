/// What `NationalGazetteer.find` should say, told slowly and plainly over the rows of the table: a
/// place is the list of the rows it lies in and its own.
struct NationReference {
  struct Place: Equatable {
    var path: [Int]
    var level: String
  }

  struct Name: Equatable {
    var text: String
    /// The paths of names that it may mean.
    var meanings: [[String]]
  }

  struct Answer: Equatable {
    var status: String
    var counties: [[String]]
    var names: [Name]
  }

  private(set) var texts: [String] = []
  private var places: [Place] = []
  private var named: [String: [Place]] = [:]

  private static let levels = ["province", "city", "county", "township", "village"]

  init(table: String) {
    var path: [Int] = []
    for line in table.split(separator: "\n").dropFirst(2) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let depth = Self.levels.firstIndex(of: cells[0])!
      path = path.prefix(depth) + [texts.count]
      let place = Place(path: path, level: cells[0])
      texts.append(cells[2])
      places.append(place)
      for name in "\(cells[2]) \(cells[3]) \(cells[4])".split(separator: " ").map(String.init)
      where named[name]?.last != place {
        named[name, default: []].append(place)
      }
    }
  }

  /// All names, in an order that is always the same.
  var names: [String] { named.keys.sorted() }

  func find(in text: String) -> Answer {
    let characters = Array(text)
    let spans = longest(in: characters)
    var meanings = spans.map { named[String(characters[$0])]! }
    func areBeside(_ left: Int, _ right: Int) -> Bool {
      (left..<right).allSatisfy {
        let between = characters[spans[$0].upperBound..<spans[$0 + 1].lowerBound]
        return between.count <= 8 && !between.contains { "。！？!?".contains($0) }
      }
    }
    func narrow(_ name: Int, by others: [Int]) {
      for other in others where areBeside(min(name, other), max(name, other)) {
        let left = meanings[name].filter { place in
          meanings[other].contains { Self.fit(place, $0) }
        }
        if left.isEmpty { continue }
        meanings[name] = left
        return
      }
    }
    for name in spans.indices { narrow(name, by: (max(0, name - 4)..<name).reversed()) }
    for name in spans.indices.reversed() {
      narrow(name, by: Array((name + 1)..<max(name + 1, min(spans.count, name + 5))))
    }
    let counties = places.filter { $0.level == "county" }
    let votes = counties.map { county in
      meanings.count { $0.contains { Self.fit($0, county) } }
    }
    let most = votes.max() ?? 0
    let winners = zip(counties, votes).filter { $0.1 == most && most > 0 }.map(\.0)
    var status = spans.isEmpty ? "none" : "ambiguous"
    if !spans.isEmpty, winners.count == 1, most == spans.count {
      status = "county"
      meanings = meanings.map { $0.filter { Self.fit($0, winners[0]) } }
    }
    return Answer(
      status: status, counties: spans.isEmpty ? [] : winners.map(path),
      names: zip(spans, meanings).map { span, meanings in
        Name(text: String(characters[span]), meanings: meanings.map(path))
      })
  }

  /// Names that do not overlap: in the order of their ends, each in the place of shorter ones.
  private func longest(in characters: [Character]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    for end in characters.indices.map({ $0 + 1 }) {
      for start in max(0, end - 12)..<end where named[String(characters[start..<end])] != nil {
        let overlapped = kept.filter { $0.upperBound > start }
        if overlapped.contains(where: { $0.count >= end - start }) { continue }
        kept.removeLast(overlapped.count)
        kept.append(start..<end)
      }
    }
    return kept
  }

  /// True if one of the places lies in the other or is it.
  private static func fit(_ one: Place, _ other: Place) -> Bool {
    one.path.starts(with: other.path) || other.path.starts(with: one.path)
  }

  private func path(_ place: Place) -> [String] { place.path.map { texts[$0] } }
}
