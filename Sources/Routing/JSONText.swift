package import Pack

/// What may stand as a string in JSON: a text of its own, or a view into a pack.
package protocol JSONText {
  /// Lends the UTF-8 bytes, which are well-formed.
  func withUTF8Table(_ body: (Table<UInt8>) -> Void)
}

extension Table<UInt8>: JSONText {
  package func withUTF8Table(_ body: (Table<UInt8>) -> Void) { body(self) }
}

extension String: JSONText {
  package func withUTF8Table(_ body: (Table<UInt8>) -> Void) {
    var text = self
    text.withUTF8 { utf8 in
      guard let base = utf8.baseAddress else { return }
      body(unsafe Table(base: base, count: utf8.count))
    }
  }
}
