import Pack

/// Reads Chinese and Arabic numerals from dense codes: 三十多 → 30, 12 → 12, 几十 → 30, 两 → 2.
///
/// Each code has a worth in the pack's numeral table: 0 none, 1…9 the digit, and the cases below.
public enum Numeral {
  public static let zero: UInt8 = 10
  public static let ten: UInt8 = 11
  public static let hundred: UInt8 = 12
  public static let thousand: UInt8 = 13
  public static let tenThousand: UInt8 = 14
  /// 几, 数: a few, read as 3.
  public static let several: UInt8 = 15
  /// 多, 余, 来: a bit more, read as nothing.
  public static let more: UInt8 = 16

  /// A numeral of more codes than this is cut: no count of people needs more.
  static let longest = 12

  /// The numeral that ends before `end`: its first code and value, or nil.
  static func read(
    endingAt end: Int, in codes: Table<UInt16>, worths: Table<UInt8>
  ) -> (start: Int, value: UInt32)? {
    var start = end
    while start > 0, end - start < longest, worths[Int(codes[start - 1])] != 0 { start -= 1 }
    guard start < end else { return nil }
    var total: UInt64 = 0
    var pending: UInt64 = 0
    var sawDigit = false
    for index in start..<end {
      let worth = worths[Int(codes[index])]
      switch worth {
      case 1...9:
        pending = pending * 10 + UInt64(worth)
        sawDigit = true
      case zero:
        pending *= 10
        sawDigit = true
      case several:
        pending = 3
        sawDigit = true
      case ten...tenThousand:
        let unit: UInt64 =
          switch worth {
          case ten: 10
          case hundred: 100
          case thousand: 1000
          default: 10000
          }
        if worth == tenThousand {
          total = max(total + pending, 1) * unit
        } else {
          total += max(pending, 1) * unit
        }
        pending = 0
        sawDigit = true
      default:
        break
      }
    }
    guard sawDigit else { return nil }
    return (start, UInt32(clamping: total + pending))
  }
}
