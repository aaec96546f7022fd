package fenliu;

import java.time.OffsetDateTime;

/**
 * Who owes what by when.
 *
 * @param owner the unit
 * @param action what it owes, in the plan's words
 * @param within limit as an ISO 8601 duration, as {@code PT10M}; null where the plan gives no
 *     number
 * @param from the event the limit runs from
 * @param condition null if there is none
 * @param due when the limit ends, in the offset of the call's time; null if that is not known: no
 *     limit, an event that is still to come, or a call without a time
 * @param dueReason why {@code due} is null though the limit runs from the call, as {@code
 *     outside-calendar}; else null
 * @param basis id of the rule that says so, one of the decision's {@code basis}
 */
public record Obligation(
    String owner,
    String action,
    String within,
    String from,
    String condition,
    OffsetDateTime due,
    String dueReason,
    String basis) {}
