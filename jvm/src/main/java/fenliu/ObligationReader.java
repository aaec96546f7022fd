package fenliu;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads obligations out of numbers: each is a {@code fenliu_obligation}, eight bytes a number.
 * Where nothing is due the whole list is one that was read before, most often.
 */
final class ObligationReader {
  /** Numbers of an obligation. */
  static final int SIZE = 15;

  // Where in it: unit and kind of due; six texts, as address and length; seconds; offset.
  private static final int KIND = 0;
  private static final int OWNER = 1;
  private static final int ACTION = 3;
  private static final int WITHIN = 5;
  private static final int FROM = 7;
  private static final int CONDITION = 9;
  private static final int BASIS = 11;
  private static final int SECONDS = 13;
  private static final int OFFSET = 14;

  private static final int DUE_UNKNOWN = 0;
  private static final int DUE_AT = 1;

  private final Names names;
  private final long[] numbers;

  ObligationReader(Names names, long[] numbers) {
    this.names = names;
    this.numbers = numbers;
  }

  /** The obligations from {@code numbers[from]} on. O(count). */
  List<Obligation> list(int from, int count) {
    int to = from + SIZE * count;
    int hash = count;
    boolean isTimed = false;
    for (int at = from; at < to; at += SIZE) {
      hash = 31 * hash + hash(at);
      isTimed |= kind(at) != DUE_UNKNOWN;
    }
    if (isTimed) return List.of(read(from, count));
    List<Obligation> known = names.obligationLists.get(hash, numbers, from, to);
    if (known != null) return known;
    return names.obligationLists.add(hash, numbers, from, to, List.of(read(from, count)));
  }

  private Obligation[] read(int from, int count) {
    var items = new Obligation[count];
    for (int i = 0; i < count; i++) items[i] = obligation(from + SIZE * i);
    return items;
  }

  private Obligation obligation(int at) {
    Obligation known = names.obligations.get(hash(at), numbers, at + OWNER, at + SECONDS);
    if (known == null) {
      known = with(at, null, null);
      known = names.obligations.add(hash(at), numbers, at + OWNER, at + SECONDS, known);
    }
    if (kind(at) == DUE_UNKNOWN) return known;
    if (kind(at) != DUE_AT) return with(at, null, "outside-calendar");
    var offset = ZoneOffset.ofTotalSeconds((int) numbers[at + OFFSET]);
    return with(at, Instant.ofEpochSecond(numbers[at + SECONDS]).atOffset(offset), null);
  }

  private Obligation with(int at, OffsetDateTime due, String dueReason) {
    return new Obligation(
        text(at + OWNER),
        text(at + ACTION),
        text(at + WITHIN),
        text(at + FROM),
        text(at + CONDITION),
        due,
        dueReason,
        text(at + BASIS));
  }

  private int hash(int at) {
    return Long.hashCode(numbers[at + ACTION] + 31 * numbers[at + OWNER] + numbers[at + CONDITION]);
  }

  private int kind(int at) {
    return (int) (numbers[at + KIND] >>> 32);
  }

  private String text(int at) {
    return names.texts.at(numbers[at], numbers[at + 1]);
  }
}
