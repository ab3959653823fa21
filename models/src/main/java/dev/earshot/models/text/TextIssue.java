package dev.earshot.models.text;

import java.util.Locale;

/** A doubt about the text of a record that was kept: what was found in it and mended. */
public enum TextIssue {
  /** UTF-8 that was read as Windows-1252 or Latin-1, such as {@code Itâ€™s}. */
  MOJIBAKE,
  /** Half of a surrogate pair; U+FFFD stands in its place. */
  LONE_SURROGATE,
  /** NUL or another control character that no text has. */
  CONTROL_CHARACTER,
  /** U+FEFF, at the beginning or, where files were joined, inside. */
  BYTE_ORDER_MARK,
  /** An embedding, override or isolate, which shows letters in another order than they stand in. */
  BIDI_CONTROL;

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
