import Automaton
import Classifier
import Pack
import Routing
import TextNorm
import TextNormICU

/// Compiles lexicon sources into pack images.
///
/// Deterministic: the same tables give the same bytes, in whatever order files are listed.
public struct PackCompiler: Sendable {
  /// A finished pack and what was noticed on the way.
  public struct Output: Sendable {
    public let image: [UInt8]
    public let warnings: [Diagnostic]
    /// What a careful reader would ask about; empty unless asked for.
    public let findings: [Finding]
    public let statistics: Statistics
  }

  /// How large a pack is.
  public struct Statistics: Sendable {
    public var termRows = 0
    public var patterns = 0
    public var concepts = 0
    public var rules = 0
    public var duties = 0
    public var placeNames = 0
    public var alphabet = 0
    public var bytes = 0
  }

  public let folder: SourceFolder
  private let fold: FoldTable
  private let foldImage: [UInt8]
  private let foldDiagnostics: Diagnostics

  /// Reads the normalization tables and composes the fold from ICU, once for all packs.
  ///
  /// - Throws: `SourceErrors` if the normalization tables hold mistakes.
  public init(_ folder: SourceFolder) throws {
    self.folder = folder
    var diagnostics = Diagnostics()
    foldImage = FoldSource(folder, into: &diagnostics).compose(into: &diagnostics)
    guard !diagnostics.hasErrors else { throw SourceErrors(diagnostics.sorted) }
    fold = try FoldTable(copying: foldImage)
    foldDiagnostics = diagnostics
  }

  /// Compiles one pack.
  ///
  /// - Parameters:
  ///   - withMined: false leaves out the mined terms, so that they can be fitted anew.
  ///   - linting: true also looks for rows that do nothing, contradict or overlap each other.
  /// - Throws: `SourceErrors` with every mistake found. Findings are no reason to throw.
  public func compile(
    _ pack: String, withMined: Bool = true, linting: Bool = false
  ) throws(SourceErrors) -> Output {
    try compile(together: [pack], withMined: withMined, linting: linting)[0]
  }

  /// Compiles packs that share one alphabet and one lexicon: the base with the local terms of all.
  ///
  /// The first image holds the lexicon and works alone; the others need it, see `RouterGroup`.
  ///
  /// - Precondition: at least one pack.
  /// - Throws: `SourceErrors` with every mistake found.
  public func compile(
    together packs: [String], withMined: Bool = true, linting: Bool = false
  ) throws(SourceErrors) -> [Output] {
    var diagnostics = foldDiagnostics
    let fold = self.fold
    let (lexicon, gazetteers) = read(packs, withMined: withMined, into: &diagnostics)
    let counties = zip(packs, gazetteers).map { pack, gazetteer in
      (
        plan: PlanSource(folder, pack: pack, lexicon: lexicon, into: &diagnostics),
        gazetteer: gazetteer
      )
    }
    let calendar = CalendarSource(folder, into: &diagnostics)
    let questions = QuestionSource(folder, lexicon: lexicon, into: &diagnostics)
    // Without sound sources the images would only raise follow-up errors.
    guard !diagnostics.hasErrors else { throw SourceErrors(diagnostics.sorted) }

    let names = gazetteers.map { $0.names.map { Self.pattern($0, fold) } }
    let alphabet = AlphabetCompiler(
      folded: lexicon.patterns.patterns.map(\.folded) + lexicon.mined.terms.map(\.text)
        + names.joined(),
      always: lexicon.numerals.keys.sorted()
        + gazetteers.flatMap { $0.sounds.characters }.flatMap {
          Self.pattern(String($0), fold).unicodeScalars
        },
      fold: fold)
    // What holds no strings is arranged side by side, since a pack has one table of strings.
    let (patterns, places) = concurrently(
      { lexicon.arrangedPatterns(alphabet) },
      {
        let mined = lexicon.mined.arranged(alphabet)
        let places = gazetteers.map { gazetteer in
          gazetteer.arranged(
            encode: { alphabet.encode(Self.pattern($0, fold)) }, letters: alphabet.letters)
        }
        return (mined: mined, gazetteers: places)
      })
    var outputs: [Output] = []
    for (index, county) in counties.enumerated() {
      let plan = county.plan
      var writer = ImageWriter(
        id: plan.manifest.id, effectiveFrom: plan.manifest.effectiveFrom,
        effectiveTo: plan.manifest.effectiveTo)
      if index == 0 {
        writer.add(.foldTable, foldImage)
        writer.add(.codes, alphabet.codes)
        writer.add(.astralCodes, alphabet.astral)
        diagnostics.append(patterns.sections.diagnostics)
        diagnostics.append(places.mined.diagnostics)
        writer.add(patterns.sections.tables)
        writer.add(places.mined.tables)
        lexicon.compile(
          alphabet: alphabet, patterns: patterns.records, into: &writer, diagnostics: &diagnostics)
      }
      plan.compile(into: &writer)
      calendar.compile(into: &writer)
      questions.compile(into: &writer)
      diagnostics.append(places.gazetteers[index].diagnostics)
      writer.add(places.gazetteers[index].tables)
      county.gazetteer.compile(into: &writer)
      guard !diagnostics.hasErrors else { throw SourceErrors(diagnostics.sorted) }
      let image = writer.finish()
      outputs.append(
        Output(
          image: image, warnings: diagnostics.sorted,
          findings: linting
            ? Lint(lexicon: lexicon, plan: plan, shared: SharedUse(folder)).sorted : [],
          statistics: Statistics(
            termRows: lexicon.termRows, patterns: lexicon.patterns.patterns.count,
            concepts: lexicon.vocabulary.concepts.count, rules: lexicon.rules.count,
            duties: plan.duties.count, placeNames: names[index].count, alphabet: alphabet.size,
            bytes: image.count)))
    }
    return outputs
  }

  /// Reads the tables of people on one core, those of machines on the other.
  private func read(
    _ packs: [String], withMined: Bool, into diagnostics: inout Diagnostics
  ) -> (LexiconSource, [GazetteerSource]) {
    let fold = self.fold
    let folder = self.folder
    let vocabulary = LexiconSource(folder, fold: { Self.pattern($0, fold) }, into: &diagnostics)
    let (written, generated) = concurrently(
      {
        var lexicon = vocabulary
        var diagnostics = Diagnostics()
        lexicon.readTables(folder, packs: packs, into: &diagnostics)
        return (lexicon: lexicon, diagnostics: diagnostics)
      },
      {
        var mined = vocabulary.mined
        var diagnostics = Diagnostics()
        if withMined {
          mined = MinedSource(folder, vocabulary: vocabulary.vocabulary, into: &diagnostics)
        }
        let gazetteers = packs.map { GazetteerSource(folder, pack: $0, into: &diagnostics) }
        return (mined: mined, gazetteers: gazetteers, diagnostics: diagnostics)
      })
    diagnostics.append(written.diagnostics)
    diagnostics.append(generated.diagnostics)
    var lexicon = written.lexicon
    lexicon.mined = generated.mined
    return (lexicon, generated.gazetteers)
  }

  /// A text as the scanner sees it: folded, without spaces.
  public func folded(_ text: String) -> String { Self.pattern(text, fold) }

  private static func pattern(_ text: String, _ fold: FoldTable) -> String {
    let folded = fold.foldedString(text)
    if !folded.unicodeScalars.contains(where: isSpace) { return folded }
    return String(String.UnicodeScalarView(folded.unicodeScalars.filter { !isSpace($0) }))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // Han and what lies beyond hold no spaces.
    scalar.value <= 0x3000 && scalar.properties.isWhitespace
  }
}
