package fenliu;

/** Whose matter a call is. */
public enum Policing {
  /** The police's. */
  POLICE("police"),
  /** Another department's. */
  NON_POLICE("non-police"),
  /** Police first, together with the unit. */
  JOINT("joint"),
  /** Nobody is sent. */
  NONE("none");

  private final String id;

  Policing(String id) {
    this.id = id;
  }

  /** {@return what JSON says, as {@code non-police}} */
  public String id() {
    return id;
  }

  static final Policing[] ALL = values();
}
