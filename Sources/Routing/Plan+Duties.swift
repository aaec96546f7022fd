import Classifier
import Pack

extension Plan {
  /// Rows for all categories: the first of the table.
  var generalDuties: Range<Int> { 0..<duties.partitioningIndex { $0.category != noIndex } }

  /// The rows of one category, which stand together behind the general ones. O(log rows).
  func duties(of category: Int) -> Range<Int> {
    let first = duties.partitioningIndex {
      $0.category != noIndex && Int($0.category) >= category
    }
    let end = duties.partitioningIndex {
      $0.category != noIndex && Int($0.category) > category
    }
    return first..<end
  }

}
