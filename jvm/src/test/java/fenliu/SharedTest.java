package fenliu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What calls have in common is made once, as long as there is room. */
class SharedTest {
  @Test
  void aValueIsKnownByItsNumbers() {
    var shared = new Shared<String>();
    long[] numbers = {7, 1, 2, 3, 7};
    assertNull(shared.get(0, numbers, 1, 4));
    String value = shared.add(0, numbers, 1, 4, "abc");
    assertSame(value, shared.get(0, new long[] {1, 2, 3}, 0, 3));
    assertSame(value, shared.add(0, numbers, 1, 4, "another"));
    assertNull(shared.get(0, numbers, 1, 3));
    assertNull(shared.get(0, numbers, 0, 3));
    assertNull(shared.get(1, numbers, 1, 4));
  }

  /** Even where all have one hash, and there are more than it holds. */
  @Test
  void noValueIsTakenForAnother() {
    for (int kinds : new int[] {1, 10, 1 << 30}) {
      var random = new Random(kinds);
      var shared = new Shared<Long>();
      int kept = 0;
      for (long key = 0; key < 3000; key++) {
        long[] numbers = {key};
        int hash = random.nextInt(kinds);
        assertEquals(key, shared.add(hash, numbers, 0, 1, key));
        Long known = shared.get(hash, numbers, 0, 1);
        if (known != null) {
          assertEquals(key, known);
          kept++;
        }
      }
      assertEquals(1024, kept);
    }
  }
}
