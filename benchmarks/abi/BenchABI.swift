import Pack
import Routing

/// What a call through the C interface costs beside the Swift call: bench-abi PACK < calls.txt
///
/// Rounds of both take turns in one process; the figure is the median of the rounds' ratios. Fails
/// above one tenth more.
@main
struct BenchABI {
  static let rounds = 41
  /// How much more a C call may cost.
  static let bar = 1.10

  static func main() throws {
    guard CommandLine.arguments.count == 2 else { fatalError("usage: bench-abi PACK < calls.txt") }
    var texts: [[UInt8]] = []
    while let line = readLine() { texts.append(Array(line.utf8)) }
    var swift = SwiftSide(try Router(pack: CommandLine.arguments[1]))
    let c = CSide(pack: CommandLine.arguments[1])
    precondition(swift.route(texts).urgent == c.route(texts).urgent, "the two disagree")

    var ratios: [Double] = []
    var best = (swift: Double.infinity, c: Double.infinity)
    for round in 0..<rounds {
      // Who goes first takes turns too.
      let early = round % 2 == 0 ? c.route(texts).nanoseconds : 0
      let own = swift.route(texts).nanoseconds
      let other = round % 2 == 0 ? early : c.route(texts).nanoseconds
      ratios.append(other / own)
      best = (min(best.swift, own), min(best.c, other))
    }
    ratios.sort()
    let median = ratios[rounds / 2]
    print("calls           \(texts.count), \(rounds) rounds of each in turns")
    print("Swift route     \(Int(best.swift)) ns a call, best round")
    print("fenliu_route    \(Int(best.c)) ns a call, best round")
    print("ratio           \((median * 1000).rounded() / 1000), median of rounds (bar \(bar))")
    guard median <= bar else { fatalError("a C call costs more than a tenth more") }
  }
}
