import PackBuilder

/// What `check` prints: mistakes all, of each kind of finding the first few reminders and how many
/// there are. What lies in `base/` is gathered and printed once, whichever packs share it.
struct CheckReport {
  /// How many reminders of a kind are shown where not all are.
  private static let few = 3

  let isVerbose: Bool
  /// Where the shared tables are, as diagnostics write it.
  let base: String
  /// Mistakes printed so far.
  private(set) var errors = 0
  private var shared: [Diagnostic] = []
  private var sharedFindings: [Finding] = []
  private var seen: Set<Diagnostic> = []

  init(isVerbose: Bool, folder: SourceFolder) {
    self.isVerbose = isVerbose
    base = folder.root + "/base/"
  }

  /// What to print of a pack, without what lies in `base/`, and a line that sums it up.
  ///
  /// - Parameter summary: how large the pack is; nil if it can't be compiled.
  mutating func section(
    _ pack: String, _ diagnostics: [Diagnostic], _ findings: [Finding], summary: String?
  ) -> String {
    for diagnostic in diagnostics where isShared(diagnostic) { shared.append(diagnostic) }
    for finding in findings where isShared(finding.diagnostic) { sharedFindings.append(finding) }
    return text(
      pack, diagnostics.filter { !$0.file.hasPrefix(base) },
      findings.filter { !$0.diagnostic.file.hasPrefix(base) }, summary: summary)
  }

  /// What to print of `base/`, after all packs; empty if there is nothing to say.
  mutating func sharedSection() -> String {
    if shared.isEmpty, sharedFindings.isEmpty { return "" }
    return text("base", shared, sharedFindings, summary: "")
  }

  /// True if it lies in `base/` and no pack before had it.
  private mutating func isShared(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.file.hasPrefix(base) && seen.insert(diagnostic).inserted
  }

  private mutating func text(
    _ title: String, _ diagnostics: [Diagnostic], _ findings: [Finding], summary: String?
  ) -> String {
    var text = diagnostics.map { "\($0)\n" }.joined()
    for kind in Finding.Kind.allCases {
      let found = findings.filter { $0.kind == kind }.map(\.diagnostic)
      let reminders = found.filter { $0.severity == .warning }
      let shown = isVerbose ? reminders.count : Self.few
      for diagnostic in found where diagnostic.severity == .error { text += "\(diagnostic)\n" }
      for diagnostic in reminders.prefix(shown) { text += "\(diagnostic)\n" }
      if reminders.count > shown {
        text += "\(title)：\(kind.rawValue)共 \(reminders.count) 处，全部列出用 --verbose\n"
      }
    }
    let all = diagnostics + findings.map(\.diagnostic)
    let mistakes = all.filter { $0.severity == .error }.count
    errors += mistakes
    let reminders = all.count == mistakes ? "" : "，\(all.count - mistakes) 处提醒"
    guard let summary else { return text + "\(title)：不能编译，\(mistakes) 处错误（base 里的另列）。\n" }
    return text + "\(title)：\(mistakes == 0 ? "没有错误" : "\(mistakes) 处错误")\(reminders)。\(summary)\n"
  }
}
