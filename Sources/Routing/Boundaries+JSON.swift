import Classifier
import Jurisdiction

extension JSONWriter {
  /// Writes the boundaries; of what becomes of a decision only what changes is written.
  mutating func boundaries(_ boundaries: Boundaries) {
    object { json in
      json.key("words")
      json.array(boundaries.words) { json, word in
        json.object {
          $0.field("word", word.text)
          $0.field("start", word.range.lowerBound)
          $0.field("end", word.range.upperBound)
          $0.field("kind", word.kind.name)
          $0.key("becomes")
          $0.change(from: boundaries.outcome, to: word.becomes)
        }
      }
      json.key("second")
      if let second = boundaries.second {
        json.object {
          $0.field("category", second.id)
          $0.field("category_name", second.name)
          $0.field("behind", boundaries.behind)
        }
      } else {
        json.null()
      }
      json.field("urgency", boundaries.urgency)
      json.field("routes", boundaries.routes)
    }
  }

  private mutating func change(from old: Boundaries.Outcome, to new: Boundaries.Outcome) {
    object { json in
      if old.policing != new.policing { json.field("policing", new.policing.name) }
      if old.category != new.category {
        json.field("category", new.category)
        json.field("category_name", new.categoryName)
      }
      if old.urgent != new.urgent { json.field("urgent", new.urgent) }
      if old.lead != new.lead { json.field("lead", new.lead) }
      if old.place != new.place { json.field("status", new.place.name) }
      if old.township != new.township { json.field("township", new.township) }
    }
  }
}
