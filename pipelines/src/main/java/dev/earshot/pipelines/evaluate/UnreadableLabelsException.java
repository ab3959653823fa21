package dev.earshot.pipelines.evaluate;

import java.util.List;

/** A labelled file cannot be used; the message says what was expected, without any of its text. */
public final class UnreadableLabelsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NAMES_SHOWN = 40;
  private static final int LONGEST_NAME = 80;

  UnreadableLabelsException(String message) {
    super(message);
  }

  static UnreadableLabelsException noColumn(String wanted, List<String> names) {
    boolean isHeader = names.stream().allMatch(name -> name.length() <= LONGEST_NAME);
    String there =
        isHeader
            ? "; the first line has: "
                + String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())))
            : "; the first line has " + names.size() + " cells and does not look like a header";
    return new UnreadableLabelsException(
        "no column " + wanted + there + ". Columns go by name, or by number from 1");
  }
}
