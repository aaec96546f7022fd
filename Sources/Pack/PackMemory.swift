#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Read-only bytes: a private mapping of a file, or a copy on the heap.
@safe
struct PackMemory: ~Copyable, @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps the file, so that processes share its pages. O(1).
  init(mapping path: String) throws(PackError) {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw PackError(.cannotRead(errno: errno), path: path) }
    defer { _ = close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw PackError(.cannotRead(errno: errno), path: path) }
    guard size >= PackHeader.size else {
      throw PackError(.truncated(expected: PackHeader.size, found: Int(size)), path: path)
    }
    #if os(Linux)
      // All pages are read for the digest: mapped at once they cost half of what faults do.
      let flags = MAP_PRIVATE | Int32(MAP_POPULATE)
    #else
      let flags = MAP_PRIVATE
    #endif
    let start = unsafe mmap(nil, Int(size), PROT_READ, flags, descriptor, 0)
    guard let start = unsafe start, unsafe start != MAP_FAILED else {
      throw PackError(.cannotRead(errno: errno), path: path)
    }
    unsafe bytes = UnsafeRawBufferPointer(start: start, count: Int(size))
    isMapped = true
  }

  /// Copies bytes to aligned memory. O(n).
  init(copying source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(source.count, 1), alignment: PackHeader.alignment)
    unsafe copy.copyBytes(from: source)
    unsafe bytes = UnsafeRawBufferPointer(rebasing: copy[..<source.count])
    isMapped = false
  }

  deinit {
    if isMapped {
      unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      unsafe bytes.baseAddress?.deallocate()
    }
  }
}
