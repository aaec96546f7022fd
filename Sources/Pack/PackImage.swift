/// A compiled pack in memory: mapped, checked, immutable, and nothing to parse.
public final class PackImage: Sendable {
  private let memory: PackMemory
  private let path: String?
  /// The pack's id.
  public let id: String
  /// Digest of the image.
  public let digest: UInt64
  /// First day in force, in days since 1970-01-01.
  public let effectiveFrom: Int32
  /// Last day in force, `Int32.max` if open.
  public let effectiveTo: Int32

  /// Maps and checks a pack file. O(n) for the digest.
  public convenience init(path: String) throws(PackError) {
    try self.init(memory: PackMemory(mapping: path), path: path)
  }

  /// Copies and checks a pack that is already in memory. O(n).
  public convenience init(bytes: [UInt8]) throws(PackError) {
    try self.init(memory: PackMemory(copying: bytes), path: nil)
  }

  private init(memory: consuming PackMemory, path: String?) throws(PackError) {
    #if _endian(big)
      throw PackError(.bigEndianHost, path: path)
    #else
      let bytes = unsafe memory.bytes
      guard bytes.count >= PackHeader.size else {
        throw unsafe PackError(
          .truncated(expected: PackHeader.size, found: bytes.count), path: path)
      }
      guard unsafe bytes.starts(with: PackHeader.magic) else {
        throw PackError(.notAPack, path: path)
      }
      let version = unsafe bytes.load(fromByteOffset: 16, as: UInt32.self)
      guard version == PackHeader.formatVersion else {
        throw PackError(
          .formatVersion(found: version, supported: PackHeader.formatVersion), path: path)
      }
      let size = unsafe bytes.load(fromByteOffset: 24, as: UInt64.self)
      guard size == UInt64(bytes.count) else {
        throw unsafe PackError(
          .truncated(expected: Int(clamping: size), found: bytes.count), path: path)
      }
      let recorded = unsafe bytes.load(fromByteOffset: 8, as: UInt64.self)
      let found = unsafe PackDigest.digest(
        UnsafeRawBufferPointer(rebasing: bytes[PackHeader.digestStart...]))
      guard recorded == found else { throw PackError(.damaged, path: path) }

      let idLength = unsafe min(
        Int(bytes.load(fromByteOffset: 40, as: UInt32.self)), PackHeader.idCapacity)
      unsafe id = String(decoding: bytes[48..<48 + idLength], as: UTF8.self)
      digest = recorded
      unsafe effectiveFrom = bytes.load(fromByteOffset: 32, as: Int32.self)
      unsafe effectiveTo = bytes.load(fromByteOffset: 36, as: Int32.self)
      let sections = unsafe Int(bytes.load(fromByteOffset: 20, as: UInt32.self))
      guard PackHeader.size + sections * PackHeader.entrySize <= bytes.count else {
        throw PackError(.damaged, path: path)
      }
      self.memory = memory
      self.path = path
    #endif
  }

  /// True if the pack is in force on this day, in days since 1970-01-01. O(1).
  public func isInForce(on day: Int) -> Bool {
    day >= Int(effectiveFrom) && day <= Int(effectiveTo)
  }

  /// The digest as 16 hexadecimal digits.
  public var digestText: String {
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Size of the image in bytes.
  public var byteCount: Int { unsafe memory.bytes.count }

  /// True if the pack has a section `id`. O(number of sections).
  public func holds(_ id: SectionID) -> Bool {
    let bytes = unsafe memory.bytes
    let sections = unsafe Int(bytes.load(fromByteOffset: 20, as: UInt32.self))
    return (0..<sections).contains {
      unsafe bytes.load(
        fromByteOffset: PackHeader.size + $0 * PackHeader.entrySize, as: UInt32.self) == id.rawValue
    }
  }

  /// The section `id` as a table of `Element`. O(number of sections).
  public func table<Element: BitwiseCopyable>(
    _ id: SectionID, of type: Element.Type = Element.self
  ) throws(PackError) -> Table<Element> {
    let bytes = unsafe memory.bytes
    let sections = unsafe Int(bytes.load(fromByteOffset: 20, as: UInt32.self))
    for index in 0..<sections {
      let entry = PackHeader.size + index * PackHeader.entrySize
      guard unsafe bytes.load(fromByteOffset: entry, as: UInt32.self) == id.rawValue else {
        continue
      }
      let stride = unsafe Int(bytes.load(fromByteOffset: entry + 4, as: UInt32.self))
      let offset = unsafe Int(clamping: bytes.load(fromByteOffset: entry + 8, as: UInt64.self))
      let count = unsafe Int(clamping: bytes.load(fromByteOffset: entry + 16, as: UInt64.self))
      let (length, overflow) = count.multipliedReportingOverflow(by: stride)
      guard stride == MemoryLayout<Element>.stride, !overflow, offset <= bytes.count,
        length <= bytes.count - offset, offset % MemoryLayout<Element>.alignment == 0,
        let start = bytes.baseAddress
      else { throw PackError(.badSection(id), path: path) }
      let elements = unsafe (start + offset).assumingMemoryBound(to: Element.self)
      return unsafe Table(base: elements, count: count)
    }
    throw PackError(.missingSection(id), path: path)
  }

  /// The strings that records refer to.
  public func strings() throws(PackError) -> StringTable {
    StringTable(bytes: try table(.strings, of: UInt8.self))
  }

  /// An error for a section whose contents contradict each other.
  public func malformed(_ id: SectionID) -> PackError { PackError(.badSection(id), path: path) }
}
