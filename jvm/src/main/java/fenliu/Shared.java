package fenliu;

import java.util.Arrays;

/**
 * Values that many calls have in common, made once: lists of rules, say. A value is known by the
 * numbers it is read from. Holds a thousand; what comes after is made anew each time. Any number of
 * threads may ask.
 */
final class Shared<T> {
  /** Final fields: who sees an entry sees it whole, though it was published by a race. */
  private record Entry<T>(int hash, long[] key, T value) {}

  private static final int SIZE = 2048;

  private final Entry<?>[] entries = new Entry<?>[SIZE];
  private int count;

  /** The value read from {@code numbers[from..<to]}, or null. O(to − from). */
  @SuppressWarnings("unchecked")
  T get(int hash, long[] numbers, int from, int to) {
    for (int slot = spread(hash); ; slot = (slot + 1) % SIZE) {
      Entry<?> entry = entries[slot];
      if (entry == null) return null;
      if (entry.hash == hash && Arrays.equals(entry.key, 0, entry.key.length, numbers, from, to)) {
        return (T) entry.value;
      }
    }
  }

  /** Keeps a value if there is room; returns the one to use. */
  synchronized T add(int hash, long[] numbers, int from, int to, T value) {
    T known = get(hash, numbers, from, to);
    if (known != null) return known;
    if (2 * count >= SIZE) return value;
    count++;
    int slot = spread(hash);
    while (entries[slot] != null) slot = (slot + 1) % SIZE;
    entries[slot] = new Entry<>(hash, Arrays.copyOfRange(numbers, from, to), value);
    return value;
  }

  private static int spread(int hash) {
    return (hash * 0x9E3779B9) >>> 21;
  }
}
