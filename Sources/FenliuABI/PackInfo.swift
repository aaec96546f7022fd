// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
public import CFenliu
import Pack
import Routing

@c @implementation
public func fenliu_pack(
  _ router: OpaquePointer?, _ out: UnsafeMutablePointer<fenliu_pack_info>?
) -> Int32 {
  status { () throws(Refusal) in
    let box = unsafe try RouterHandle.box(router)
    let out = unsafe try required(out)
    let size = unsafe out.pointee.struct_size
    try StructSize.check(size, atLeast: StructSize.packInfo)
    let image = box.router.image
    let plan = box.router.plan
    let info = unsafe fenliu_pack_info(
      struct_size: size, format_version: Int32(PackImage.formatVersion), id: box.id.view,
      name: plan.strings.view(plan.manifest.name), code: plan.strings.view(plan.manifest.code),
      digest: box.digest.view, byte_count: UInt64(image.byteCount),
      effective_from: image.effectiveFrom, effective_to: image.effectiveTo)
    unsafe StructSize.copy(info, to: out, of: size)
    return FENLIU_OK
  }
}
