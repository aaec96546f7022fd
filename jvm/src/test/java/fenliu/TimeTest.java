package fenliu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines run from the time a call came in. */
class TimeTest {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  /** The limits that run by the clock, from the call's time. */
  private static List<Obligation> clocked(Decision decision) {
    return decision.obligations().stream()
        .filter(o -> o.from().equals("接报") && o.within() != null && o.within().startsWith("PT"))
        .toList();
  }

  @Test
  void withoutATimeNothingIsDue() {
    try (Router router = Router.open(Data.pack())) {
      assertTrue(router.route(Data.LEAK).obligations().stream().allMatch(o -> o.due() == null));
    }
  }

  @Test
  void anInstantIsReadInChina() {
    var at = Instant.parse("2026-11-21T16:00:00.999Z");
    try (Router router = Router.open(Data.pack())) {
      Decision decision = router.route(Data.LEAK, at);
      assertEquals(2, clocked(decision).size());
      assertEquals(
          OffsetDateTime.parse("2026-11-22T00:30:00+08:00"), clocked(decision).get(0).due());
      assertEquals(decision, router.route(Data.LEAK, at.atOffset(CHINA)));
      assertEquals(decision, router.route(Call.of(Data.LEAK).at(at.atOffset(CHINA))));
    }
  }

  @Test
  void everyTimeComesBackInItsOffset() {
    var random = new Random(12345);
    var first = OffsetDateTime.parse("0000-01-02T00:00:00Z").toEpochSecond();
    var end = OffsetDateTime.parse("9999-12-30T00:00:00Z").toEpochSecond();
    try (Router router = Router.open(Data.pack())) {
      for (int round = 0; round < 20_000; round++) {
        var offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 1080 + 1) - 1080));
        var at = Instant.ofEpochSecond(random.nextLong(first, end)).atOffset(offset);
        for (Obligation owed : clocked(router.route(Data.LEAK, at))) {
          assertEquals(at.plus(Duration.parse(owed.within())), owed.due());
        }
      }
    }
  }

  @Test
  void secondsOfAnOffsetAreLeftOut() {
    var at = OffsetDateTime.parse("2026-11-21T20:43:00+08:05:43");
    try (Router router = Router.open(Data.pack())) {
      OffsetDateTime due = clocked(router.route(Data.LEAK, at)).get(0).due();
      assertEquals(at.plusMinutes(30).toInstant(), due.toInstant());
      assertEquals(ZoneOffset.ofHoursMinutes(8, 5), due.getOffset());
    }
  }

  @Test
  void outsideTheCalendarIsSaid() {
    try (Router router = Router.open(Data.pack())) {
      Decision decision = router.route(Data.LAMP, Instant.parse("1999-12-31T00:00:00Z"));
      var reasons = decision.obligations().stream().filter(o -> o.dueReason() != null).toList();
      assertTrue(reasons.size() > 0);
      for (Obligation owed : reasons) {
        assertNull(owed.due());
        assertEquals("outside-calendar", owed.dueReason());
      }
      assertEquals(List.of(ReviewReason.NOT_IN_FORCE), decision.reviewReasons());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999-12-31T16:00:00Z", // the first of a year with five digits, in China
        "-0001-12-31T15:59:59Z", // the last before year 0
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
      })
  void yearsOutsideFourDigitsAreRefused(String time) {
    var at = Instant.parse(time);
    try (Router router = Router.open(Data.pack())) {
      var error = assertThrows(FenliuException.class, () -> router.route(Data.LEAK, at));
      assertEquals(ErrorCode.BAD_TIMESTAMP, error.code());
    }
  }
}
