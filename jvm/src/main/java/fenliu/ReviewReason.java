package fenliu;

import java.util.ArrayList;
import java.util.List;

/** Why a person should look at a decision. */
public enum ReviewReason {
  /** Nothing in the text speaks for any category. */
  NO_EVIDENCE("no-evidence"),
  /** What speaks for the category is little. */
  LOW_SCORE("low-score"),
  /** The next category is close. */
  SMALL_MARGIN("small-margin"),
  /** A danger is named, but no category. */
  DANGER_WITHOUT_CATEGORY("danger-without-category"),
  /** A danger is named, but by the category nobody would be sent. */
  DANGER_WITHOUT_DISPATCH("danger-without-dispatch"),
  /** The place belongs to another county. */
  PLACE_OUTSIDE("place-outside"),
  /** The place may be in several townships. */
  PLACE_AMBIGUOUS("place-ambiguous"),
  /** The plan has no unit for the matter. */
  NO_UNIT("no-unit"),
  /** The plan was not in force when the call came in. */
  NOT_IN_FORCE("not-in-force"),
  /** The call is close to the bar of urgency, on either side. */
  POSSIBLE_DANGER("possible-danger"),
  /** A reason that this version of the jar does not know. */
  OTHER("other");

  private static final ReviewReason[] ALL = values();
  private final String id;

  ReviewReason(String id) {
    this.id = id;
  }

  /** {@return what JSON says, as {@code low-score}} */
  public String id() {
    return id;
  }

  /** The reasons whose bits are set, in order of the bits. */
  static List<ReviewReason> of(long bits) {
    if (bits == 0) return List.of();
    var reasons = new ArrayList<ReviewReason>(4);
    for (ReviewReason reason : ALL) {
      long known = 1L << reason.ordinal();
      if (reason == OTHER ? bits >= known : (bits & known) != 0) reasons.add(reason);
    }
    return List.copyOf(reasons);
  }
}
