import ArgumentParser
import Routing

/// On which day the pack must be in force.
struct DayOptions: ParsableArguments {
  @Option(help: "按哪一天的方案（2026-11-22）：数据包那天不在施行期就拒绝，退出码为 65；不写则不查。")
  var asOf: String?

  /// Refuses a pack that is not in force on the day given.
  ///
  /// - Throws: `CommandError`: `usage` for what is no date, `dataError` for the wrong pack.
  func check(_ router: Router) throws {
    guard let asOf else { return }
    guard let day = Instant.day(date: asOf) else {
      throw CommandError(.usage, "--as-of 应写作 2026-11-22，不是“\(asOf)”")
    }
    do { try router.requireInForce(on: day) } catch { throw CommandError(.dataError, "\(error)") }
  }
}
