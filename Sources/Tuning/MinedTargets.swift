/// What weights are given to, in lanes: the categories, “police are sent”, urgency.
struct MinedTargets {
  /// Ids, in order.
  let categories: [String]

  var side: Int { categories.count }
  var urgency: Int { categories.count + 1 }
  var count: Int { categories.count + 2 }
  /// Blocks of 16 lanes.
  var width: Int { (count + 15) / 16 }

  /// The name a table uses.
  func name(of target: Int) -> String {
    target < side ? categories[target] : target == side ? "%police" : "!"
  }

  /// +1 where the call is one, −1 where it is not, 0 where its label is silent.
  func labels(of call: TrainingCall) -> [SIMD16<Float>] {
    var labels = [SIMD16<Float>](repeating: .zero, count: width)
    for category in categories.indices {
      let place = call.categories.firstIndex(of: categories[category])
      labels[category / 16][category % 16] = place == nil ? -1 : place == 0 ? 1 : 0
    }
    if let sendsPolice = call.sendsPolice { labels[side / 16][side % 16] = sendsPolice ? 1 : -1 }
    labels[urgency / 16][urgency % 16] = call.isUrgent ? 1 : -1
    return labels
  }
}
