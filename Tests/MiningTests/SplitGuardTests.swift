import Mining
import Testing

/// Nothing is learnt from test batches, whatever their file is called.
@Suite struct SplitGuardTests {
  private static let splits = """
    # 整批划分
    pack\tbatch\tsplit\thand
    chengkou\tb01\ttrain\t甲
    chengkou\tb08\ttest\t乙
    anhua\ta09\ttest-hard\t丙
    anhua\ta31\ttest-plain\t丁

    """

  private static let cases: [(file: String, batches: Set<String>, found: String?)] = [
    ("corpora/chengkou/b01.tsv", ["b01"], nil),
    ("corpora/chengkou/b08.tsv", [], "b08"),
    ("corpora/anhua/a09.tsv", [], "a09"),
    ("corpora/anhua/a31.tsv", [], "a31"), ("corpora/anhua/b08.tsv", [], nil),
    ("copy.tsv", ["b01", "b08"], "b08"),
    ("copy.tsv", ["x01"], nil),
  ]

  @Test(arguments: cases.indices) func knowsTestBatches(index: Int) {
    var splits = SplitGuard()
    splits.add(splits: "splits.tsv", bytes: Array(Self.splits.utf8))
    let test = Self.cases[index]
    #expect(splits.testBatch(of: test.file, batches: test.batches) == test.found)
  }
}
