import ArgumentParser
import Foundation
import Routing

/// A call as read from a line of input.
struct CallInput {
  var line: Int
  var id: String?
  var text: [UInt8]
  var at: Instant?
  var place: String?
}

/// What a line of input turned out to be.
enum InputRecord {
  case call(CallInput)
  case bad(line: Int, id: String?, message: String)
}

enum InputFormat: String, ExpressibleByArgument, CaseIterable {
  case auto, plain, tsv, jsonl
}

/// Reads calls: a line each, a TSV with a header, or JSON lines.
struct CallReader {
  private var lines: LineReader
  private var format: InputFormat
  private var columns: [String: Int] = [:]
  private var number = 0
  private var held: [UInt8]?

  init(path: String?, format: InputFormat) throws {
    lines = try LineReader(path: path)
    self.format = format
    if format == .auto || format == .tsv { try begin(path) }
  }

  /// True if the next record needs no more input: output may wait until then.
  var hasBuffered: Bool { held != nil || lines.hasBufferedLine }

  mutating func next() throws -> InputRecord? {
    let line: [UInt8]
    if let first = held {
      held = nil
      line = first
    } else {
      guard let read = try lines.next() else { return nil }
      number += 1
      line = read
    }
    switch format {
    case .jsonl: return json(line)
    case .tsv: return row(line)
    case .plain, .auto: return plain(line)
    }
  }

  /// Looks at the first line to tell the format, and takes a TSV's header.
  private mutating func begin(_ path: String?) throws {
    guard var first = try lines.next() else { return }
    number += 1
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { first.removeFirst(3) }
    let cells = Self.cells(first)
    if format == .tsv
      || cells.contains("text") && (cells.count > 1 || path?.hasSuffix(".tsv") == true)
    {
      guard cells.contains("text") else {
        throw CommandError(.dataError, "TSV 的表头里没有 text 列；第一行应为列名")
      }
      format = .tsv
      for (index, name) in cells.enumerated() { columns[name] = index }
    } else {
      format = first.first == UInt8(ascii: "{") ? .jsonl : .plain
      held = first
    }
  }

  private func plain(_ line: [UInt8]) -> InputRecord {
    if Self.isBlank(line) { return .bad(line: number, id: nil, message: "空行") }
    return .call(CallInput(line: number, text: line))
  }

  private func row(_ line: [UInt8]) -> InputRecord {
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
    func cell(_ name: String) -> [UInt8]? {
      columns[name].flatMap { $0 < cells.count ? Array(cells[$0]) : nil }
    }
    func text(_ name: String) -> String? {
      cell(name).flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }
    let id = text("id")
    guard cells.count == columns.count else {
      return .bad(line: number, id: id, message: "有 \(cells.count) 列，应为 \(columns.count) 列")
    }
    return call(id: id, text: cell("text") ?? [], at: text("at"), place: text("place_text"))
  }

  private struct Fields: Decodable {
    var id: String?
    var text: String
    var at: String?
    var place: String?
  }

  private func json(_ line: [UInt8]) -> InputRecord {
    if Self.isBlank(line) { return .bad(line: number, id: nil, message: "空行") }
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(line)) else {
      return .bad(line: number, id: nil, message: "不是含有 text 的 JSON 对象")
    }
    return call(id: fields.id, text: Array(fields.text.utf8), at: fields.at, place: fields.place)
  }

  private func call(id: String?, text: [UInt8], at: String?, place: String?) -> InputRecord {
    if Self.isBlank(text) { return .bad(line: number, id: id, message: "text 为空") }
    var instant: Instant?
    if let at {
      instant = Instant(rfc3339: at)
      if instant == nil {
        return .bad(
          line: number, id: id, message: "at“\(at)”不是 RFC 3339 时间（2026-11-21T20:43:00+08:00）")
      }
    }
    return .call(CallInput(line: number, id: id, text: text, at: instant, place: place))
  }

  private static func cells(_ line: [UInt8]) -> [String] {
    line.split(separator: 0x09, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
