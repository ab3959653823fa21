package dev.earshot.models.text;

/** Finds emoticons such as {@code :-)}, {@code (:}, {@code xD}, {@code <3}, {@code ^_^}. */
final class EmoticonScanner {
  private static final String[] FIXED = {
    "¯\\_(ツ)_/¯",
    "<3",
    "</3",
    "^_^",
    "^-^",
    "^.^",
    "^^",
    "-_-",
    "-.-",
    ">_<",
    ">.<",
    "._.",
    ";_;",
    "*_*",
    "\\o/",
    "=_=",
    "u_u",
    "o_o",
    "O_O",
    "o_O",
    "O_o",
    "o.O",
    "O.o",
    "T_T",
    "T.T",
    "t_t",
    "Q_Q",
    "UwU",
    "uwu",
    "OwO",
    "owo",
    "8-)",
    "B-)",
    "D:",
    "D-:",
    "D;",
  };
  private static final boolean[] STARTS = starts();
  private static final String ROUND_MOUTHS = ")(]}{[*>";
  private static final String OTHER_MOUTHS = "DPpOo03/\\|@$SsXxcCb<#";
  private static final String REVERSED_MOUTHS = "()[]";

  private EmoticonScanner() {}

  /** Whether an emoticon can start with this character. */
  static boolean canStart(char c) {
    return c < 256 && STARTS[c];
  }

  /** The end of the emoticon that starts at {@code start}, or -1. */
  static int end(String text, int start) {
    boolean isFree = start == 0 || !isAlphanumericAt(text, start - 1);
    int end = -1;
    if (isFree || text.charAt(start) == '<') {
      end = fixedEnd(text, start);
    }
    if (end < 0) {
      end = uprightEnd(text, start, isFree);
    }
    return end < 0 ? reversedEnd(text, start) : end;
  }

  private static int fixedEnd(String text, int start) {
    for (String emoticon : FIXED) {
      if (text.startsWith(emoticon, start)) {
        int last = start + emoticon.length() - 1;
        int end = repeatedEnd(text, last);
        if (isClosed(text, last, end)) {
          return end;
        }
      }
    }
    return -1;
  }

  /** Eyes, perhaps a tear or a nose, a mouth that may be repeated. */
  private static int uprightEnd(String text, int start, boolean isFree) {
    int i = start;
    if (text.charAt(i) == '>' && i + 1 < text.length()) {
      i++;
    }
    char eyes = text.charAt(i);
    boolean isLetterEyes = eyes == 'x' || eyes == 'X';
    if (!isLetterEyes && eyes != ':' && eyes != ';' && eyes != '=') {
      return -1;
    }
    i++;
    if (i < text.length() && text.charAt(i) == '\'' && !isLetterEyes) {
      i++;
    }
    boolean hasNose = !isLetterEyes && isNoseAt(text, i);
    if (hasNose) {
      i++;
    }
    if (i >= text.length()) {
      return -1;
    }
    char mouth = text.charAt(i);
    if (isLetterEyes) {
      boolean laughs = mouth == 'D' || (mouth == 'd' && eyes == 'x');
      int end = repeatedEnd(text, i);
      return isFree && laughs && isClosed(text, i, end) ? end : -1;
    }
    if (ROUND_MOUTHS.indexOf(mouth) >= 0) {
      boolean isArrow = mouth == '>' && eyes == '=';
      return isArrow && !hasNose ? -1 : repeatedEnd(text, i);
    }
    if (OTHER_MOUTHS.indexOf(mouth) < 0 || !isFree) {
      return -1;
    }
    int end = repeatedEnd(text, i);
    return isClosed(text, i, end) ? end : -1;
  }

  private static int reversedEnd(String text, int start) {
    if (REVERSED_MOUTHS.indexOf(text.charAt(start)) < 0) {
      return -1;
    }
    int i = start + 1;
    if (i < text.length() && text.charAt(i) == '-') {
      i++;
    }
    if (i >= text.length()) {
      return -1;
    }
    char eyes = text.charAt(i);
    boolean isEyes = eyes == ':' || eyes == ';' || eyes == '=';
    return isEyes && isClosed(text, start, i + 1) ? i + 1 : -1;
  }

  private static int repeatedEnd(String text, int last) {
    char c = text.charAt(last);
    int i = last + 1;
    while (i < text.length() && text.charAt(i) == c) {
      i++;
    }
    return i;
  }

  /** An emoticon with a letter or a digit at its edge must not run into a word. */
  private static boolean isClosed(String text, int last, int end) {
    char c = text.charAt(last);
    boolean isSlash = c == '/' || c == '\\' || c == '|';
    if (end >= text.length()) {
      return true;
    }
    return !isAlphanumericAt(text, end) && !(isSlash && text.charAt(end) == '/');
  }

  private static boolean isNoseAt(String text, int i) {
    if (i + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(i);
    boolean isAlsoMouth = c == 'o' || c == '*';
    return c == '-'
        || c == '^'
        || c == '~'
        || (isAlsoMouth && ROUND_MOUTHS.indexOf(text.charAt(i + 1)) >= 0);
  }

  private static boolean isAlphanumericAt(String text, int i) {
    return CharacterClass.isAlphanumeric(CharacterClass.at(text, i));
  }

  private static boolean[] starts() {
    boolean[] starts = new boolean[256];
    for (char c : ":;=xX>()[]".toCharArray()) {
      starts[c] = true;
    }
    for (String emoticon : FIXED) {
      starts[emoticon.charAt(0)] = true;
    }
    return starts;
  }
}
