package fenliu;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Writes an explanation as the library writes its JSON: a slow way to see every field. */
final class DecisionJson {
  private DecisionJson() {}

  static String of(Explanation explanation) {
    Decision d = explanation.decision();
    return object(
        field("pack", d.pack()),
        field("pack_digest", d.packDigest()),
        field("policing", d.policing().id()),
        field("category", d.category().id()),
        field("category_name", d.category().name()),
        array("alternatives", d.alternatives(), DecisionJson::alternative),
        raw("urgent", d.urgent()),
        field("level", d.level()),
        field("intent", d.intent().id()),
        raw("lead", d.lead() == null ? "null" : part(d.lead())),
        array("co_units", d.coUnits(), DecisionJson::part),
        array("notify", d.notified(), n -> object(field("unit", n.unit()), field("why", n.why()))),
        raw("jurisdiction", jurisdiction(d.jurisdiction())),
        array("obligations", d.obligations(), DecisionJson::obligation),
        array("channels", d.channels(), DecisionJson::channel),
        array("basis", d.basis(), DecisionJson::citation),
        array("evidence", explanation.evidence(), DecisionJson::evidence),
        raw("confidence", number(d.confidence())),
        raw("review", d.review()),
        array("review_reasons", d.reviewReasons(), reason -> text(reason.id())),
        field("ask", explanation.ask()));
  }

  private static String alternative(Decision.Alternative item) {
    return object(field("category", item.category().id()), raw("score", number(item.score())));
  }

  private static String part(Decision.Part item) {
    return object(field("unit", item.unit()), field("role", item.role()));
  }

  private static String jurisdiction(Jurisdiction place) {
    var township = place.township();
    return object(
        field("status", place.status().id()),
        field("township_code", township == null ? null : township.code()),
        field("township", township == null ? null : township.name()),
        field("village", place.village()),
        array(
            "candidates",
            place.candidates(),
            c -> object(field("township_code", c.code()), field("township", c.name()))));
  }

  private static String obligation(Obligation item) {
    return object(
        field("owner", item.owner()),
        field("action", item.action()),
        field("within", item.within()),
        field("from", item.from()),
        field("condition", item.condition()),
        field("due", item.due() == null ? null : Times.rfc3339(item.due())),
        item.dueReason() == null ? null : field("due_reason", item.dueReason()),
        field("basis", item.basis()));
  }

  private static String channel(Decision.Channel item) {
    return object(
        field("id", item.id()),
        field("name", item.name()),
        field("kind", item.kind()),
        field("number", item.number()));
  }

  private static String citation(Decision.Citation item) {
    return object(
        field("rule", item.rule()),
        field("document", item.document()),
        field("section", item.section()));
  }

  private static String evidence(Explanation.Evidence item) {
    return object(
        field("term", item.term()),
        raw("start", item.start()),
        raw("end", item.end()),
        field("category", item.category()),
        raw("weight", number(item.weight())),
        field("context", item.context()));
  }

  /** Rounded to three decimals, half away from zero. */
  private static String number(double value) {
    long thousandths = Math.round(Math.abs(value) * 1000);
    String digits = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    String sign = value < 0 ? "-" : "";
    return sign + digits + (digits.contains(".") ? "" : ".0");
  }

  private static String object(String... fields) {
    var present = java.util.Arrays.stream(fields).filter(f -> f != null).toList();
    return "{" + String.join(",", present) + "}";
  }

  private static <T> String array(String name, List<T> items, Function<T, String> write) {
    return raw(name, "[" + String.join(",", items.stream().map(write).toList()) + "]");
  }

  private static String field(String name, String value) {
    return raw(name, value == null ? "null" : text(value));
  }

  private static String raw(String name, Object value) {
    return text(name) + ":" + value;
  }

  private static String text(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
