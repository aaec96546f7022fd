import Classifier

/// Looks through sources without errors for rows that do nothing, contradict or repeat each other,
/// or overlap.
///
/// O(exclusions × their length²) for the terms, O(rows²) within a category for the plan.
struct Lint {
  let lexicon: LexiconSource
  let plan: PlanSource
  let shared: SharedUse
  private var findings: [Finding] = []

  init(lexicon: LexiconSource, plan: PlanSource, shared: SharedUse) {
    self.lexicon = lexicon
    self.plan = plan
    self.shared = shared
    lintWeights()
    lintConcepts()
    lintExclusions()
    lintRules()
    lintDuties()
    lintOwners()
    lintLevels()
    lintPlan()
  }

  /// Ordered by file and line.
  var sorted: [Finding] {
    func key(_ finding: Finding) -> (String, Int, String) {
      (finding.diagnostic.file, finding.diagnostic.line, finding.diagnostic.message)
    }
    return findings.sorted { key($0) < key($1) }
  }

  mutating func error(_ kind: Finding.Kind, _ row: SourceRow, _ message: String) {
    add(kind, Diagnostic(.error, file: row.file, line: row.line, message))
  }

  mutating func warning(_ kind: Finding.Kind, _ row: SourceRow, _ message: String) {
    add(kind, Diagnostic(.warning, file: row.file, line: row.line, message))
  }

  mutating func add(_ kind: Finding.Kind, _ diagnostic: Diagnostic) {
    findings.append(Finding(kind: kind, diagnostic: diagnostic))
  }

  /// A target as the tables write it.
  func written(_ kind: TargetKind, _ target: UInt16) -> String {
    let index = Int(target)
    switch kind {
    case .category: return lexicon.vocabulary.categories.ids[index]
    case .concept: return "@" + lexicon.vocabulary.concepts.ids[index]
    case .danger: return "!" + lexicon.vocabulary.dangers.ids[index]
    case .intent: return "=" + Intent.allCases[index].name
    case .side: return "%" + Policing.allCases[index].name
    case .cue: return "cue"
    case .exclusion, .any: return ""
    }
  }
}
