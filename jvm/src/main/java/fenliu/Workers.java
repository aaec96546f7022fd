package fenliu;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The workers of a router, kept for the next call. Nobody waits for another: who finds none makes
 * one. Unlike thread-locals they serve virtual threads too, and are gone when the router is closed.
 *
 * <p>Each worker owns a share of the native router, so it is freed when {@link #run} was called and
 * the last call under way has given its worker back.
 */
final class Workers implements Runnable {
  /** How many are kept; a power of two. */
  private static final int SIZE = 64;
  /** Slots lie a cache line apart. */
  private static final int STRIDE = 16;

  private final AtomicReferenceArray<Worker> slots = new AtomicReferenceArray<>(SIZE * STRIDE);
  private final long router;
  private volatile boolean closed;

  /** Takes over the router. */
  Workers(long router) {
    this.router = router;
  }

  /**
   * Hands out a worker that the caller must {@link #give} back.
   *
   * @throws IllegalStateException if the router is closed
   */
  Worker take() {
    if (closed) throw new IllegalStateException(CLOSED);
    int first = home();
    for (int i = 0; i < SIZE; i++) {
      int slot = (first + i) % SIZE * STRIDE;
      if (slots.getPlain(slot) == null) continue;
      Worker worker = slots.getAndSet(slot, null);
      if (worker != null) return worker;
    }
    return make();
  }

  /** Takes a worker back; destroys it if the router was closed meanwhile, or many are kept. */
  void give(Worker worker) {
    int first = home();
    for (int i = 0; i < SIZE; i++) {
      int slot = (first + i) % SIZE * STRIDE;
      if (slots.getPlain(slot) == null && slots.compareAndSet(slot, null, worker)) {
        // Closing sets the flag, then empties the slots: one of the two sees the other.
        if (closed) empty();
        return;
      }
    }
    worker.destroy();
  }

  /** Closes: no worker is handed out any more. The router's cleaner runs it once. */
  @Override
  public void run() {
    synchronized (this) {
      closed = true;
      Native.close(router);
    }
    empty();
  }

  /** Under the lock, so that the router is not closed in between. */
  private synchronized Worker make() {
    if (closed) throw new IllegalStateException(CLOSED);
    return new Worker(router);
  }

  private void empty() {
    for (int i = 0; i < SIZE; i++) {
      Worker worker = slots.getAndSet(i * STRIDE, null);
      if (worker != null) worker.destroy();
    }
  }

  /** Where this thread looks first. */
  private static int home() {
    return (int) (Thread.currentThread().getId() % SIZE);
  }

  private static final String CLOSED =
      "this fenliu router is closed: open another, and close it after its last call";
}
