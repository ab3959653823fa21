package dev.earshot.models.domain;

/** Why a record could not be read. A closed list; {@link #expected} completes "expected ...". */
public enum RejectionReason {
  LINE_TOO_LONG("a record within the length limit"),
  INVALID_JSON("one JSON object on the line"),
  INVALID_ENCODING("UTF-8"),
  INVALID_CSV("a row with as many cells as the header"),
  INVALID_LOG_LINE("a request in the log format of the file"),
  MISSING_FIELD("a value in a required field"),
  INVALID_FIELD("a value of the documented type"),
  OUT_OF_RANGE("a count of at most 1000000000000"),
  RESERVED_WORD("another word than all, which stands for the sum in tables"),
  RUINED_ID("an id as text; a spreadsheet has rounded this one"),
  INVALID_TIMESTAMP("a timestamp with a time zone between 1990 and 2100"),
  TIME_IN_THE_FUTURE("a time at most a day after the run began"),
  AMBIGUOUS_DATE("day_order in the mapping, or --day-order: no day of the file is above 12"),
  FILE_TRUNCATED("the file to be complete"),
  FILE_CORRUPT("an intact compressed file"),
  EXPANSION_LIMIT("a compressed file within the expansion limit"),
  FILE_UNREADABLE("a readable file, of a table with every mapped column once");

  private final String expected;

  RejectionReason(String expected) {
    this.expected = expected;
  }

  /** What a correct record would have had, for messages: "expected ...". */
  public String expected() {
    return expected;
  }

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
