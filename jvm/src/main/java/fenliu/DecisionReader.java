package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;

import fenliu.Decision.Alternative;
import fenliu.Decision.Channel;
import fenliu.Decision.Citation;
import fenliu.Decision.Notice;
import fenliu.Decision.Part;
import fenliu.Explanation.Evidence;
import fenliu.Jurisdiction.Township;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * Reads decisions out of numbers, in the order in which {@code numbers.c} wrote them. Names are
 * shared, so that a decision is little more than references. O(size).
 */
final class DecisionReader {
  private static final int DUE_AT = 1;
  private static final int OUTSIDE_CALENDAR = 2;
  private static final int ILL_FORMED = 1;

  private final Tables tables;
  private final Texts texts;
  private final long[] numbers;
  private int next;

  DecisionReader(Tables tables, Texts texts, long[] numbers) {
    this.tables = tables;
    this.texts = texts;
    this.numbers = numbers;
  }

  Decision decision() {
    boolean illFormed = (number() & ILL_FORMED) != 0;
    var policing = Policing.ALL[index()];
    var category = tables.categories[index()];
    boolean urgent = number() != 0;
    String level = text();
    var intent = Intent.ALL[index()];
    var reasons = ReviewReason.of(number());
    double confidence = real();
    var jurisdiction = jurisdiction();
    Part lead = index() == 0 ? null : part();
    List<Part> coUnits = list(new Part[index()], DecisionReader::part);
    List<Notice> notified = list(new Notice[index()], r -> new Notice(r.text(), r.text()));
    List<Alternative> alternatives = list(new Alternative[index()], DecisionReader::alternative);
    List<Obligation> obligations = list(new Obligation[index()], DecisionReader::obligation);
    List<Channel> channels = list(new Channel[index()], r -> r.tables.channels[r.index()]);
    List<Citation> basis = list(new Citation[index()], r -> r.tables.citations[r.index()]);
    return new Decision(
        tables.pack.id(),
        tables.pack.digest(),
        policing,
        category,
        alternatives,
        urgent,
        level,
        intent,
        lead,
        coUnits,
        notified,
        jurisdiction,
        obligations,
        channels,
        basis,
        confidence,
        reasons,
        illFormed);
  }

  /** The text of the question is the only one that is not the router's, so it is not kept. */
  Explanation explanation() {
    var decision = decision();
    List<Evidence> evidence = list(new Evidence[index()], DecisionReader::evidence);
    byte[] ask = Native.bytes(number(), index());
    return new Explanation(decision, evidence, ask == null ? null : new String(ask, UTF_8));
  }

  private Jurisdiction jurisdiction() {
    var status = Jurisdiction.Status.ALL[index()];
    int township = index();
    String village = text();
    List<Township> candidates = list(new Township[index()], r -> r.tables.townships[r.index()]);
    return new Jurisdiction(
        status, township < 0 ? null : tables.townships[township], village, candidates);
  }

  private Part part() {
    return new Part(text(), text());
  }

  private Alternative alternative() {
    return new Alternative(tables.categories[index()], real());
  }

  private Obligation obligation() {
    String owner = text();
    String action = text();
    String within = text();
    String from = text();
    String condition = text();
    String basis = text();
    int kind = index();
    long seconds = number();
    int offset = index();
    OffsetDateTime due = null;
    if (kind == DUE_AT) {
      due = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.ofTotalSeconds(offset));
    }
    String reason = kind == OUTSIDE_CALENDAR ? "outside-calendar" : null;
    return new Obligation(owner, action, within, from, condition, due, reason, basis);
  }

  private Evidence evidence() {
    int kind = index();
    int target = index();
    String term = text();
    String context = text();
    return new Evidence(term, number(), number(), target(kind, target), real(), context);
  }

  private String target(int kind, int row) {
    return switch (kind) {
      case 0 -> tables.categories[row].id();
      case 1 -> "!" + tables.dangers[row];
      case 2 -> "=" + Intent.ALL[row].id();
      case 3 -> "%" + Policing.ALL[row].id();
      case 4 -> "place";
      default -> "";
    };
  }

  private long number() {
    return numbers[next++];
  }

  private int index() {
    return (int) numbers[next++];
  }

  private double real() {
    return Double.longBitsToDouble(numbers[next++]);
  }

  private String text() {
    long address = number();
    return texts.at(address, number());
  }

  private <T> List<T> list(T[] items, Function<DecisionReader, T> read) {
    for (int i = 0; i < items.length; i++) items[i] = read.apply(this);
    return List.of(items);
  }
}
