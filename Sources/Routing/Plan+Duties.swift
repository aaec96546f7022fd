import Classifier
import Pack

extension Plan {
  /// Rows for all categories: the first of the table.
  var generalDuties: Range<Int> { 0..<firstDuty { $0.category != noIndex } }

  /// The rows of one category, which stand together behind the general ones. O(log rows).
  func duties(of category: Int) -> Range<Int> {
    let first = firstDuty { $0.category != noIndex && Int($0.category) >= category }
    let end = firstDuty { $0.category != noIndex && Int($0.category) > category }
    return first..<end
  }

  /// The first row for which `isBehind` holds; it holds for all after that.
  private func firstDuty(where isBehind: (DutyRecord) -> Bool) -> Int {
    var low = 0
    var high = duties.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(duties[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
