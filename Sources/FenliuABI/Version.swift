// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
import CFenliu

@c @implementation
public func fenliu_version() -> UnsafePointer<CChar>? {
  // As FENLIU_VERSION in the header; Tests/ABI holds the two together.
  let version: StaticString = "0.1.0"
  return unsafe version.characters
}

@c @implementation
public func fenliu_abi_version() -> Int32 { FENLIU_ABI_VERSION }
