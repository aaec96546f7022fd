package fenliu;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A call with all that is known of it. Immutable: {@code Call.of(text).at(time).place("葛城街道")}.
 *
 * @param text what was said; never null
 * @param at when it came in; null if unknown, and then no deadline is computed. Hours of the day
 *     are read in its own offset, which should be China's
 * @param place where it is, if the desk knows that apart from the text; else null
 * @param id goes out as {@code "id"} in JSON; null for none
 */
public record Call(String text, OffsetDateTime at, String place, String id) {
  /**
   * Checks that there is a text.
   *
   * @param text never null
   * @param at may be null
   * @param place may be null
   * @param id may be null
   */
  public Call {
    Objects.requireNonNull(text, "text");
  }

  /**
   * {@return a call of which the text is known}
   *
   * @param text what was said
   */
  public static Call of(String text) {
    return new Call(text, null, null, null);
  }

  /**
   * {@return the same call at another time}
   *
   * @param at when it came in, or null
   */
  public Call at(OffsetDateTime at) {
    return new Call(text, at, place, id);
  }

  /**
   * {@return the same call elsewhere}
   *
   * @param place where it is, or null
   */
  public Call place(String place) {
    return new Call(text, at, place, id);
  }

  /**
   * {@return the same call with another id}
   *
   * @param id goes out in JSON; or null
   */
  public Call id(String id) {
    return new Call(text, at, place, id);
  }

  /** Seconds since 1970-01-01T00:00:00Z, if there is a time. */
  long seconds() {
    return at == null ? 0 : at.toEpochSecond();
  }

  /** Offset from UTC in seconds, or {@link Native#NO_TIME}. */
  int offset() {
    return at == null ? Native.NO_TIME : at.getOffset().getTotalSeconds();
  }
}
