/// A labelled call to learn from.
public struct TrainingCall: Sendable {
  public var text: String
  /// Ids of the categories that count as right, the label first.
  public var categories: [String]
  /// True if police are sent; nil if the label doesn't say (cities differ, or no dispatch).
  public var sendsPolice: Bool?
  public var isUrgent: Bool
  /// Which hand wrote it.
  public var batch: String

  public init(
    text: String, categories: [String], sendsPolice: Bool?, isUrgent: Bool, batch: String
  ) {
    self.text = text
    self.categories = categories
    self.sendsPolice = sendsPolice
    self.isUrgent = isUrgent
    self.batch = batch
  }
}
