public import Pack

/// What a call-taker may ask, as it lies in a pack.
public struct Questions: Sendable {
  private let strings: StringTable
  public let records: Table<QuestionRecord>
  public let answers: Table<QuestionAnswer>
  public let bars: Table<QuestionBar>

  /// Reads the tables in place. O(1).
  public init(image: PackImage) throws(PackError) {
    strings = try image.strings()
    records = try image.table(.questions)
    answers = try image.table(.questionAnswers)
    bars = try image.table(.questionBars)
  }

  /// The answer to a question if the call is about a category. O(1).
  func answer(to question: QuestionRecord, from category: Int) -> QuestionAnswer {
    answers[Int(question.firstAnswer) + category]
  }

  /// The id of a question in `questions.tsv`. Allocates, as `text` does.
  public func id(of index: Int) -> String { strings[records[index].id] }

  /// A question as it is spoken, with the townships it asks about: 高观镇还是左岚乡.
  public func text(of index: Int, places: [String]) -> String {
    let text = strings[records[index].text]
    guard records[index].namesPlaces != 0, let last = places.last else { return text }
    let names = places.dropLast().joined(separator: "、") + "还是" + last
    return text.filling(Self.placesMark, with: names)
  }

  /// Where a question names the townships.
  public static let placesMark = "{places}"
  /// Only so many are named in one question.
  static let placesNamed = 2...3
}
