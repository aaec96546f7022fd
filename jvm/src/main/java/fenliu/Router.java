package fenliu;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Routes calls by one pack: one county's plan and places, compiled by {@code fenliu compile}.
 *
 * <p>Threads: any number may use one router at a time, virtual ones too; nobody waits for another.
 * Routing is linear in the text.
 *
 * <p>Closing: {@link #close} may be called at any time, by any thread and more than once. Calls
 * under way end as they would have, later ones throw {@link IllegalStateException}; native memory
 * is freed with the last call. A router that is forgotten is closed by the garbage collector, some
 * day. Decisions live on. To reload, open the new pack, put it where your threads take their router
 * from (an {@code AtomicReference}), and close the old one: who had just taken that gets the
 * exception and takes the new one.
 *
 * <p>Text: any string is routed. One with an unpaired surrogate is not well-formed; see {@link
 * Decision#illFormed}. A call for help never goes unanswered for the sake of its encoding.
 *
 * <p>Time: deadlines and office hours depend on when a call came in. An {@link Instant} is read in
 * China's time (+08:00), an {@link OffsetDateTime} in its own offset, to the minute; fractions of a
 * second are dropped. Years outside 0…9999 throw {@link FenliuException} with {@link
 * ErrorCode#BAD_TIMESTAMP}.
 */
public final class Router implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int CHINA = 8 * 3600;

  private final Names names;
  private final Workers workers;
  private final Cleaner.Cleanable cleanable;

  private Router(Tables tables, Workers workers) {
    names = new Names(tables);
    this.workers = workers;
    cleanable = CLEANER.register(this, workers);
  }

  /**
   * Opens a pack: maps it, checks it and reads its names, which takes milliseconds. The file may
   * then be replaced by renaming another to its name, never overwritten in place.
   *
   * @param path of the file
   * @return a router, to be closed
   * @throws FenliuException {@link ErrorCode#IO}, {@link ErrorCode#NOT_A_PACK}, {@link
   *     ErrorCode#PACK_NEWER}, {@link ErrorCode#PACK_OLDER}, {@link ErrorCode#PACK_DAMAGED} or
   *     {@link ErrorCode#UNSUPPORTED_HOST}
   * @throws UnsatisfiedLinkError if there is no native library for this machine
   */
  public static Router open(String path) {
    long router = Opening.open(path);
    var workers = new Workers(router);
    try {
      return new Router(new Tables(router), workers);
    } catch (Throwable error) {
      workers.run();
      throw error;
    }
  }

  /**
   * {@return a router for a pack, as {@link #open(String)}}
   *
   * @param path of the file, on the default file system
   */
  public static Router open(Path path) {
    return open(path.toString());
  }

  /** {@return which pack it routes by} Works after closing too. */
  public Pack pack() {
    return names.tables.pack;
  }

  /**
   * {@return what is to be done about a call that says this} Deadlines are not computed.
   *
   * @param text what was said
   */
  public Decision route(String text) {
    return route(text, null, 0, Native.NO_TIME);
  }

  /**
   * {@return what is to be done about a call that came in then}
   *
   * @param text what was said
   * @param at when the call came in, read in China's time
   */
  public Decision route(String text, Instant at) {
    return route(text, null, at.getEpochSecond(), CHINA);
  }

  /**
   * {@return what is to be done about a call that came in then}
   *
   * @param text what was said
   * @param at when the call came in
   */
  public Decision route(String text, OffsetDateTime at) {
    return route(text, null, at.toEpochSecond(), at.getOffset().getTotalSeconds());
  }

  /**
   * {@return what is to be done about a call}
   *
   * @param call all that is known of it
   */
  public Decision route(Call call) {
    return route(call.text(), call.place(), call.seconds(), call.offset());
  }

  /**
   * Routes texts in order, on the caller's thread. For all cores: {@code
   * texts.parallelStream().map(router::route).toList()}.
   *
   * @param texts what was said; none null
   * @return a decision for each, in the same order, unmodifiable
   */
  public List<Decision> routeAll(List<String> texts) {
    var decisions = new ArrayList<Decision>(texts.size());
    for (String text : texts) decisions.add(route(text));
    return Collections.unmodifiableList(decisions);
  }

  /**
   * {@return a decision with what it rests on and what to ask} Takes longer than routing.
   *
   * @param call all that is known of it; {@code Call.of(text)}
   */
  public Explanation explain(Call call) {
    return with(worker -> reader(worker.explain(call)).explanation());
  }

  /**
   * {@return the line of JSON that {@code fenliu route} prints, without the line feed}
   *
   * @param text what was said
   */
  public String routeJson(String text) {
    return routeJson(Call.of(text));
  }

  /**
   * {@return the line of JSON that {@code fenliu route} prints, without the line feed}
   *
   * @param call all that is known of it
   */
  public String routeJson(Call call) {
    return with(worker -> worker.json(call));
  }

  /**
   * {@return the same line in UTF-8} For a file or a socket: nothing is decoded.
   *
   * @param call all that is known of it
   */
  public byte[] routeJsonBytes(Call call) {
    return with(worker -> worker.jsonBytes(call));
  }

  /** Closes the router. What was closed stays so. */
  @Override
  public void close() {
    cleanable.clean();
  }

  /** What {@link #with} does, without allocating a function. */
  private Decision route(String text, String place, long seconds, int offset) {
    Objects.requireNonNull(text, "text");
    Worker worker = workers.take();
    try {
      return reader(worker.route(text, place, seconds, offset)).decision();
    } finally {
      workers.give(worker);
    }
  }

  private <T> T with(Function<Worker, T> body) {
    Worker worker = workers.take();
    try {
      return body.apply(worker);
    } finally {
      workers.give(worker);
    }
  }

  private DecisionReader reader(long[] numbers) {
    return new DecisionReader(names, numbers);
  }
}
