/// The distinct sequences of many texts; each text is the list of its sequences' places.
struct GramTable {
  /// Every sequence once, in order.
  let grams: [String]
  /// For each text the places of its sequences in `grams`, ascending.
  let texts: [[Int32]]

  /// - Parameter locked: sequences looked for whatever their length.
  ///
  /// Time O(characters × lengths), and a search of every text for each locked sequence.
  init(_ folded: [String], _ kind: NGrams, locked: [String]) {
    var places: [String: Int32] = [:]
    var names: [String] = []
    func place(_ gram: String) -> Int32 {
      if let place = places[gram] { return place }
      places[gram] = Int32(names.count)
      names.append(gram)
      return Int32(names.count - 1)
    }
    for gram in locked { _ = place(gram) }
    let unordered = folded.map { text in
      kind.list(text).union(locked.filter { text.contains($0) }).map(place)
    }
    let order = names.indices.sorted { names[$0] < names[$1] }
    var rank = [Int32](repeating: 0, count: names.count)
    for (position, name) in order.enumerated() { rank[name] = Int32(position) }
    grams = order.map { names[$0] }
    texts = unordered.map { text in text.map { rank[Int($0)] }.sorted() }
  }
}
