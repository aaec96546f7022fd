package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The strings that a pack's decisions are made of, each decoded once. A text is known by where it
 * lies in the router; there are as many as the pack has names. Any number of threads may ask.
 */
final class Texts {
  /** Final fields: who sees an entry sees it whole, though it was published by a race. */
  private record Entry(long address, long length, String text) {}

  /** At most half full; its length is a power of two. */
  private volatile Entry[] entries = new Entry[1024];

  private int count;

  /**
   * The text at an address, null for address 0. Amortized O(1).
   *
   * <p>The caller holds something that keeps the router open: a worker.
   */
  String at(long address, long length) {
    if (address == 0) return null;
    Entry known = find(entries, address, length);
    return known != null ? known.text : add(address, length);
  }

  private static Entry find(Entry[] entries, long address, long length) {
    int mask = entries.length - 1;
    for (int slot = hash(address) & mask; ; slot = (slot + 1) & mask) {
      Entry entry = entries[slot];
      if (entry == null || (entry.address == address && entry.length == length)) return entry;
    }
  }

  private synchronized String add(long address, long length) {
    Entry known = find(entries, address, length);
    if (known != null) return known.text;
    byte[] bytes = Native.bytes(address, Math.toIntExact(length));
    var entry = new Entry(address, length, new String(bytes, UTF_8));
    if (2 * ++count > entries.length) grow();
    put(entries, entry);
    return entry.text;
  }

  private void grow() {
    var larger = new Entry[2 * entries.length];
    for (Entry entry : entries) {
      if (entry != null) put(larger, entry);
    }
    entries = larger;
  }

  private static void put(Entry[] entries, Entry entry) {
    int mask = entries.length - 1;
    int slot = hash(entry.address) & mask;
    while (entries[slot] != null) slot = (slot + 1) & mask;
    entries[slot] = entry;
  }

  private static int hash(long address) {
    return (int) (address * 0x9E3779B97F4A7C15L >>> 32);
  }
}
