import ArgumentParser
import Foundation
import Harness
import Jurisdiction
import Pack
import PackBuilder

/// One measurement of the gazetteer of the whole country.
struct NationRun {
  let figures: NationFigures

  init(
    table: String, texts: [(file: String, lines: [[UInt8]])], lexicons: String, rounds: Int
  ) throws {
    var seconds = Double.infinity
    var coreSeconds = Double.infinity
    var output: NationCompiler.Output?
    for _ in 0..<rounds {
      let begin = (ContinuousClock.now, ProcessorClock.wholeProcess.now)
      guard let data = FileManager.default.contents(atPath: table) else {
        throw ValidationError("cannot read \(table): make it with `make nation`")
      }
      output = try NationCompiler(SourceFolder(lexicons)).compile(
        file: table, bytes: [UInt8](data))
      seconds = min(seconds, (ContinuousClock.now - begin.0) / .seconds(1))
      coreSeconds = min(
        coreSeconds, (ProcessorClock.wholeProcess.now - begin.1) / .seconds(1))
    }
    let compiled = output!
    let pack = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).pack")
    defer { try? FileManager.default.removeItem(at: pack) }
    try Data(compiled.image).write(to: pack)
    let gazetteer = try NationalGazetteer(pack: pack.path)
    figures = NationFigures(
      places: compiled.places, names: compiled.names, bytes: compiled.image.count,
      compileSeconds: seconds, compileCoreSeconds: coreSeconds,
      loadMilliseconds: try Self.load(pack.path),
      texts: texts.map { Self.find(gazetteer, $0.file, $0.lines, rounds) })
  }

  private static func load(_ path: String) throws -> Double {
    var times: [Double] = []
    for _ in 0..<21 {
      let begin = ContinuousClock.now
      let gazetteer = try NationalGazetteer(pack: path)
      times.append((ContinuousClock.now - begin) / .milliseconds(1))
      guard gazetteer.placeCount > 0 else { break }
    }
    return times.sorted()[times.count / 2]
  }

  private static func find(
    _ gazetteer: NationalGazetteer, _ file: String, _ lines: [[UInt8]], _ rounds: Int
  ) -> NationFigures.Texts {
    let characters = lines.reduce(0) { $0 + ScanRun.characters($1) }
    var figures = NationFigures.Texts(
      file: file, texts: lines.count, characters: characters, nsPerChar: 0)
    var scratch = gazetteer.makeScratch()
    for line in lines {
      switch gazetteer.find(in: line.span, scratch: &scratch) {
      case .county: figures.county += 1
      case .ambiguous: figures.ambiguous += 1
      case .none: figures.none += 1
      }
      figures.names += scratch.names.count
    }
    var fastest = Duration.seconds(1 << 30)
    for _ in 0..<rounds {
      let took = ProcessorClock().measure {
        for line in lines { _ = gazetteer.find(in: line.span, scratch: &scratch) }
      }
      fastest = min(fastest, took)
    }
    figures.nsPerChar = fastest / .nanoseconds(1) / Double(max(characters, 1))
    return figures
  }
}
