// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
public import CFenliu
import Classifier
import Jurisdiction
import Pack
import Routing

extension Router {
  /// Number of rows of one of the tables that the indices in a decision refer to. O(1).
  func rowCount(_ table: Int32) throws(Refusal) -> Int {
    switch table {
    case FENLIU_TABLE_CATEGORIES: lexicon.categories.count
    case FENLIU_TABLE_UNITS: plan.units.count
    case FENLIU_TABLE_TOWNSHIPS: gazetteer.townships.count
    case FENLIU_TABLE_PLACES: gazetteer.places.count
    case FENLIU_TABLE_LEVELS: plan.levels.count
    case FENLIU_TABLE_CHANNELS: plan.channels.count
    case FENLIU_TABLE_CITATIONS: plan.citations.count
    case FENLIU_TABLE_QUESTIONS: plan.questions.records.count
    case FENLIU_TABLE_DANGERS: lexicon.dangers.count
    case FENLIU_TABLE_POLICING: ConstantNames.policing.count
    case FENLIU_TABLE_INTENTS: ConstantNames.intents.count
    case FENLIU_TABLE_PLACE_STATUSES: ConstantNames.placeStatuses.count
    case FENLIU_TABLE_REVIEW_REASONS: ConstantNames.reviewReasons.count
    default: throw Refusal(FENLIU_ERROR_BAD_INDEX)
    }
  }

  /// One cell. O(1).
  func text(_ table: Int32, _ row: Int, _ column: Int32) throws(Refusal) -> fenliu_string {
    guard row >= 0, row < (try rowCount(table)) else { throw Refusal(FENLIU_ERROR_BAD_INDEX) }
    if let names = ConstantNames.of(table) {
      guard column == FENLIU_COLUMN_ID || column == FENLIU_COLUMN_NAME else {
        throw Refusal(FENLIU_ERROR_BAD_INDEX)
      }
      return unsafe fenliu_string(names[row])
    }
    let (strings, cell) = try cell(table, row, column)
    let isOptional = table == FENLIU_TABLE_CHANNELS && column == FENLIU_COLUMN_NUMBER
    return unsafe isOptional ? strings.optionalView(cell) : strings.view(cell)
  }

  private func cell(
    _ table: Int32, _ row: Int, _ column: Int32
  ) throws(Refusal) -> (StringTable, StringRef) {
    switch (table, column) {
    case (FENLIU_TABLE_CATEGORIES, FENLIU_COLUMN_ID): (lexicon.strings, lexicon.categories[row].id)
    case (FENLIU_TABLE_CATEGORIES, FENLIU_COLUMN_NAME):
      (lexicon.strings, lexicon.categories[row].name)
    case (FENLIU_TABLE_DANGERS, FENLIU_COLUMN_ID): (lexicon.strings, lexicon.dangers[row].id)
    case (FENLIU_TABLE_DANGERS, FENLIU_COLUMN_NAME): (lexicon.strings, lexicon.dangers[row].name)
    case (FENLIU_TABLE_UNITS, FENLIU_COLUMN_ID): (plan.strings, plan.units[row].id)
    case (FENLIU_TABLE_UNITS, FENLIU_COLUMN_NAME): (plan.strings, plan.units[row].name)
    case (FENLIU_TABLE_TOWNSHIPS, FENLIU_COLUMN_ID):
      (gazetteer.strings, gazetteer.townships[row].code)
    case (FENLIU_TABLE_TOWNSHIPS, FENLIU_COLUMN_NAME):
      (gazetteer.strings, gazetteer.townships[row].name)
    case (FENLIU_TABLE_PLACES, FENLIU_COLUMN_ID): (gazetteer.strings, gazetteer.places[row].code)
    case (FENLIU_TABLE_PLACES, FENLIU_COLUMN_NAME): (gazetteer.strings, gazetteer.places[row].name)
    case (FENLIU_TABLE_LEVELS, FENLIU_COLUMN_ID), (FENLIU_TABLE_LEVELS, FENLIU_COLUMN_NAME):
      (plan.strings, plan.levels[row].name)
    case (FENLIU_TABLE_CHANNELS, FENLIU_COLUMN_ID): (plan.strings, plan.channels[row].id)
    case (FENLIU_TABLE_CHANNELS, FENLIU_COLUMN_NAME): (plan.strings, plan.channels[row].name)
    case (FENLIU_TABLE_CHANNELS, FENLIU_COLUMN_KIND): (plan.strings, plan.channels[row].kind)
    case (FENLIU_TABLE_CHANNELS, FENLIU_COLUMN_NUMBER): (plan.strings, plan.channels[row].number)
    case (FENLIU_TABLE_CITATIONS, FENLIU_COLUMN_ID): (plan.strings, plan.citations[row].rule)
    case (FENLIU_TABLE_CITATIONS, FENLIU_COLUMN_NAME):
      (plan.strings, plan.citations[row].document)
    case (FENLIU_TABLE_CITATIONS, FENLIU_COLUMN_SECTION):
      (plan.strings, plan.citations[row].section)
    case (FENLIU_TABLE_QUESTIONS, FENLIU_COLUMN_ID):
      (plan.strings, plan.questions.records[row].id)
    case (FENLIU_TABLE_QUESTIONS, FENLIU_COLUMN_NAME):
      (plan.strings, plan.questions.records[row].text)
    default: throw Refusal(FENLIU_ERROR_BAD_INDEX)
    }
  }
}

@c @implementation
public func fenliu_table_count(
  _ router: OpaquePointer?, _ table: Int32, _ out: UnsafeMutablePointer<Int>?
) -> Int32 {
  status { () throws(Refusal) in
    let box = unsafe try RouterHandle.box(router)
    unsafe try required(out).pointee = try box.router.rowCount(table)
    return FENLIU_OK
  }
}

@c @implementation
public func fenliu_table_text(
  _ router: OpaquePointer?, _ table: Int32, _ row: Int, _ column: Int32,
  _ out: UnsafeMutablePointer<fenliu_string>?
) -> Int32 {
  status { () throws(Refusal) in
    let box = unsafe try RouterHandle.box(router)
    unsafe try required(out).pointee = try box.router.text(table, row, column)
    return FENLIU_OK
  }
}
