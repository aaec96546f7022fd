package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Opens packs, and says why not. */
final class Opening {
  private Opening() {}

  /** The address of a native router, which the caller owns. */
  static long open(String path) {
    if (path.indexOf('\0') >= 0) throw new IllegalArgumentException("a path cannot hold NUL");
    long[] result = new long[2];
    int status = Native.open(path.getBytes(UTF_8), result);
    if (status >= 0) return result[0];
    boolean systemKnows = ErrorCode.of(status) == ErrorCode.IO && result[1] != 0;
    String why = systemKnows ? Native.systemMessage((int) result[1]) : Native.message(status);
    throw new FenliuException(status, path + ": " + why);
  }
}
