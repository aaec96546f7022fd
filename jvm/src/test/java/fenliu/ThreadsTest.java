package fenliu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** One router, eight threads; routers closed and swapped while they are at work. */
class ThreadsTest {
  private static final int THREADS = 8;

  /** Runs work on eight threads; {@code meanwhile} begins when all of them have. */
  private static <T> List<T> onEight(Callable<T> work, Runnable meanwhile) throws Exception {
    var pool = Executors.newFixedThreadPool(THREADS);
    var started = new CountDownLatch(THREADS);
    try {
      var futures = new ArrayList<Future<T>>();
      for (int i = 0; i < THREADS; i++) {
        futures.add(
            pool.submit(
                () -> {
                  started.countDown();
                  return work.call();
                }));
      }
      started.await();
      meanwhile.run();
      var results = new ArrayList<T>();
      for (Future<T> future : futures) results.add(future.get());
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void eightThreadsAgreeWithOne() throws Exception {
    List<String> texts = Data.lines("train.txt");
    try (Router router = Router.open(Data.pack())) {
      List<Decision> alone = router.routeAll(texts);
      for (List<Decision> together : onEight(() -> router.routeAll(texts), () -> {})) {
        assertEquals(alone, together);
      }
      assertEquals(alone, texts.parallelStream().map(router::route).toList());
    }
  }

  /** Routes until the router is closed, and counts how often. */
  private static int routeUntilClosed(Router router, Decision expected) {
    for (int count = 0; ; count++) {
      Decision decision;
      try {
        decision = router.route(Data.LEAK);
      } catch (IllegalStateException closed) {
        return count;
      }
      assertEquals(expected, decision);
    }
  }

  @Test
  void closingEndsCallsAsTheyWouldHave() throws Exception {
    for (int round = 0; round < 20; round++) {
      Router router = Router.open(Data.pack());
      Decision expected = router.route(Data.LEAK);
      // Even rounds close while workers are being made.
      boolean isEarly = round % 2 == 0;
      List<Integer> counts =
          onEight(
              () -> routeUntilClosed(router, expected),
              () -> {
                if (!isEarly) pause(20);
                router.close();
              });
      int sum = counts.stream().mapToInt(Integer::intValue).sum();
      assertTrue(isEarly || sum > 0, counts::toString);
    }
  }

  @Test
  void reloadingDropsNoCall() throws Exception {
    var current = new AtomicReference<>(Router.open(Data.pack()));
    Decision expected = current.get().route(Data.LEAK);
    var routed = new AtomicInteger();
    Callable<Boolean> work =
        () -> {
          while (current.get() != null) {
            Router router = current.get();
            if (router != null && routeOnce(router, expected)) routed.incrementAndGet();
          }
          return true;
        };
    onEight(
        work,
        () -> {
          for (int swap = 0; swap < 30; swap++) {
            current.getAndSet(Router.open(Data.pack())).close();
          }
          current.getAndSet(null).close();
        });
    assertTrue(routed.get() > 0);
  }

  /** False if the router was closed before the call: the caller takes the new one. */
  private static boolean routeOnce(Router router, Decision expected) {
    try {
      assertEquals(expected, router.route(Data.LEAK));
      return true;
    } catch (IllegalStateException closed) {
      return false;
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException error) {
      throw new IllegalStateException(error);
    }
  }
}
