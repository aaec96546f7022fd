import FenliuServer
import Hummingbird
import HummingbirdTesting
import Logging
import Pack
import Routing
import Testing

/// `/health` and `/metrics` tell what is and what was.
@Suite struct StateTests {
  @Test func `health names the pack`() async throws {
    try await TestServer.test { client in
      let response = try await client.execute(uri: "/health", method: .get)
      #expect(response.status == .ok)
      let digest = TestServer.router.image.digestText
      #expect(
        String(buffer: response.body)
          == #"{"pack":"chengkou","pack_digest":"\#(digest)","status":"ok"}"# + "\n")
    }
  }

  @Test func `metrics count requests, errors, calls and bad lines`() async throws {
    try await TestServer.test { client in
      for _ in 0..<3 {
        _ = try await client.execute(
          uri: "/route", method: .post, body: ByteBuffer(string: "路灯坏了"))
      }
      _ = try await client.execute(uri: "/route", method: .post, body: ByteBuffer(string: " "))
      _ = try await client.execute(
        uri: "/batch", method: .post, body: ByteBuffer(string: "{\"text\":\"路灯坏了\"}\nx\n"))
      _ = try await client.execute(uri: "/nowhere", method: .get)
      let response = try await client.execute(uri: "/metrics", method: .get)
      let lines = String(buffer: response.body).split(separator: "\n").map(String.init)
      let expected = [
        #"fenliu_requests_total{endpoint="route",code="200"} 3"#,
        #"fenliu_requests_total{endpoint="route",code="400"} 1"#,
        #"fenliu_requests_total{endpoint="batch",code="200"} 1"#,
        #"fenliu_requests_total{endpoint="other",code="404"} 1"#,
        "fenliu_errors_total 2",
        "fenliu_requests_in_flight 1",
        "fenliu_calls_total 4",
        "fenliu_bad_lines_total 1",
        #"fenliu_request_duration_seconds_bucket{endpoint="route",le="+Inf"} 4"#,
        #"fenliu_request_duration_seconds_count{endpoint="route"} 4"#,
        #"fenliu_pack_info{pack="chengkou",digest="\#(TestServer.router.image.digestText)"} 1"#,
        #"fenliu_reloads_total{result="failed"} 0"#,
        #"fenliu_reloads_total{result="ok"} 0"#,
        "fenliu_log_lines_lost_total 0",
      ]
      for line in expected { #expect(lines.contains(line), "\(line)") }
      let buckets = lines.filter { $0.contains("route\",le=") }.compactMap {
        $0.split(separator: " ").last.flatMap { Int($0) }
      }
      #expect(buckets == buckets.sorted() && buckets.last == 4)
    }
  }

  @Test func `a full disk costs the line, which is counted`() throws {
    let loss = LogLoss()
    let log = try LineLog(path: "/dev/full", loss: loss)
    let logger = Logger(label: "test") { _ in log }
    for _ in 0..<3 { logger.info("满") }
    #expect(loss.count == 3)
  }
}
