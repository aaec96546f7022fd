package fenliu;

/**
 * The functions of {@code libfenliu_jni.so}. Addresses are as the functions before gave them:
 * nothing is checked here.
 */
final class Native {
  /** In the place of an offset: the call has no time. */
  static final int NO_TIME = Integer.MIN_VALUE;

  static {
    NativeLibrary.load();
    if (!isCompatible()) {
      throw new UnsatisfiedLinkError(
          "libfenliu.so.1 is version " + version() + ", older than this jar: install a newer one");
    }
  }

  private Native() {}

  private static native boolean isCompatible();

  static native String version();

  static native String message(int status);

  static native String systemMessage(int number);

  /** A status; {@code out} gets the router's address, and errno if there is none. */
  static native int open(byte[] path, long[] out);

  static native void close(long router);

  /** Format version, bytes, first and last day; id, name, code, digest as address and length. */
  static native int pack(long router, long[] out);

  static native int tableCount(long router, int table);

  static native byte[] tableText(long router, int table, int row, int column);

  /** What lies there in memory; null for address 0. */
  static native byte[] bytes(long address, int length);

  static native long createWorker(long router);

  static native void destroyWorker(long worker);

  /** How many numbers the decision takes, or an error; see {@link #copyNumbers} if out is short. */
  static native int route(
      long worker,
      String text,
      String place,
      long seconds,
      int offset,
      boolean explain,
      long[] out);

  static native void copyNumbers(long worker, long[] out);

  /** How many bytes the JSON takes, or an error; see {@link #copyBytes} if out is short. */
  static native int routeJson(
      long worker, String text, String place, String id, long seconds, int offset, byte[] out);

  static native void copyBytes(long worker, byte[] out);
}
