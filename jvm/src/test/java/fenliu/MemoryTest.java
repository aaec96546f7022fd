package fenliu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native memory is given back. A pack is mapped, so the system says whether a router lives. */
class MemoryTest {
  @TempDir Path folder;
  private Path pack;

  @BeforeEach
  void copyPack() throws IOException {
    pack = Files.copy(Data.pack(), folder.resolve("own.pack"));
  }

  private boolean isMapped() throws IOException {
    return Files.readString(Path.of("/proc/self/maps")).contains(pack.toString());
  }

  @Test
  void closingUnmapsThePack() throws IOException {
    Router router = Router.open(pack);
    router.route(Data.LAMP);
    router.explain(Call.of(Data.LAMP));
    assertTrue(isMapped());
    router.close();
    assertFalse(isMapped());
  }

  @Test
  void aCallUnderWayKeepsThePack() throws IOException {
    var workers = new Workers(Opening.open(pack.toString()));
    Worker busy = workers.take();
    workers.run();
    assertTrue(isMapped());
    assertTrue(busy.route(Data.LAMP, null, 0, Native.NO_TIME).length > 0);
    workers.give(busy);
    assertFalse(isMapped());
    assertThrows(IllegalStateException.class, workers::take);
  }

  @Test
  void moreWorkersThanAreKept() throws IOException {
    var workers = new Workers(Opening.open(pack.toString()));
    var busy = new ArrayList<Worker>();
    for (int i = 0; i < 100; i++) busy.add(workers.take());
    busy.forEach(workers::give);
    Worker last = workers.take();
    assertTrue(busy.contains(last));
    workers.run();
    assertTrue(isMapped());
    workers.give(last);
    assertFalse(isMapped());
  }

  @Test
  void aForgottenRouterIsClosedInTheEnd() throws Exception {
    String lead = forgetRouter();
    for (int i = 0; i < 100 && isMapped(); i++) {
      System.gc();
      Thread.sleep(50);
    }
    assertFalse(isMapped());
    assertEquals("县城市管理局", lead);
  }

  private String forgetRouter() {
    return Router.open(pack).route(Data.LAMP).lead().unit();
  }

  @Test
  void aPackThatIsRefusedIsNotKept() throws IOException {
    Files.write(pack, new byte[] {1, 2, 3});
    assertThrows(FenliuException.class, () -> Router.open(pack));
    assertFalse(isMapped());
  }

  @Test
  void theUnpackedLibraryIsDeleted() throws IOException {
    assertTrue(Native.version().length() > 0);
    String maps = Files.readString(Path.of("/proc/self/maps"));
    for (String line : maps.lines().filter(l -> l.contains("libfenliu")).toList()) {
      assertTrue(line.endsWith("(deleted)"), line);
    }
  }
}
