/// Which side of the police line a call is on.
@frozen
public enum Policing: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  case police, nonPolice, joint, none

  /// The name used in tables and output.
  public var name: String {
    switch self {
    case .police: "police"
    case .nonPolice: "non-police"
    case .joint: "joint"
    case .none: "none"
    }
  }
}

/// What the caller wants.
@frozen
public enum Intent: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  case report, help, complaint, tipOff, enquiry, suggestion

  /// The name used in tables and output.
  public var name: String {
    switch self {
    case .report: "报警"
    case .help: "求助"
    case .complaint: "投诉"
    case .tipOff: "举报"
    case .enquiry: "咨询"
    case .suggestion: "建议"
    }
  }
}

/// What a posting or rule speaks about.
@frozen
public enum TargetKind: UInt8, BitwiseCopyable, Sendable {
  case category, concept, danger, intent, side, cue, exclusion
  /// As the limit of an exclusion: shields against everything.
  case any
}
