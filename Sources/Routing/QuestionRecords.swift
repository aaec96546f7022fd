public import Classifier
public import Pack

// The tables of a pack that choosing a question reads. Fixed layout, no padding.

/// One thing to ask the caller.
@frozen
public struct QuestionRecord: BitwiseCopyable, Sendable {
  /// What the question is about.
  @frozen
  public enum Topic: UInt8, BitwiseCopyable, Sendable, CaseIterable {
    /// Whether somebody is in danger now.
    case danger
    /// Which of several categories it is.
    case category
    /// Which matter is meant, where no question of their own tells categories apart.
    case matter
    /// What happened at all.
    case open
    /// Where it is, where no place was named.
    case placeMissing
    /// Which of several townships it is.
    case placeAmbiguous
    /// Whether it is another county's matter.
    case placeOutside

    /// The name used in tables.
    public var name: String {
      switch self {
      case .danger: "danger"
      case .category: "category"
      case .matter: "matter"
      case .open: "open"
      case .placeMissing: "place-missing"
      case .placeAmbiguous: "place-ambiguous"
      case .placeOutside: "place-outside"
      }
    }
  }

  public var id: StringRef
  /// The question as it is spoken; `{places}` stands for the townships it may be.
  public var text: StringRef
  /// Where its answers lie among those of all questions, one a category.
  public var firstAnswer: UInt32
  public var topic: Topic
  /// 1 if the text names the townships.
  public var namesPlaces: UInt8
  public var reserved: UInt16 = 0
  /// What in the text shows that the question is answered already: a run of `QuestionBar`.
  public var bars: ListRef

  public init(
    id: StringRef, text: StringRef, firstAnswer: UInt32, topic: Topic, namesPlaces: Bool,
    bars: ListRef
  ) {
    self.id = id
    self.text = text
    self.firstAnswer = firstAnswer
    self.topic = topic
    self.namesPlaces = namesPlaces ? 1 : 0
    self.bars = bars
  }
}

/// The answer that a question gets where a category is what the call is about.
@frozen
public struct QuestionAnswer: BitwiseCopyable, Sendable {
  /// 0 if the category says nothing of the answer; categories of one group give the same.
  public var group: UInt8
  /// Parts of `whole`: how much of the category's mass the question takes hold of.
  public var share: UInt8

  public init(group: UInt8, share: UInt8) {
    self.group = group
    self.share = share
  }

  /// The share of a category that the table names.
  public static let whole: UInt8 = 2
  /// The share of one that is meant only by its side or as the rest.
  public static let half: UInt8 = 1
  public static let none = QuestionAnswer(group: 0, share: 0)
}

/// A concept or danger whose presence answers a question.
@frozen
public struct QuestionBar: BitwiseCopyable, Sendable {
  public var kind: TargetKind
  public var reserved: UInt8 = 0
  public var target: UInt16

  public init(kind: TargetKind, target: UInt16) {
    self.kind = kind
    self.target = target
  }
}
