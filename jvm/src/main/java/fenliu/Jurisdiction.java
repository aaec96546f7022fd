package fenliu;

import java.util.List;

/**
 * Where the call belongs.
 *
 * @param status how sure that is
 * @param township null unless {@code status} is {@link Status#RESOLVED}
 * @param village name of the village or community; null if none is known
 * @param candidates the townships an ambiguous place may mean, else none
 */
public record Jurisdiction(
    Status status, Township township, String village, List<Township> candidates) {

  /** How sure the place is. */
  public enum Status {
    /** One township has it. */
    RESOLVED("resolved"),
    /** Several townships may have it. */
    AMBIGUOUS("ambiguous"),
    /** Another county has it. */
    OUTSIDE("outside"),
    /** The call names no place. */
    NONE("none");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /** {@return what JSON says, as {@code resolved}} */
    public String id() {
      return id;
    }

    static final Status[] ALL = values();
  }

  /**
   * A township of the pack.
   *
   * @param code administrative code
   * @param name its name, as 葛城街道
   */
  public record Township(String code, String name) {}
}
