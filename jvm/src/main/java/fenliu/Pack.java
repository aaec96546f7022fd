package fenliu;

import java.time.LocalDate;

/**
 * Which pack a router has.
 *
 * @param id as {@code chengkou}
 * @param name as 城口县
 * @param code administrative code
 * @param digest which version: 16 hexadecimal digits
 * @param formatVersion of the file
 * @param byteCount of the file
 * @param effectiveFrom first day in force
 * @param effectiveTo last day in force; null if open
 */
public record Pack(
    String id,
    String name,
    String code,
    String digest,
    int formatVersion,
    long byteCount,
    LocalDate effectiveFrom,
    LocalDate effectiveTo) {}
