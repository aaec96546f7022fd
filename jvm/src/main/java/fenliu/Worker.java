package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Working memory for one thread at a time. Owns a share of the router's native memory, which thus
 * outlives every call that is under way. Not thread-safe: {@link Workers} hands it out.
 */
final class Worker {
  private final long address;
  private long[] numbers = new long[512];
  private byte[] bytes = new byte[8192];

  /** For a router that is open. */
  Worker(long router) {
    address = Native.createWorker(router);
  }

  /** Frees the native memory; nothing else may follow. */
  void destroy() {
    Native.destroyWorker(address);
  }

  /** Routes a call; the numbers are valid until the next one. */
  long[] route(String text, String place, long seconds, int offset) {
    return route(text, place, seconds, offset, false);
  }

  /** The same with evidence and question. */
  long[] explain(Call call) {
    return route(call.text(), call.place(), call.seconds(), call.offset(), true);
  }

  private long[] route(String text, String place, long seconds, int offset, boolean explain) {
    int count = check(Native.route(address, text, place, seconds, offset, explain, numbers));
    if (count > numbers.length) {
      numbers = new long[count];
      Native.copyNumbers(address, numbers);
    }
    return numbers;
  }

  String json(Call call) {
    int count = fillBytes(call);
    return new String(bytes, 0, count, UTF_8);
  }

  byte[] jsonBytes(Call call) {
    int count = fillBytes(call);
    return Arrays.copyOf(bytes, count);
  }

  private int fillBytes(Call call) {
    int count =
        check(
            Native.routeJson(
                address,
                call.text(),
                call.place(),
                call.id(),
                call.seconds(),
                call.offset(),
                bytes));
    if (count > bytes.length) {
      bytes = new byte[count];
      Native.copyBytes(address, bytes);
    }
    return count;
  }

  private static int check(int status) {
    if (status < 0) throw FenliuException.of(status);
    return status;
  }
}
