package fenliu;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Times as JSON has them. */
final class Times {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  private Times() {}

  static String rfc3339(OffsetDateTime time) {
    return RFC_3339.format(time);
  }
}
