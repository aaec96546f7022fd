package fenliu;

/** What the caller wants. */
public enum Intent {
  /** 报警, reports an incident. */
  REPORT("报警"),
  /** 求助, asks for help. */
  HELP("求助"),
  /** 投诉, complains. */
  COMPLAINT("投诉"),
  /** 举报, tips off. */
  TIP_OFF("举报"),
  /** 咨询, asks a question. */
  ENQUIRY("咨询"),
  /** 建议, suggests. */
  SUGGESTION("建议");

  private final String id;

  Intent(String id) {
    this.id = id;
  }

  /** {@return what JSON says, as {@code 投诉}} */
  public String id() {
    return id;
  }

  static final Intent[] ALL = values();
}
