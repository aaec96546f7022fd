package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;

import fenliu.Decision.Category;
import fenliu.Decision.Channel;
import fenliu.Decision.Citation;
import fenliu.Jurisdiction.Township;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What the rows of a pack stand for, read once when it is opened. O(rows). */
final class Tables {
  final Pack pack;
  final Category[] categories;
  final Township[] townships;
  final Channel[] channels;
  final Citation[] citations;
  final String[] dangers;

  /** Reads the tables of a router that is open. */
  Tables(long router) {
    pack = pack(router);
    categories = read(router, 0, row -> new Category(row.id(), row.name()), Category[]::new);
    townships = read(router, 2, row -> new Township(row.id(), row.name()), Township[]::new);
    channels =
        read(
            router,
            5,
            row -> new Channel(row.id(), row.name(), row.text(KIND), row.text(NUMBER)),
            Channel[]::new);
    citations =
        read(
            router,
            6,
            row -> new Citation(row.id(), row.name(), row.text(SECTION)),
            Citation[]::new);
    dangers = read(router, 8, Row::id, String[]::new);
  }

  // FENLIU_COLUMN_…; the tables above are FENLIU_TABLE_….
  private static final int ID = 0;
  private static final int NAME = 1;
  private static final int KIND = 2;
  private static final int NUMBER = 3;
  private static final int SECTION = 4;

  private record Row(long router, int table, int index) {
    String id() {
      return text(ID);
    }

    String name() {
      return text(NAME);
    }

    String text(int column) {
      byte[] bytes = Native.tableText(router, table, index, column);
      return bytes == null ? null : new String(bytes, UTF_8);
    }
  }

  private static <T> T[] read(
      long router, int table, Function<Row, T> read, IntFunction<T[]> array) {
    int count = Native.tableCount(router, table);
    if (count < 0) throw FenliuException.of(count);
    T[] rows = array.apply(count);
    for (int i = 0; i < count; i++) rows[i] = read.apply(new Row(router, table, i));
    return rows;
  }

  private static Pack pack(long router) {
    long[] numbers = new long[12];
    int status = Native.pack(router, numbers);
    if (status < 0) throw FenliuException.of(status);
    String[] texts = new String[4];
    for (int i = 0; i < 4; i++) {
      byte[] bytes = Native.bytes(numbers[4 + 2 * i], (int) numbers[5 + 2 * i]);
      texts[i] = new String(bytes, UTF_8);
    }
    LocalDate to = numbers[3] == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(numbers[3]);
    return new Pack(
        texts[0],
        texts[1],
        texts[2],
        texts[3],
        (int) numbers[0],
        numbers[1],
        LocalDate.ofEpochDay(numbers[2]),
        to);
  }
}
