/// A text as a dictionary key, byte for byte.
///
/// `String` compares by canonical equivalence and normalizes whatever is not ASCII to hash it; texts
/// that are folded already, or stored as they are, need neither.
public struct TextKey: Hashable, Sendable {
  public let text: String

  @inlinable
  public init(_ text: String) { self.text = text }

  @inlinable
  public static func == (left: TextKey, right: TextKey) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { left in
      right.withUTF8 { right in unsafe left.count == right.count && left.elementsEqual(right) }
    }
  }

  @inlinable
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
