/// 95% intervals by resampling: as many calls as there are are drawn with replacement, 1,000 times.
///
/// Calls that count alike are one kind, so that a resample is no more than how often each kind was
/// drawn. Each resample has its own seed: the same calls give the same intervals, whatever the
/// number of cores.
package struct Bootstrap: Sendable {
  package var resamples = 1000
  package var seed: UInt64 = 110

  package init() {}

  /// One interval for each statistic; nil where it was undefined in most resamples.
  ///
  /// O(resamples × members), on all cores.
  ///
  /// - Parameters:
  ///   - members: the kind of each call.
  ///   - kinds: how many kinds there are.
  ///   - statistics: figures of a resample, given how often each kind was drawn; NaN is undefined.
  package func intervals(
    of members: [Int32], kinds: Int, _ statistics: @Sendable ([Int32]) -> [Double]
  ) -> [Interval?] {
    guard !members.isEmpty else { return [] }
    let chunk = 50
    let values = parallel((resamples + chunk - 1) / chunk) { index in
      (index * chunk..<min(resamples, (index + 1) * chunk)).map { resample in
        statistics(draw(members, kinds: kinds, resample: resample))
      }
    }.flatMap(\.self)
    return values[0].indices.map { statistic in
      Self.middle(values.map { $0[statistic] }.filter(\.isFinite), of: resamples)
    }
  }

  private func draw(_ members: [Int32], kinds: Int, resample: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: kinds)
    var state = seed &+ UInt64(resample) &* 0xD1B5_4A32_D192_ED03
    let count = UInt64(members.count)
    for _ in members.indices {
      let random = Self.next(&state) >> 32
      counts[Int(members[Int((random * count) >> 32)])] += 1
    }
    return counts
  }

  /// SplitMix64.
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The middle 95%.
  private static func middle(_ values: [Double], of all: Int) -> Interval? {
    guard values.count * 2 > all else { return nil }
    let sorted = values.sorted()
    let cut = sorted.count / 40
    return Interval(sorted[cut], sorted[sorted.count - 1 - cut])
  }
}

/// Items that are alike, counted as one kind.
struct Kinds<Item: Hashable> {
  /// In the order they first occur.
  private(set) var distinct: [Item] = []
  /// The kind of each item.
  private(set) var members: [Int32] = []

  init(_ items: [Item]) {
    var known: [Item: Int32] = [:]
    members.reserveCapacity(items.count)
    for item in items {
      let next = Int32(distinct.count)
      let kind = known[item] ?? next
      if kind == next {
        known[item] = next
        distinct.append(item)
      }
      members.append(kind)
    }
  }
}
