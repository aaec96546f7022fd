/// A call with what it should be.
public struct LabelledCall: Sendable, Equatable {
  public var line = 0
  public var id = ""
  public var text = ""
  public var policing = ""
  /// The label, then others that count as right.
  public var categories: [String] = []
  public var units: [String] = []
  public var urgent = false
  /// Cities differ on its side: left out of the policing figure.
  public var isAmbiguous = false
  public var genre = ""
  public var dialect = ""
  public var batch = ""
  public var tags: [String] = []
  /// Nil where the table has no place columns.
  public var placeStatus: String?
  public var township: String?

  public init() {}

  /// What joins it with its twin: the batch and the `pair-NN` tag.
  var pair: String? {
    tags.first { $0.hasPrefix("pair-") }.map { "\(batch)\t\($0)" }
  }
}
