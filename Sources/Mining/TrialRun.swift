import Comparison
import Pack
public import PackBuilder
import Routing

/// Tries proposals out: routes the calls that hold them again with the rows added.
///
/// Only a call that holds a proposal can change, so proposals that share no call are tried in one
/// compiled pack, and each change belongs to one of them.
public struct TrialRun: Sendable {
  private let corpus: MiningCorpus
  private let folder: SourceFolder
  private let pack: String

  public init(_ corpus: MiningCorpus, folder: SourceFolder, pack: String) {
    self.corpus = corpus
    self.folder = folder
    self.pack = pack
  }

  /// Fills in the trials. As many packs are compiled at once as there are cores.
  ///
  /// - Parameter progress: told how many packs of how many are done.
  /// - Throws: `SourceErrors` if a row does not fit the tables.
  public func run(
    _ proposals: [Proposal], progress: (Int, Int) -> Void
  ) throws -> [Proposal] {
    var tried = proposals
    let batches = batches(of: proposals)
    for first in stride(from: 0, to: batches.count, by: Self.atOnce) {
      let some = Array(batches[first..<min(first + Self.atOnce, batches.count)])
      let images = inParallel(some.count, least: 1) { part in
        part.map { number in
          Result { try image(with: some[number].map { proposals[$0] }) }
        }
      }
      for (batch, image) in zip(some, images) {
        try judge(image.get(), batch, &tried)
      }
      progress(first + some.count, batches.count)
    }
    return tried
  }

  private static let atOnce = 2

  private func image(with proposals: [Proposal]) throws -> [UInt8] {
    try PackCompiler(folder(with: proposals)).compile(pack).image
  }

  /// Routes the calls of a batch again.
  private func judge(_ image: [UInt8], _ batch: [Int], _ tried: inout [Proposal]) throws {
    let comparer = Comparer(
      before: corpus.router, after: try Router(image: PackImage(bytes: image)))
    var owner: [Int: Int] = [:]
    for index in batch {
      for call in tried[index].calls { owner[call] = index }
    }
    for change in comparer.changes(in: corpus.calls, among: owner.keys.sorted()) {
      note(change, &tried[owner[change.call]!].trial, comparer.names)
    }
  }

  private func note(_ change: Change, _ trial: inout Proposal.Trial, _ names: NameBook) {
    let label = corpus.labels[change.call]
    let effect = change.effect(by: label, names)
    if effect.broken {
      trial.broken.append(change.call)
    } else if effect.mended {
      trial.fixed.append(change.call)
    }
    if label.urgent, change.before.urgent, !change.after.urgent { trial.emergenciesLost += 1 }
  }

  /// Puts each proposal into the first batch with which it shares no call.
  private func batches(of proposals: [Proposal]) -> [[Int]] {
    var batches: [(calls: Set<Int>, texts: Set<String>, members: [Int])] = []
    for (index, proposal) in proposals.enumerated() {
      let calls = Set(proposal.calls)
      let text = proposal.texts.joined(separator: " ")
      let place = batches.firstIndex {
        $0.calls.isDisjoint(with: calls) && !$0.texts.contains(text)
      }
      if let place {
        batches[place].calls.formUnion(calls)
        batches[place].texts.insert(text)
        batches[place].members.append(index)
      } else {
        batches.append((calls, [text], [index]))
      }
    }
    return batches.map(\.members)
  }

  /// The lexicon with the rows added in tables of their own.
  private func folder(with proposals: [Proposal]) -> SourceFolder {
    var folder = folder
    for table in Proposal.Table.allCases {
      let rows = proposals.filter { $0.table == table }
      if rows.isEmpty { continue }
      var text = table.columns.joined(separator: "\t") + "\n"
      for (number, row) in rows.enumerated() {
        text += (row.cells(id: "~mine-\(number)") + [""]).joined(separator: "\t") + "\n"
      }
      folder = folder.adding("base/\(table.rawValue)/~mine.tsv", text)
    }
    return folder
  }
}
