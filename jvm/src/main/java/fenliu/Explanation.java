package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * A decision, and why. Immutable.
 *
 * @param decision what is to be done
 * @param evidence the pieces of text that counted, by their place in it
 * @param ask the one question to put to the caller, as it is spoken; null if nothing is open
 */
public record Explanation(Decision decision, List<Evidence> evidence, String ask) {

  /**
   * A piece of the text that counted.
   *
   * @param term the term as the lexicon has it, a rule's id, or the name of the category that lets
   *     a danger be presumed
   * @param start where it begins, in bytes of the text's UTF-8; see {@link #in}
   * @param end where it ends, in bytes; a presumption has 0…0
   * @param category id of the category it speaks for; {@code !danger}, {@code =intent}, {@code
   *     %side} or {@code place} for what is none
   * @param weight in the tables; JSON rounds it to three decimals
   * @param context asserted, negated, past …
   */
  public record Evidence(
      String term, long start, long end, String category, double weight, String context) {

    /**
     * {@return the piece itself, empty for a presumption} O(text).
     *
     * @param text the text that was routed, without unpaired surrogates
     * @throws IndexOutOfBoundsException if it is not that text and is shorter
     */
    public String in(String text) {
      byte[] bytes = text.getBytes(UTF_8);
      return new String(bytes, Math.toIntExact(start), Math.toIntExact(end - start), UTF_8);
    }
  }
}
