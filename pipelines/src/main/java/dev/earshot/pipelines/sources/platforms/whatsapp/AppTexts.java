package dev.earshot.pipelines.sources.platforms.whatsapp;

import dev.earshot.models.text.TextPattern;
import dev.earshot.models.understanding.UnwrittenTexts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person wrote of a message of an export: not the words that stand for a picture, a poll's
 * options, a deleted message or the note that it was edited. Told by form where there is one, which
 * every language has (a mark on iPhones, angle brackets, a file's name before brackets), else by
 * the app's texts.
 */
final class AppTexts {
  /** iPhones put this mark before what the app wrote, not the sender. */
  static final char MARK = 0x200E;

  private static final String NETWORK = "whatsapp";
  private static final int MAX_NOTE_LENGTH = 100;
  private static final int MAX_EXTENSION_LENGTH = 5;

  private static final Set<String> NOTES = new HashSet<>();
  private static final Set<String> STAND_INS = new HashSet<>();
  private static final UnwrittenTexts UNWRITTEN = UnwrittenTexts.shipped();

  static {
    for (String line : DayWords.lines("app-texts.txt")) {
      boolean isNote = line.startsWith("<");
      (isNote ? NOTES : STAND_INS).add(TextPattern.folded(isNote ? line.substring(1) : line));
    }
  }

  private AppTexts() {}

  /** Whether the app marked a text as its own. */
  static boolean isMarked(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK;
  }

  /**
   * The words of a whole message; empty for none. What {@link UnwrittenTexts} knows as a call or a
   * notice stays, as it is counted apart later.
   */
  static String written(String message) {
    String text = withoutNote(message.strip());
    int lineFeed = text.indexOf('\n');
    String first = (lineFeed < 0 ? text : text.substring(0, lineFeed)).strip();
    String rest = lineFeed < 0 ? "" : text.substring(lineFeed + 1).strip();
    if (isPoll(first, rest)) {
      return rest.substring(0, rest.indexOf('\n')).strip();
    }
    boolean isOfApp = isMarked(first);
    if (isOfApp && UNWRITTEN.isNotice(NETWORK, TextPattern.folded(text))) {
      return text.substring(1);
    }
    if (isOfApp || isBracketed(first) || isFile(first)) {
      return rest;
    }
    boolean isStandIn =
        rest.isEmpty()
            && first.length() <= MAX_NOTE_LENGTH
            && STAND_INS.contains(TextPattern.folded(first));
    return isStandIn ? "" : text;
  }

  private static String withoutNote(String text) {
    int open = text.endsWith(">") ? text.lastIndexOf('<') : -1;
    if (open <= 0 || text.length() - open > MAX_NOTE_LENGTH) {
      return text;
    }
    boolean isNote =
        text.charAt(open - 1) == MARK
            || NOTES.contains(TextPattern.folded(text.substring(open + 1, text.length() - 1)));
    int end = text.charAt(open - 1) == MARK ? open - 1 : open;
    return isNote ? text.substring(0, end).strip() : text;
  }

  private static boolean isBracketed(String line) {
    return line.startsWith("<") && line.indexOf('>') == line.length() - 1;
  }

  /** {@code IMG-20250330-WA0001.jpg (file attached)}, in any language. */
  private static boolean isFile(String line) {
    int open = line.endsWith(")") ? line.lastIndexOf(" (") : -1;
    int point = open < 0 ? -1 : line.lastIndexOf('.', open);
    int length = open - point - 1;
    return point > 0
        && line.indexOf(' ') == open
        && length > 1
        && length <= MAX_EXTENSION_LENGTH
        && line.substring(point + 1, open).chars().allMatch(AppTexts::isOfExtension);
  }

  private static boolean isOfExtension(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** A heading, the question, and options that each begin with one word and end with a count. */
  private static boolean isPoll(String first, String rest) {
    int question = rest.indexOf('\n');
    if (question < 0 || (!first.endsWith(":") && !first.endsWith("："))) {
      return false;
    }
    List<String> options = rest.substring(question + 1).lines().toList();
    String heading = heading(options.get(0));
    return !heading.isEmpty()
        && options.stream().allMatch(one -> heading(one).equals(heading) && endsInCount(one));
  }

  private static String heading(String option) {
    String line = isMarked(option) ? option.substring(1) : option;
    int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
    return colon < 0 ? "" : line.substring(0, colon);
  }

  private static boolean endsInCount(String option) {
    int open = Math.max(option.lastIndexOf('('), option.lastIndexOf('（'));
    String count = open < 0 ? "" : option.substring(open);
    return (count.endsWith(")") || count.endsWith("）"))
        && count.chars().anyMatch(Character::isDigit);
  }
}
