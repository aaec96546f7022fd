import Automaton
import Jurisdiction
import Pack
import TextNorm

/// Compiles the table of the country's places into a pack that `NationalGazetteer` reads.
///
/// Deterministic: the same table gives the same bytes.
public struct NationCompiler: Sendable {
  public struct Output: Sendable {
    public let image: [UInt8]
    public let warnings: [Diagnostic]
    /// Places, villages among them.
    public let places: Int
    /// Different names, once folded.
    public let names: Int
  }

  private let folder: SourceFolder

  /// - Parameter folder: the lexicons, for their normalization tables.
  public init(_ folder: SourceFolder) { self.folder = folder }

  /// Compiles one table. O(bytes + names × log names).
  ///
  /// - Parameter file: what diagnostics call the table.
  /// - Throws: `SourceErrors` with every mistake found.
  public func compile(file: String, bytes: [UInt8]) throws(SourceErrors) -> Output {
    let folder = self.folder
    let (normalization, table) = concurrently(
      {
        var diagnostics = Diagnostics()
        let image = FoldSource(folder, into: &diagnostics).compose(into: &diagnostics)
        return (image: image, diagnostics: diagnostics)
      },
      {
        var diagnostics = Diagnostics()
        let source = NationSource(file: file, bytes: bytes, into: &diagnostics)
        return (source: source, diagnostics: diagnostics)
      })
    var diagnostics = normalization.diagnostics
    diagnostics.append(table.diagnostics)
    guard !diagnostics.hasErrors, let fold = try? FoldTable(copying: normalization.image) else {
      throw SourceErrors(diagnostics.sorted)
    }
    let source = table.source
    let patterns = NationPatterns(source.names, fold: fold, into: &diagnostics)
    let matcher: MatcherBuilder
    do {
      matcher = try MatcherBuilder(patterns: patterns.codes, alphabetSize: patterns.alphabet.size)
    } catch {
      diagnostics.error(file: file, "地名装不进自动机：\(error)")
      throw SourceErrors(diagnostics.sorted)
    }

    var writer = ImageWriter(id: "nation")
    writer.add(.foldTable, normalization.image)
    writer.add(.codes, patterns.alphabet.codes)
    writer.add(.astralCodes, patterns.alphabet.astral)
    var tables = SectionTables()
    tables.add(matcher, as: .places)
    writer.add(tables)
    patterns.compile(source.names, into: &writer)
    source.compileAreas(into: &writer)
    return Output(
      image: writer.finish(), warnings: diagnostics.sorted, places: source.placeCount,
      names: patterns.codes.count)
  }
}
