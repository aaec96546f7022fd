package fenliu;

/** A pack that cannot be opened, or a call that cannot be routed. The message says what to do. */
public final class FenliuException extends RuntimeException {
  private static final long serialVersionUID = 1;
  /** As the C library has it. */
  private final int status;

  FenliuException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** An error of a call. */
  static FenliuException of(int status) {
    return new FenliuException(status, Native.message(status));
  }

  /** {@return what went wrong} */
  public ErrorCode code() {
    return ErrorCode.of(status);
  }

  /** {@return the status that {@code fenliu.h} documents, negative} */
  public int status() {
    return status;
  }
}
