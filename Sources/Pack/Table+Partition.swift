extension Table {
  /// The first index whose element is in the second part, `count` if none is. O(log n).
  ///
  /// - Parameter isInSecond: false for the first elements, true for all the others.
  @inlinable
  public func partitioningIndex(where isInSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low &+ high) &>> 1
      if isInSecond(self[middle]) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
