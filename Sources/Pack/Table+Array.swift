extension Array where Element: BitwiseCopyable {
  /// Runs `body` with the array as a table, valid only there. O(1).
  public func withTable<Result>(_ body: (Table<Element>) throws -> Result) rethrows -> Result {
    try unsafe withUnsafeBufferPointer { elements in
      if let base = elements.baseAddress {
        return try unsafe body(Table(base: base, count: elements.count))
      }
      // An empty array may have no memory, a table always has an address.
      return try unsafe withUnsafeTemporaryAllocation(of: Element.self, capacity: 1) {
        try unsafe body(Table(base: UnsafePointer($0.baseAddress!), count: 0))
      }
    }
  }
}
