/// Puts a pack image together: sections and strings in, bytes out.
///
/// Deterministic: the same calls give the same bytes.
public struct ImageWriter: Sendable {
  fileprivate struct Section: Sendable {
    let id: SectionID
    let stride: Int
    let count: Int
    let bytes: [UInt8]
  }

  private let id: String
  private let effectiveFrom: Int32
  private let effectiveTo: Int32
  private var sections: [Section] = []
  private var stringBytes: [UInt8] = []
  private var stringRefs: [TextKey: StringRef] = [:]

  /// - Parameter id: ASCII, at most 32 bytes.
  public init(id: String, effectiveFrom: Int32 = .min, effectiveTo: Int32 = .max) {
    precondition(id.utf8.count <= PackHeader.idCapacity, "pack id too long")
    self.id = id
    self.effectiveFrom = effectiveFrom
    self.effectiveTo = effectiveTo
  }

  /// Stores a string once and says where it lies.
  public mutating func string(_ text: String) -> StringRef {
    if text.isEmpty { return .empty }
    if let known = stringRefs[TextKey(text)] { return known }
    let ref = uniqueString(text)
    stringRefs[TextKey(text)] = ref
    return ref
  }

  /// Stores a string that no other is like, such as the text of a pattern, without looking.
  public mutating func uniqueString(_ text: String) -> StringRef {
    let ref = StringRef(offset: UInt32(stringBytes.count), length: UInt32(text.utf8.count))
    stringBytes.append(contentsOf: text.utf8)
    return ref
  }

  /// Adds a section of fixed-size records.
  public mutating func add<Element: BitwiseCopyable>(_ id: SectionID, _ elements: [Element]) {
    add(Section(id: id, elements))
  }

  /// Adds sections that were made elsewhere.
  public mutating func add(_ tables: SectionTables) {
    for section in tables.sections { add(section) }
  }

  private mutating func add(_ section: Section) {
    precondition(
      !sections.contains { $0.id == section.id }, "section \(section.id) added twice")
    sections.append(section)
  }

  /// The image. Call once, last.
  public consuming func finish() -> [UInt8] {
    add(.strings, stringBytes)
    sections.sort { $0.id.rawValue < $1.id.rawValue }
    var image: [UInt8] = PackHeader.magic
    image.reserveCapacity(
      sections.reduce(PackHeader.size + sections.count * PackHeader.entrySize) {
        $0 + $1.bytes.count + PackHeader.alignment
      })
    image.appendInteger(UInt64(0))
    image.appendInteger(PackHeader.formatVersion)
    image.appendInteger(UInt32(sections.count))
    image.appendInteger(UInt64(0))
    image.appendInteger(effectiveFrom)
    image.appendInteger(effectiveTo)
    image.appendInteger(UInt32(id.utf8.count))
    image.appendInteger(UInt32(0))
    image.append(contentsOf: id.utf8)
    image.pad(to: PackHeader.size)
    var offset = aligned(PackHeader.size + sections.count * PackHeader.entrySize)
    for section in sections {
      image.appendInteger(section.id.rawValue)
      image.appendInteger(UInt32(section.stride))
      image.appendInteger(UInt64(offset))
      image.appendInteger(UInt64(section.count))
      offset = aligned(offset + section.bytes.count)
    }
    for section in sections {
      image.pad(to: aligned(image.count))
      image.append(contentsOf: section.bytes)
    }
    image.replaceInteger(at: 24, with: UInt64(image.count))
    let digest = unsafe image.withUnsafeBytes {
      unsafe PackDigest.digest(UnsafeRawBufferPointer(rebasing: $0[PackHeader.digestStart...]))
    }
    image.replaceInteger(at: 8, with: digest)
    return image
  }

  private func aligned(_ offset: Int) -> Int {
    (offset + PackHeader.alignment - 1) & ~(PackHeader.alignment - 1)
  }
}

/// Sections without strings, so that they can be made side by side with others.
public struct SectionTables: Sendable {
  fileprivate var sections: [ImageWriter.Section] = []

  public init() {}

  /// Adds a section of fixed-size records.
  public mutating func add<Element: BitwiseCopyable>(_ id: SectionID, _ elements: [Element]) {
    sections.append(ImageWriter.Section(id: id, elements))
  }
}

extension ImageWriter.Section {
  fileprivate init<Element: BitwiseCopyable>(id: SectionID, _ elements: [Element]) {
    let bytes = unsafe elements.withUnsafeBytes { unsafe Array($0) }
    self.init(id: id, stride: MemoryLayout<Element>.stride, count: elements.count, bytes: bytes)
  }
}

extension [UInt8] {
  fileprivate mutating func appendInteger<I: FixedWidthInteger>(_ value: I) {
    for shift in stride(from: 0, to: I.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> I(shift)))
    }
  }

  fileprivate mutating func replaceInteger<I: FixedWidthInteger>(at offset: Int, with value: I) {
    for byte in 0..<I.bitWidth / 8 {
      self[offset + byte] = UInt8(truncatingIfNeeded: value >> I(byte * 8))
    }
  }

  fileprivate mutating func pad(to size: Int) {
    append(contentsOf: repeatElement(0, count: size - count))
  }
}
