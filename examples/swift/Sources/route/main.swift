// Routes calls, one a line, and prints one JSON line each: route PACK < calls.txt
// With --brief: urgency, side, category and lead unit, without JSON.
import Foundation
import Routing

let arguments = CommandLine.arguments.dropFirst()
guard let pack = arguments.first else { fail("usage: route PACK [--brief] < calls.txt") }
let isBrief = arguments.contains("--brief")

let router: Router
do { router = try Router(pack: pack) } catch { fail("\(error)") }
// One for all calls: once it has seen the longest, routing allocates nothing.
var scratch = router.makeScratch()

while let line = readLine() {
  router.route(utf8: line.utf8.span, scratch: &scratch) { view in
    // The view is valid only here; Decision(view) is a copy to keep.
    print(isBrief ? brief(Decision(view)) : view.json())
  }
}

/// 「! 联合 公用设施险情 → 县公安局」
func brief(_ decision: Decision) -> String {
  let side =
    switch decision.policing {
    case .police: "警务"
    case .nonPolice: "非警务"
    case .joint: "联合"
    case .none: "不派警"
    }
  let lead = decision.lead?.unit.name ?? "无"
  return "\(decision.urgent ? "!" : " ") \(side) \(decision.category.name) → \(lead)"
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}
