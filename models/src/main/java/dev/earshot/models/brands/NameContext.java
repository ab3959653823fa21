package dev.earshot.models.brands;

import dev.earshot.models.brands.BrandPatterns.Meaning;

/** Whether the characters around a pattern let it stand for what it means. */
final class NameContext {
  /** RFC 1035, section 2.3.4, without the length bytes. */
  private static final int LONGEST_HOST = 253;

  private final String text;
  private final boolean plainHandles;
  private final UrlContext urls;

  /**
   * The context of one text.
   *
   * @param network the post's network; on {@code x} a handle ends at a full stop or hyphen
   */
  NameContext(String text, String network) {
    this.text = text;
    this.plainHandles = network.equals("x");
    this.urls = new UrlContext(text);
  }

  /** The part of a URL at {@code start}; to be asked in ascending order. */
  UrlContext.Part urlPart(int start) {
    return urls.at(start);
  }

  boolean allows(Meaning meaning, int start, int end, UrlContext.Part part) {
    return switch (meaning.evidence()) {
      case HANDLE -> part == UrlContext.Part.OUTSIDE && isHandle(start, end);
      case HASHTAG -> part == UrlContext.Part.OUTSIDE && isHashtag(start, end);
      case DOMAIN -> part != UrlContext.Part.PATH && isDomain(start, end);
      case ALIAS -> part == UrlContext.Part.OUTSIDE && isName(meaning, start, end);
      case REPLY_TO_OWN_ACCOUNT -> false;
    };
  }

  private boolean isHandle(int start, int end) {
    char before = unit(start - 1);
    char after = unit(end);
    if (isAsciiWord(before) || before == '@' || isAsciiWord(after)) {
      return false;
    }
    boolean goesOn = after == '@' || (!plainHandles && (after == '.' || after == '-'));
    return !goesOn || !isAsciiWord(unit(end + 1));
  }

  private boolean isHashtag(int start, int end) {
    return WordBoundary.classBefore(text, start) == WordBoundary.NONE
        && unit(start - 1) != '&'
        && WordBoundary.classAt(text, end) == WordBoundary.NONE;
  }

  private boolean isDomain(int start, int end) {
    char after = unit(end);
    if (!WordBoundary.isEnd(text, end) || after == '-' || after == '@') {
      return false;
    }
    if (after == '.' && WordBoundary.classAt(text, end + 1) != WordBoundary.NONE) {
      return false;
    }
    if (unit(start - 1) == '-') {
      return false;
    }
    int first = start - LONGEST_HOST;
    int i = start - 1;
    while (i > first && (isAsciiWord(unit(i)) || isLabelEnd(i))) {
      i--;
    }
    return i > first && unit(i) != '@';
  }

  private boolean isLabelEnd(int i) {
    return (unit(i) == '.' || unit(i) == '-') && isAsciiWord(unit(i - 1));
  }

  private boolean isName(Meaning meaning, int start, int end) {
    char before = unit(start - 1);
    boolean inAddress = before == '@' || (unit(end) == '@' && isAsciiWord(unit(end + 1)));
    if (inAddress || before == '$') {
      return false;
    }
    boolean isPlural = !WordBoundary.isEnd(text, end);
    if (isPlural && meaning.guarded()) {
      return false;
    }
    String exact = meaning.exact();
    return exact == null || text.startsWith(exact, start);
  }

  /** The folded unit at {@code i}; a space outside the text. */
  private char unit(int i) {
    return i < 0 || i >= text.length() ? ' ' : TextFolding.fold(text.charAt(i));
  }

  private static boolean isAsciiWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }
}
