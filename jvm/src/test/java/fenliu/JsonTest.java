package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is byte for byte what {@code fenliu route} prints, and records say what JSON says. */
class JsonTest {
  @ParameterizedTest
  @ValueSource(strings = {"samples", "train"})
  void linesAreThoseOfTheCommand(String corpus) {
    List<String> texts = Data.lines(corpus + ".txt");
    try (Router router = Router.open(Data.pack())) {
      assertLines(Data.lines(corpus + ".json"), texts.stream().map(router::routeJson).toList());
    }
  }

  private static void assertLines(List<String> expected, List<String> lines) {
    assertEquals(expected.size(), lines.size());
    for (int i = 0; i < lines.size(); i++) assertEquals(expected.get(i), lines.get(i));
  }

  @Test
  void timePlaceAndIdAreThoseOfTheCommand() {
    try (Router router = Router.open(Data.pack())) {
      List<String> lines = Data.calls().stream().map(router::routeJson).toList();
      assertLines(Data.lines("calls.json"), lines);
    }
  }

  @Test
  void bytesAreTheLineInUtf8() {
    try (Router router = Router.open(Data.pack())) {
      for (Call call : Data.calls()) {
        assertArrayEquals(router.routeJson(call).getBytes(UTF_8), router.routeJsonBytes(call));
      }
    }
  }

  @Test
  void recordsSayWhatJsonSays() {
    try (Router router = Router.open(Data.pack())) {
      for (String text : Data.lines("train.txt")) {
        assertEquals(router.routeJson(text), DecisionJson.of(router.explain(Call.of(text))), text);
      }
      for (Call call : Data.calls()) {
        assertEquals(router.routeJson(call.id(null)), DecisionJson.of(router.explain(call)));
      }
    }
  }

  @Test
  void routingSaysWhatExplainingSays() {
    try (Router router = Router.open(Data.pack())) {
      List<String> texts = Data.lines("train.txt");
      List<Decision> decisions = router.routeAll(texts);
      assertEquals(texts.size(), decisions.size());
      for (int i = 0; i < texts.size(); i++) {
        assertEquals(router.explain(Call.of(texts.get(i))).decision(), decisions.get(i));
        assertEquals(router.route(texts.get(i)), decisions.get(i));
      }
    }
  }
}
