/// A growable array that a scratch owns: it allocates only when a text is longer than any before.
///
/// Appending is amortized O(1); `removeAll` keeps the capacity.
@frozen
@safe
public struct Buffer<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var used: Int
  @usableFromInline var capacity: Int

  /// Allocates room for `capacity` elements (at least one).
  @inlinable
  public init(capacity: Int = 64) {
    let room = Swift.max(capacity, 1)
    unsafe base = .allocate(capacity: room)
    self.used = 0
    self.capacity = room
  }

  @inlinable
  deinit { unsafe base.deallocate() }

  /// Number of elements in use.
  @inlinable
  public var count: Int { used }

  /// The element at `index`. Bounds-checked, O(1).
  @inlinable
  public subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
      return unsafe base[index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
      unsafe base[index] = newValue
    }
  }

  /// The element at `index`, unchecked: for loops that have reserved and counted their room.
  @inlinable
  @unsafe
  public subscript(unchecked index: Int) -> Element {
    get { unsafe base[index] }
    set { unsafe base[index] = newValue }
  }

  @inlinable
  public var isEmpty: Bool { count == 0 }

  @inlinable
  public var indices: Range<Int> { 0..<count }

  /// Adds one element. Amortized O(1).
  @inlinable
  @inline(__always)
  public mutating func append(_ element: Element) {
    if count == capacity { reserve(capacity &* 2) }
    unsafe (base + count).initialize(to: element)
    used &+= 1
  }

  /// Adds the elements of a table, which is no view of this buffer. Amortized O(their number).
  @inlinable
  public mutating func append(contentsOf elements: Table<Element>) {
    unsafe append(upTo: elements.count) {
      unsafe $0.update(from: elements.pointer, count: elements.count)
      return elements.count
    }
  }

  /// Adds what `write` puts behind the elements; it has room for `room` of them and returns how
  /// many there are.
  @inlinable
  @unsafe
  public mutating func append(upTo room: Int, _ write: (UnsafeMutablePointer<Element>) -> Int) {
    if used &+ room > capacity { reserve(used &+ room) }
    used &+= unsafe write(base + used)
  }

  /// Removes all elements and keeps the memory. O(1).
  @inlinable
  public mutating func removeAll() { used = 0 }

  /// Drops the last `n` elements. O(1).
  @inlinable
  public mutating func removeLast(_ n: Int = 1) {
    precondition(n <= count, "too few elements")
    used &-= n
  }

  /// Makes `newCount` elements of `value`. O(`newCount`).
  @inlinable
  public mutating func fill(count newCount: Int, with value: Element) {
    reserve(newCount)
    unsafe base.update(repeating: value, count: newCount)
    used = newCount
  }

  /// Sets the count after elements were written through `unchecked`.
  /// - Precondition: the first `newCount` elements are initialized and room was reserved.
  @inlinable
  @unsafe
  public mutating func assumeCount(_ newCount: Int) { used = newCount }

  /// Makes room for at least `wanted` elements.
  @inlinable
  public mutating func reserve(_ wanted: Int) {
    if wanted > capacity { grow(to: wanted) }
  }

  /// Seldom needed, so that it stays out of loops.
  @inlinable
  @inline(never)
  mutating func grow(to wanted: Int) {
    let room = Swift.max(wanted, capacity &* 2)
    let grown = UnsafeMutablePointer<Element>.allocate(capacity: room)
    unsafe grown.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = grown
    capacity = room
  }

  /// The elements as a read-only table, valid until the buffer next changes.
  @inlinable
  public var table: Table<Element> {
    unsafe Table(base: UnsafePointer(base), count: count)
  }
}
