public import Classifier

extension Router {
  /// How far a call lies above the bar of urgency: see `Lexicon.urgencyMargin`.
  ///
  /// - Precondition: `scratch` still holds the call that `verdict` is about.
  public func urgencyMargin(of verdict: Verdict, scratch: inout Scratch) -> Float {
    lexicon.urgencyMargin(of: verdict, scratch: &scratch.classifier)
  }
}
