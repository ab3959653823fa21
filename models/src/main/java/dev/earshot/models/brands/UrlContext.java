package dev.earshot.models.brands;

/**
 * Tells which part of a URL a place of a text is in. Asked for places in ascending order, it reads
 * each character once.
 */
final class UrlContext {
  enum Part {
    OUTSIDE,
    HOST,
    PATH
  }

  private final String text;
  private int position;
  private Part part = Part.OUTSIDE;
  private boolean hasInnerDot;

  UrlContext(String text) {
    this.text = text;
  }

  /** The part that the character at {@code offset} is in. */
  Part at(int offset) {
    while (position < offset) {
      read(text.charAt(position));
      position++;
    }
    return part;
  }

  private void read(char c) {
    if (c <= ' ' || c > '~' || c == '<' || c == '>' || c == '"') {
      part = Part.OUTSIDE;
      hasInnerDot = false;
    } else if (part == Part.HOST) {
      if (c == '/' || c == '?' || c == '#') {
        part = Part.PATH;
      }
    } else if (part == Part.OUTSIDE) {
      if (c == '.') {
        hasInnerDot |= isHostUnit(position - 1) && isHostUnit(position + 1);
      } else if (c == '/' && hasInnerDot) {
        part = Part.PATH;
      } else if (c == '/' && text.startsWith("://", position - 2)) {
        part = Part.HOST;
      }
    }
  }

  private boolean isHostUnit(int i) {
    return i >= 0
        && i < text.length()
        && WordBoundary.classOfUnit(text.charAt(i)) != WordBoundary.NONE;
  }
}
