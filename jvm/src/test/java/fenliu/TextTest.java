package fenliu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any string is routed: a call never goes unanswered for the sake of its encoding. */
class TextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\0", "a\0b", "é", "中", "🙂", "\uFFFF", "a中🙂é", "\uDBFF\uDFFF"})
  void wellFormedTextIsKnownAsSuch(String text) {
    try (Router router = Router.open(Data.pack())) {
      assertFalse(router.route(text).illFormed());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\uDE42", "\uDE42\uD83D", "a\uD83D", "\uD83Da", "\uD83D\uD83D"})
  void anUnpairedSurrogateIsToldAndTheRestRouted(String broken) {
    try (Router router = Router.open(Data.pack())) {
      Decision decision = router.route(Data.LEAK + "。" + broken);
      assertTrue(decision.illFormed());
      assertTrue(decision.urgent());
      assertEquals(router.route(Data.LEAK).lead(), decision.lead());
      assertEquals(
          router.routeJson(Data.LEAK + "。" + broken),
          DecisionJson.of(router.explain(Call.of(Data.LEAK + "。" + broken))));
    }
  }

  /** Offsets of evidence count UTF-8 bytes: so the text has been encoded as Java encodes it. */
  @Test
  void textIsEncodedAsJavaEncodesIt() {
    var random = new Random(110);
    try (Router router = Router.open(Data.pack())) {
      for (int round = 0; round < 500; round++) {
        String text = scalars(random, round) + "，路灯坏了";
        for (var piece : router.explain(Call.of(text)).evidence()) {
          if (piece.term().equals("路灯")) assertEquals("路灯", piece.in(text));
        }
        assertFalse(router.route(text).illFormed(), text);
      }
    }
  }

  private static String scalars(Random random, int count) {
    var text = new StringBuilder();
    int[] limits = {0x80, 0x800, 0xD800, 0x110000};
    for (int i = 0; i < count; i++) {
      int scalar = random.nextInt(limits[random.nextInt(limits.length)]);
      boolean isSurrogate = scalar >= 0xD800 && scalar < 0xE000;
      text.appendCodePoint(isSurrogate ? scalar + 0x800 : scalar);
    }
    return text.toString();
  }

  @Test
  void aTextMayBeLongAndTheNextOneShort() {
    String story = "路灯坏了，".repeat(200_000);
    try (Router router = Router.open(Data.pack())) {
      Decision before = router.route(Data.LAMP);
      Explanation why = router.explain(Call.of(story));
      assertEquals(router.routeJson(story), DecisionJson.of(why));
      assertTrue(why.evidence().stream().allMatch(e -> e.end() <= 3L * story.length()));
      assertEquals(before, router.route(Data.LAMP));
    }
  }
}
