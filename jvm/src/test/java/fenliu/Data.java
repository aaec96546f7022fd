package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/** What {@code make jvm-test} has laid ready: a pack, calls, and what {@code fenliu route} says. */
final class Data {
  /** A call of danger, urgent, with a limit of half an hour from the call's time. */
  static final String LEAK = "钢铁厂煤气泄漏死了三个人";
  /** An everyday matter. */
  static final String LAMP = "葛城街道南大街路灯坏了几天了";

  private Data() {}

  static Path path(String name) {
    return Path.of(System.getProperty("fenliu.data"), name);
  }

  static Path pack() {
    return path("chengkou.pack");
  }

  static List<String> lines(String name) {
    try {
      return Files.readAllLines(path(name), UTF_8);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** Text, id, time and place of each row of {@code calls.tsv}. */
  static List<Call> calls() {
    return lines("calls.tsv").stream().skip(1).map(Data::call).toList();
  }

  private static Call call(String row) {
    String[] cells = row.split("\t", -1);
    var at = cells[2].isEmpty() ? null : OffsetDateTime.parse(cells[2]);
    String place = cells[3].isEmpty() ? null : cells[3];
    return new Call(cells[1], at, place, cells[0].isEmpty() ? null : cells[0]);
  }
}
