package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;

import fenliu.Decision.Alternative;
import fenliu.Decision.Channel;
import fenliu.Decision.Citation;
import fenliu.Decision.Notice;
import fenliu.Decision.Part;
import fenliu.Explanation.Evidence;
import fenliu.Jurisdiction.Township;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads decisions out of numbers, in the order in which {@code numbers.c} wrote them. Names are
 * shared, so that a decision is little more than references. O(size).
 */
final class DecisionReader {
  private static final int ILL_FORMED = 1;

  private final Names names;
  private final Tables tables;
  private final long[] numbers;
  private int next;

  DecisionReader(Names names, long[] numbers) {
    this.names = names;
    this.numbers = numbers;
    tables = names.tables;
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
    List<Obligation> obligations = obligations();
    List<Channel> channels = rows(names.channels, tables.channels);
    List<Citation> basis = rows(names.citations, tables.citations);
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

  private List<Obligation> obligations() {
    int count = index();
    int from = next;
    next += ObligationReader.SIZE * count;
    return new ObligationReader(names, numbers).list(from, count);
  }

  /** A list of rows of a table; most often one that was read before. */
  private <T> List<T> rows(Shared<List<T>> shared, T[] table) {
    int count = index();
    int from = next;
    int hash = count;
    for (int i = 0; i < count; i++) hash = 31 * hash + index();
    List<T> known = shared.get(hash, numbers, from, next);
    if (known != null) return known;
    T[] items = Arrays.copyOf(table, count);
    for (int i = 0; i < count; i++) items[i] = table[(int) numbers[from + i]];
    return shared.add(hash, numbers, from, next, List.of(items));
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
    return names.texts.at(address, number());
  }

  private <T> List<T> list(T[] items, Function<DecisionReader, T> read) {
    for (int i = 0; i < items.length; i++) items[i] = read.apply(this);
    return List.of(items);
  }
}
