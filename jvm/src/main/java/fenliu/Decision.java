package fenliu;

import java.util.List;

/**
 * What is to be done about a call. Immutable; lists are unmodifiable; needs the router no longer.
 * Later versions may add components: read by name, don't construct.
 *
 * @param pack id of the pack that decided, as {@code chengkou}
 * @param packDigest which version of it: 16 hexadecimal digits
 * @param policing whose matter the call is
 * @param category what it is about
 * @param alternatives the next categories, at most four, best first
 * @param urgent whether somebody must act at once
 * @param level 一般, 较大 …; null where the plan has no levels or nobody is sent
 * @param intent what the caller wants
 * @param lead who leads; null where nobody does
 * @param coUnits who else acts
 * @param notified who is told; JSON's {@code notify}
 * @param jurisdiction where it belongs
 * @param obligations who owes what by when
 * @param channels how the call is handed on and its units are reached
 * @param basis the rules of the plan that say so
 * @param confidence the winner's share of the scores, 0…1: ranks well and is no probability
 * @param reviewReasons why a person should look; empty if nobody need
 * @param illFormed whether the text holds an unpaired surrogate, so that it is not well-formed
 *     UTF-8: such characters count as unknown, the rest was routed. Not in JSON
 */
public record Decision(
    String pack,
    String packDigest,
    Policing policing,
    Category category,
    List<Alternative> alternatives,
    boolean urgent,
    String level,
    Intent intent,
    Part lead,
    List<Part> coUnits,
    List<Notice> notified,
    Jurisdiction jurisdiction,
    List<Obligation> obligations,
    List<Channel> channels,
    List<Citation> basis,
    double confidence,
    List<ReviewReason> reviewReasons,
    boolean illFormed) {

  /** {@return whether a person should look at it: there is a reason for review} */
  public boolean review() {
    return !reviewReasons.isEmpty();
  }

  /**
   * What a call is about.
   *
   * @param id as {@code utility-danger}: a contract
   * @param name as 公用设施险情
   */
  public record Category(String id, String name) {}

  /**
   * A category that came close.
   *
   * @param category which
   * @param score its points; JSON rounds them to three decimals
   */
  public record Alternative(Category category, double score) {}

  /**
   * A unit that acts.
   *
   * @param unit as the plan names it
   * @param role in the plan's words, as 先期处警
   */
  public record Part(String unit, String role) {}

  /**
   * A unit that is told.
   *
   * @param unit as the plan names it
   * @param why in the plan's words
   */
  public record Notice(String unit, String why) {}

  /**
   * A way to hand a call on.
   *
   * @param id of the row in the pack
   * @param name as the plan has it
   * @param kind telephone, three-way call, platform …
   * @param number null where the plan gives none
   */
  public record Channel(String id, String name, String kind, String number) {}

  /**
   * A rule of a plan.
   *
   * @param rule its id, as {@code S4-07}
   * @param document name, author and date of the plan
   * @param section where in it
   */
  public record Citation(String rule, String document, String section) {}
}
