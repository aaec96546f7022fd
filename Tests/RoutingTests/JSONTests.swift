import Foundation
import Pack
import Routing
import TestSupport
import Testing

/// The line that a view writes is that of its copy; texts and numbers are what JSON demands.
@Suite struct JSONTests {
  @Test func `a view and its copy write the same line`() throws {
    let at = try #require(Instant(rfc3339: "2026-11-21T20:43:00+08:00"))
    let calls = SampleCalls.all + ["", "高观那边有人落水", "批沙镇有人打架", "我在万源，车子被追尾了"]
    for router in TestPack.all {
      var scratch = router.makeScratch()
      var line = Buffer<UInt8>()
      for call in calls {
        line.removeAll()
        unsafe Array(call.utf8).withUnsafeBytes {
          unsafe router.route(utf8: $0, at: at, scratch: &scratch) {
            $0.writeJSON(id: "1", to: &line)
            let copy = Decision($0)
            #expect(line.indices.map { line[$0] } == Array(copy.json(id: "1").utf8), "\(call)")
            #expect($0.json() == copy.json())
          }
        }
      }
    }
  }

  /// Each at every distance from the ends of a text and of its words of eight bytes.
  @Test(arguments: [
    ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#),
    ("\0", #"\u0000"#), ("\u{1F}", #"\u001f"#), ("\u{7F}", #"\u007f"#), ("\u{80}", #"\u0080"#),
    ("\u{9F}", #"\u009f"#), ("\u{2028}", #"\u2028"#), ("\u{2029}", #"\u2029"#),
    ("#", "#"), (" ", " "), ("·", "·"), ("“", "“"), ("…", "…"), ("\u{A0}", "\u{A0}"), ("🙂", "🙂"),
    ("\"#]", "\\\"#]"), ("“\u{1}”", #"“\u0001”"#),
  ])
  func `what JSON does not allow is escaped, nothing else`(text: String, escaped: String) {
    for before in 0..<20 {
      for after in [0, 1, 7, 8, 9, 30] {
        let head = String(repeating: "a", count: before)
        let tail = String(repeating: "中", count: after)
        let json = ErrorRecord(line: 1, id: nil, message: head + text + tail).json
        #expect(json == #"{"line":1,"error":""# + head + escaped + tail + #""}"#)
      }
    }
  }

  @Test func `numbers are rounded to three decimals, in the shortest digits`() {
    var generator = SeededGenerator(seed: 110)
    var decision = TestPack.chengkou.route("路灯坏了")
    let random = (0..<20_000).map { _ in
      Double.random(in: -1...1, using: &generator) * pow(10, Double.random(in: -5...14))
    }
    let odd = [
      0, -0.0, 0.0004, -0.0004, 0.0005, 0.1, 0.12, 0.123, 1, 10, 99.9995, 999_999_999_999.999,
      1e12, 1e15, 1e16, -1e17, 1e300, .infinity, -.infinity, .nan, .greatestFiniteMagnitude,
    ]
    for value in odd + random {
      decision.confidence = value
      let thousandths = (value * 1000).rounded()
      let expected = thousandths.isFinite ? String(thousandths / 1000) : "null"
      #expect(decision.json().contains("\"confidence\":\(expected),\"review\""), "\(value)")
    }
  }

  @Test(arguments: [0, 7, 9, 10, 99, 100, 12_345, -3, .max, .min])
  func `whole numbers are written in full`(value: Int) {
    let json = ErrorRecord(line: value, id: nil, message: "").json
    #expect(json == "{\"line\":\(value),\"error\":\"\"}")
  }
}
