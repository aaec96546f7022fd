package fenliu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake has its documented error. */
class WrongUseTest {
  /** What was done to a pack, and what opening it says. */
  record Damage(String what, Consumer<byte[]> change, int length, ErrorCode code) {
    static Damage change(String what, int at, int value, ErrorCode code) {
      return new Damage(what, bytes -> bytes[at] = (byte) value, -1, code);
    }

    static Damage cut(int length, ErrorCode code) {
      return new Damage("cut to " + length, bytes -> {}, length, code);
    }
  }

  static Stream<Damage> damages() {
    return Stream.of(
        Damage.change("another magic", 0, 'f', ErrorCode.NOT_A_PACK),
        Damage.change("a later version", 16, 99, ErrorCode.PACK_NEWER),
        Damage.change("version 0", 16, 0, ErrorCode.PACK_OLDER),
        Damage.change("a wrong digest", 8, -1, ErrorCode.PACK_DAMAGED),
        Damage.change("a wrong byte", 100_000, 0xA5, ErrorCode.PACK_DAMAGED),
        Damage.cut(0, ErrorCode.PACK_DAMAGED),
        Damage.cut(7, ErrorCode.PACK_DAMAGED),
        Damage.cut(1_000_000, ErrorCode.PACK_DAMAGED));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void aBadPackIsRefused(Damage damage, @TempDir Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(Data.pack());
    damage.change.accept(bytes);
    Path file = folder.resolve("bad.pack");
    Files.write(file, damage.length < 0 ? bytes : Arrays.copyOf(bytes, damage.length));
    var error = assertThrows(FenliuException.class, () -> Router.open(file));
    assertEquals(damage.code, error.code(), error.getMessage());
    assertTrue(error.getMessage().startsWith(file + ": "), error.getMessage());
    assertTrue(error.status() < 0);
  }

  @Test
  void aFileThatIsNotThereSaysWhy(@TempDir Path folder) {
    var error =
        assertThrows(FenliuException.class, () -> Router.open(folder.resolve("没有.pack")));
    assertEquals(ErrorCode.IO, error.code());
    String message = error.getMessage();
    assertTrue(message.endsWith("没有.pack: No such file or directory"), message);
  }

  @Test
  void aFolderIsNoPack(@TempDir Path folder) {
    var error = assertThrows(FenliuException.class, () -> Router.open(folder));
    assertEquals(ErrorCode.IO, error.code());
  }

  @Test
  void aPathHoldsNoNul() {
    assertThrows(IllegalArgumentException.class, () -> Router.open("chengkou.pack\0"));
  }

  @Test
  void aClosedRouterRoutesNoMore() {
    Router router = Router.open(Data.pack());
    Decision decision = router.route(Data.LAMP);
    router.close();
    router.close();
    List<Executable> uses =
        List.of(
            () -> router.route(Data.LAMP),
            () -> router.route(Data.LAMP, Instant.EPOCH),
            () -> router.route(Call.of(Data.LAMP)),
            () -> router.routeAll(List.of(Data.LAMP)),
            () -> router.explain(Call.of(Data.LAMP)),
            () -> router.routeJson(Data.LAMP),
            () -> router.routeJsonBytes(Call.of(Data.LAMP)));
    for (Executable use : uses) {
      var error = assertThrows(IllegalStateException.class, use);
      assertTrue(error.getMessage().contains("closed"));
    }
    assertEquals("chengkou", router.pack().id());
    assertEquals("县城市管理局", decision.lead().unit());
  }

  @Test
  void nullIsNoText() {
    try (Router router = Router.open(Data.pack())) {
      List<Executable> uses =
          List.of(
              () -> router.route((String) null),
              () -> router.route((Call) null),
              () -> router.route(Data.LAMP, (Instant) null),
              () -> router.routeJson((String) null),
              () -> router.routeJson((Call) null),
              () -> router.explain(null),
              () -> router.routeAll(null),
              () -> router.routeAll(Arrays.asList(Data.LAMP, null)),
              () -> Call.of(null),
              () -> Router.open((String) null),
              () -> Router.open((Path) null));
      for (Executable use : uses) assertThrows(NullPointerException.class, use);
      assertEquals(Policing.NON_POLICE, router.route(Data.LAMP).policing());
    }
  }

  @Test
  void everyErrorHasItsMessage() {
    for (int status = -1; status >= -13; status--) {
      var error = FenliuException.of(status);
      assertEquals(status, error.status());
      assertTrue(error.getMessage().length() > 10, error.getMessage());
    }
    assertEquals(ErrorCode.OTHER, FenliuException.of(-1).code());
  }
}
