import FenliuServer
import Hummingbird
import HummingbirdTesting
import Routing
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A reload takes a good pack, and leaves the last good one where the new one is bad.
@Suite struct ReloadTests {
  static func bytes(_ pack: String) throws -> Data {
    try Data(contentsOf: URL(filePath: TestServer.pack(pack)))
  }

  @Test func `the next request is answered by the new pack`() async throws {
    try await TestServer.inFolder { folder in
      let path = folder + "/current.pack"
      try Self.bytes("chengkou").write(to: URL(filePath: path))
      let current = try CurrentPack(path: path)
      try await TestServer.test(with: current) { client in
        for pack in ["street", "chengkou"] {
          try Self.bytes(pack).write(to: URL(filePath: path))
          try await current.reload().get()
          let response = try await client.execute(
            uri: "/route", method: .post, body: ByteBuffer(string: "路灯坏了"))
          #expect(String(buffer: response.body).hasPrefix(#"{"pack":"\#(pack)""#))
        }
      }
      #expect(current.reloads.succeeded == 2 && current.reloads.failed == 0)
    }
  }

  struct Spoiled: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What the file holds then, nil for no file.
    var spoil: @Sendable (Data) -> Data?
    var says: String
  }

  static let spoiled = [
    Spoiled(testDescription: "cut short", spoil: { $0.prefix(100_000) }, says: "不完整"),
    Spoiled(testDescription: "empty", spoil: { _ in Data() }, says: "不完整"),
    Spoiled(
      testDescription: "a byte changed",
      spoil: { data in
        var data = data
        data[data.count / 2] ^= 1
        return data
      }, says: "已损坏"),
    Spoiled(
      testDescription: "something else", spoil: { Data(repeating: 0x20, count: $0.count) },
      says: "不是 fenliu 数据包"),
    Spoiled(testDescription: "gone", spoil: { _ in nil }, says: "文件不存在"),
  ]

  @Test(arguments: spoiled) func `a bad pack changes nothing`(_ spoiled: Spoiled) async throws {
    try await TestServer.inFolder { folder in
      let path = folder + "/current.pack"
      let good = try Self.bytes("chengkou")
      try good.write(to: URL(filePath: path))
      let current = try CurrentPack(path: path)
      let name = current.name
      if let data = spoiled.spoil(good) {
        try data.write(to: URL(filePath: path))
      } else {
        try FileManager.default.removeItem(atPath: path)
      }
      guard case .failure(let problem) = await current.reload() else {
        Issue.record("the pack was taken")
        return
      }
      #expect("\(problem)".contains(spoiled.says))
      #expect(current.name == name && current.reloads.failed == 1)
      try await TestServer.test(with: current) { client in
        let answer = try await client.execute(
          uri: "/route", method: .post, body: ByteBuffer(string: "路灯坏了"))
        #expect(
          String(buffer: answer.body) == TestServer.router.route("路灯坏了").json() + "\n")
        let health = try await client.execute(uri: "/health", method: .get)
        #expect(health.status == .ok)
        #expect(String(buffer: health.body).contains(#""reload_error":""#))
        #expect(String(buffer: health.body).contains(spoiled.says))
      }
      #expect(throws: PackProblem.self) { try CurrentPack(path: path) }
    }
  }

  @Test func `a socket file of a dead server is replaced, anything else is not`() async throws {
    try await TestServer.inFolder { folder in
      let path = folder + "/file"
      #expect(throws: Never.self) { try SocketFile.clear(path) }
      try Data("数据".utf8).write(to: URL(filePath: path))
      #expect(throws: ListenProblem.self) { try SocketFile.clear(path) }
      #expect(throws: ListenProblem.self) {
        try SocketFile.clear(folder + "/" + String(repeating: "长", count: 40))
      }
    }
  }
}
