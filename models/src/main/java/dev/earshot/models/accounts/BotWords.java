package dev.earshot.models.accounts;

/** Accounts that say what they are: the rule "bot in biography" of Van den Beld (2012). */
public final class BotWords {
  private static final String BOT = "bot";

  private BotWords() {}

  /**
   * Whether a name or description has {@code bot} at the start or end of a word. Words end where
   * letters end, or where a capital follows a small letter.
   */
  public static boolean isIn(String text) {
    for (int i = 0; i + BOT.length() <= text.length(); i++) {
      int end = i + BOT.length();
      if (text.regionMatches(true, i, BOT, 0, BOT.length())
          && (isEdge(text, i) || isEdge(text, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEdge(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return !Character.isLetter(before)
        || !Character.isLetter(after)
        || (Character.isLowerCase(before) && Character.isUpperCase(after));
  }
}
