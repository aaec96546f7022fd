extension Miner {
  /// Of the proposals tried, those to show: for each table the ones that mend most. None that loses
  /// an emergency, or breaks more than it mends. An exclusion or rule that mends nothing is of no
  /// use; a term may still be, for calls like these, unless `errorsOnly` is set.
  public func best(of tried: [Proposal]) -> [Proposal] {
    Proposal.Table.allCases.flatMap { table in
      tried.enumerated().filter { _, proposal in
        proposal.table == table && proposal.trial.emergenciesLost == 0 && proposal.trial.gain >= 0
          && (table == .terms && !options.errorsOnly || !proposal.trial.fixed.isEmpty)
      }
      .sorted { (-$0.element.trial.gain, $0.offset) < (-$1.element.trial.gain, $1.offset) }
      .prefix(options.limit).map(\.element)
    }
  }

  /// Ids for new rules that no rule has yet.
  public var freeRuleIDs: [String] {
    let all = (1...known.ruleIDs.count + options.limit).map { "R-mine-\($0 < 10 ? "0" : "")\($0)" }
    return Array(all.filter { !known.ruleIDs.contains($0) }.prefix(options.limit))
  }
}
