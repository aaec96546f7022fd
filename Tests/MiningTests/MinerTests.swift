import Comparison
import Mining
import Pack
import PackBuilder
import Routing
import TestSupport
import Testing

/// What is proposed from a made-up desk: a lexicon that lacks a word, holds a false friend, and
/// calls that show it.
@Suite struct MinerTests {
  private static let lexicon = MiniLexicon(
    terms: [
      "偷了 theft 4", "着火 fire 4", "着火 !fire 1", "停水 water-supply 4", "吵架 civil-dispute 2",
      "音箱 @noise-word 1", "广场舞 @woman 1",
    ])

  /// `text | policing | category | urgent`; the hand is the number of the row modulo three.
  private static let calls: [String] = [
    "手机偷了|police|theft|0", "钱包偷了|police|theft|0", "电瓶偷了|police|theft|0",
    "灶房着火|police|fire|1", "山上着火|police|fire|1", "屋后头着火|police|fire|1",
    "全镇停水|non-police|water-supply|0", "这边停水|non-police|water-supply|0",
    "早上停水|non-police|water-supply|0",
    // A word the lexicon lacks.
    "门口窨井盖没得|non-police|urban-management|0", "街上那个窨井盖烂|non-police|urban-management|0",
    "路边窨井盖在响|non-police|urban-management|0", "桥头窨井盖松动|non-police|urban-management|0",
    "转角窨井盖翻起|non-police|urban-management|0", "巷口窨井盖陷落|non-police|urban-management|0",
    // A false friend: 看着火气.
    "看着火气大的很|police|disorder|0", "他看着火气不小|police|disorder|0",
    "我看着火气上来|police|disorder|0", "都看着火气冲天|police|disorder|0",
    "她看着火气蛮盛|police|disorder|0", "你看着火气好旺|police|disorder|0",
    // Two concepts that say together what neither says alone.
    "音箱跟广场舞吵|police|noise-social|0", "广场舞放音箱|police|noise-social|0",
    "那伙广场舞又搬音箱|police|noise-social|0", "楼下音箱广场舞|police|noise-social|0",
    "音箱偷了|police|theft|0", "广场舞队钱偷了|police|theft|0",
  ]

  private static func table(_ rows: [String]) throws -> CallTable {
    var text = "id\ttext\tpolicing\tcategory\turgent\tbatch\n"
    for (number, row) in rows.enumerated() {
      let cells = row.split(separator: "|").joined(separator: "\t")
      text += "c\(number)\t\(cells)\th\(number % 3)\n"
    }
    var table = CallTable()
    try table.add(path: "calls.tsv", bytes: Array(text.utf8))
    return table
  }

  /// Mines the calls, tries the proposals and gives those to show.
  private static func mined(
    _ table: Proposal.Table, rows: [String] = calls, terms: [String] = [],
    _ change: (inout Miner.Options) -> Void = { _ in }
  ) throws -> (best: [Proposal], calls: CallTable) {
    var lexicon = lexicon
    lexicon.terms += terms
    var options = Miner.Options()
    change(&options)
    return try lexicon.withFolder { folder in
      let compiler = try PackCompiler(folder)
      let router = try Self.router(folder)
      let corpus = try MiningCorpus(Self.table(rows), router: router, fold: compiler.folded)
      let miner = Miner(corpus, folder: folder, fold: compiler.folded, options: options)
      let tried = try TrialRun(corpus, folder: folder, pack: "chengkou")
        .run(Array(miner.candidates(table).prefix(options.limit * 3))) { _, _ in }
      return (miner.best(of: tried), corpus.calls)
    }
  }

