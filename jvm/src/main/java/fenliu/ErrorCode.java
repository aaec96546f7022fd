package fenliu;

/** What went wrong: the errors of {@code fenliu.h} that can reach a user of this package. */
public enum ErrorCode {
  /** The pack file cannot be read: the message says why. */
  IO(-4),
  /** The file is no pack. */
  NOT_A_PACK(-5),
  /** The pack was compiled by a newer fenliu, for a format this library does not know. */
  PACK_NEWER(-6),
  /** The pack was compiled by an older fenliu: compile it again. */
  PACK_OLDER(-7),
  /** The pack is cut short, altered, or lacks something. */
  PACK_DAMAGED(-8),
  /** The call's time is before year 0 or after year 9999. */
  BAD_TIMESTAMP(-9),
  /** The text, or the line of JSON, is too long: gigabytes. */
  TEXT_TOO_LONG(-11),
  /** Packs are little-endian: this machine cannot map them. */
  UNSUPPORTED_HOST(-13),
  /** Any other: see {@link FenliuException#status()}. */
  OTHER(0);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  static ErrorCode of(int status) {
    for (ErrorCode code : values()) {
      if (code.status == status) return code;
    }
    return OTHER;
  }
}
