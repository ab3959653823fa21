package dev.earshot.models.evaluation;

/** Undoes what the download of a corpus did to its texts. */
public final class CorpusText {
  private static final String[][] ENTITIES = {
    {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"},
  };

  private CorpusText() {}

  /** Resolves XML entities, {@code \}{@code uXXXX}, {@code \n}, {@code \"} and doubled quotes. */
  public static String unescape(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      char next = i + 1 < raw.length() ? raw.charAt(i + 1) : 0;
      if (c == '\\' && next == 'u' && isHex(raw, i + 2)) {
        text.append((char) Integer.parseInt(raw, i + 2, i + 6, 16));
        i += 5;
      } else if (c == '\\' && (next == 'n' || next == '"')) {
        text.append(next == 'n' ? '\n' : '"');
        i++;
      } else if (c == '"' && next == '"') {
        text.append('"');
        i++;
      } else {
        text.append(c);
      }
    }
    String result = text.toString();
    for (String[] entity : ENTITIES) {
      result = result.replace(entity[0], entity[1]);
    }
    return result;
  }

  private static boolean isHex(String raw, int start) {
    if (start + 4 > raw.length()) {
      return false;
    }
    for (int i = start; i < start + 4; i++) {
      if (Character.digit(raw.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