  @Test func findsTheWordTheLexiconLacks() throws {
    let (best, calls) = try Self.mined(.terms)
    let cover = try #require(best.first { $0.target == .category("urban-management") })
    #expect(cover.texts == ["窨井盖"], "the longest of those that always stand together")
    #expect(cover.evidence == Contingency(both: 6, holding: 6, kind: 6, all: calls.indices.count))
    #expect(cover.trial.fixed.map(calls.id(of:)) == (9..<15).map { "c\($0)" })
    #expect(cover.trial.broken.isEmpty)
    #expect(cover.q <= 0.05 && cover.weight == 3)
    #expect(
      best.filter { $0.target == cover.target }.count == 1, "its parts say nothing more")
  }

  @Test func proposesNothingTheLexiconHas() throws {
    let best = try Self.mined(.terms).best
    for text in ["偷了", "着火", "停水"] {
      #expect(!best.contains { $0.texts[0].contains(text) && $0.target != .category("disorder") })
    }
    let without = try Self.mined(.terms, terms: ["井盖 urban-management 4"]).best
    #expect(!without.contains { $0.target == .category("urban-management") })
  }

  @Test func oneHandIsNotEnough() throws {
    // Rows 0, 3, 6 … are of one hand.
    var rows = Self.calls.filter { !$0.contains("窨井盖") }
    let covers = Self.calls.filter { $0.contains("窨井盖") }
    for cover in covers {
      while rows.count % 3 != 0 { rows.append("全镇停水|non-police|water-supply|0") }
      rows.append(cover)
    }
    let best = try Self.mined(.terms, rows: rows).best
    #expect(!best.contains { $0.target == .category("urban-management") })
  }

  @Test func namesOfPlacesAreNoWords() throws {
    let rows = Self.calls.map { $0.replacing("窨井盖", with: "葛城街道") }
    let best = try Self.mined(.terms, rows: rows).best
    #expect(!best.contains { $0.texts[0].contains("葛城") })
  }

  @Test func findsAFalseFriend() throws {
    let (best, calls) = try Self.mined(.exclusions)
    let friend = try #require(best.first { $0.inner == "着火" })
    #expect(friend.texts[0].contains("着火") && "看着火气".contains(friend.texts[0]))
    #expect(!friend.trial.fixed.isEmpty && friend.trial.emergenciesLost == 0)
    #expect(friend.calls.map(calls.id(of:)) == (15..<21).map { "c\($0)" })
  }

  @Test func findsTwoConceptsThatSayMoreTogether() throws {
    let best = try Self.mined(.rules).best
    let rule = try #require(best.first)
    #expect(rule.texts == ["noise-word", "woman"] && rule.target == .category("noise-social"))
    #expect(rule.evidence.both == 4 && rule.trial.fixed.count == 4)
  }

  @Test func errorsOnlyProposesOnlyWhatMends() throws {
    let best = try Self.mined(.terms) { $0.errorsOnly = true }.best
    #expect(!best.isEmpty && best.allSatisfy { !$0.trial.fixed.isEmpty })
  }

  @Test func aCategoryKeepsToItself() throws {
    let best = try Self.mined(.terms) { $0.category = "urban-management" }.best
    #expect(Set(best.map(\.target)) == [.category("urban-management")])
  }

  /// Punctuation and spaces end a clause: no word crosses them.
  @Test(arguments: ["，", " ", "3", "a"]) func noWordCrosses(mark: String) throws {
    let rows = Self.calls.map { $0.replacing("窨井盖", with: "窨\(mark)井盖") }
    let best = try Self.mined(.terms, rows: rows).best
    let cover = try #require(best.first { $0.target == .category("urban-management") })
    #expect(cover.texts == ["井盖"])
  }

  @Test func theSameCallsGiveTheSameProposals() throws {
    for table in Proposal.Table.allCases {
      #expect(try Self.mined(table).best == Self.mined(table).best)
    }
  }

  /// What a trial says of one row is what adding that row alone does.
  @Test func aTrialIsTheTruth() throws {
    let calls = try Self.table(Self.calls)
    for proposal in try Self.mined(.terms).best.prefix(3) {
      let row = proposal.cells(id: "").joined(separator: "\t")
      let table = "term\ttarget\tweight\tkind\n\(row)\n"
      let comparer = try Self.lexicon.withFolder { try Self.comparer($0, adding: table) }
      let changes = comparer.changes(in: calls)
      let mended = changes.map(\.call).filter { !proposal.trial.broken.contains($0) }
      #expect(changes.allSatisfy { proposal.calls.contains($0.call) })
      #expect(Set(proposal.trial.fixed).isSubset(of: mended))
    }
  }

  /// The lexicon, and the same with one more table of terms.
  private static func comparer(_ folder: SourceFolder, adding table: String) throws -> Comparer {
    let added = folder.adding("base/terms/new.tsv", table)
    return Comparer(before: try router(folder), after: try router(added))
  }

  private static func router(_ folder: SourceFolder) throws -> Router {
    try Router(image: PackImage(bytes: PackCompiler(folder).compile("chengkou").image))
  }
}
