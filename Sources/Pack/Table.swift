/// A read-only array inside a pack image.
///
/// This is the one type through which the library reads mapped memory: it knows its element
/// count, so an index from a damaged table traps instead of reading beyond the image. A table is
/// a view; whoever holds one keeps its `PackImage` alive.
@frozen
@safe
public struct Table<Element: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<Element>
  /// Number of elements.
  public let count: Int

  /// - Precondition: `base` points to `count` elements that outlive the table.
  @inlinable
  @unsafe
  public init(base: UnsafePointer<Element>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  /// The element at `index`. Bounds-checked, O(1).
  @inlinable
  public subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
    return unsafe base[index]
  }

  /// The element at `index`, unchecked: for scan loops whose indices the builder guarantees.
  @inlinable
  @unsafe
  public subscript(unchecked index: Int) -> Element {
    unsafe base[index]
  }

  /// A part of the table. Bounds-checked, O(1).
  @inlinable
  public subscript(range: Range<Int>) -> Table<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of bounds")
    return unsafe Table(base: base + range.lowerBound, count: range.count)
  }

  @inlinable
  public var indices: Range<Int> { 0..<count }

  /// The raw memory, for readers that keep to `count`.
  @inlinable
  @unsafe
  public var pointer: UnsafePointer<Element> { unsafe base }
}
