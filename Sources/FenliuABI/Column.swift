// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
public import CFenliu
import Classifier
import Jurisdiction
import Routing

extension fenliu_row {
  /// A decision in numbers.
  fileprivate init(_ view: borrowing DecisionView, status: Int32) {
    self.init()
    self.status = status
    policing = Int32(view.policing.rawValue)
    category = Int32(view.verdict.category)
    urgent = view.urgent ? 1 : 0
    level = Int32(view.level ?? -1)
    intent = Int32(view.verdict.intent.rawValue)
    lead = view.lead.map { Int32($0.unit) } ?? -1
    place_status = Int32(view.place.status.rawValue)
    township = Int32(view.place.township ?? -1)
    village = Int32(view.place.village ?? -1)
    review_reasons = view.reasons.rawValue
    confidence = view.verdict.confidence
  }

  /// A text that was not routed.
  fileprivate init(_ refusal: Refusal) {
    self.init()
    status = refusal.code
  }
}

extension Workspace {
  fileprivate mutating func row(_ call: Call, by router: Router) -> fenliu_row {
    var row = fenliu_row()
    let status = call.status
    unsafe router.route(utf8: call.text, at: call.at, scratch: &scratch) {
      row = fenliu_row($0, status: status)
    }
    return row
  }
}

@c @implementation
public func fenliu_route_column(
  _ router: OpaquePointer?, _ scratch: OpaquePointer?, _ data: UnsafePointer<CChar>?,
  _ offsets: UnsafePointer<Int64>?, _ count: Int, _ at: UnsafePointer<Int64>?,
  _ rows: UnsafeMutablePointer<fenliu_row>?, _ rowSize: Int
) -> Int32 {
  status { () throws(Refusal) in
    let box = unsafe try RouterHandle.box(router)
    guard rowSize == MemoryLayout<fenliu_row>.stride else {
      throw Refusal(FENLIU_ERROR_STRUCT_SIZE)
    }
    let workspace = unsafe try ScratchHandle.workspace(scratch, for: box)
    // A size_t that fits no memory arrives as a negative number.
    guard count >= 0 else { throw Refusal(FENLIU_ERROR_BAD_INDEX) }
    guard count > 0 else { return FENLIU_OK }
    let offsets = unsafe try required(offsets)
    let rows = unsafe try required(rows)
    for index in 0..<count {
      do throws(Refusal) {
        let start = unsafe offsets[index]
        let end = unsafe offsets[index + 1]
        guard start >= 0, end >= start else { throw Refusal(FENLIU_ERROR_BAD_INDEX) }
        let text = unsafe fenliu_string(
          bytes: data.map { unsafe $0 + Int(start) }, length: Int(end - start))
        var call = unsafe try Call(text, at: nil)
        if let at = unsafe at, unsafe at[index] != Int64.min {
          call.at = unsafe Instant(seconds: at[index])
        }
        unsafe rows[index] = workspace.pointee.row(call, by: box.router)
      } catch { unsafe rows[index] = fenliu_row(error) }
    }
    return FENLIU_OK
  }
}
