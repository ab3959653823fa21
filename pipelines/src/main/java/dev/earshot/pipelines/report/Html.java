package dev.earshot.pipelines.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML and SVG element by element. Every text and every value of an attribute is escaped for
 * where it stands; there is no way around it, and no element for scripts.
 */
final class Html {
  private static final Set<String> WITHOUT_CONTENT = Set.of("meta", "img", "br");

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element; what is written until it is closed stands in it.
   *
   * @param attributes names and values in turn
   */
  Html open(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(String.valueOf(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    if (!WITHOUT_CONTENT.contains(element)) {
      open.push(element);
    }
    return this;
  }

  /** Closes the element that was opened last. */
  Html close() {
    String element = open.pop();
    out.append("</").append(element).append('>');
    if (element.length() > 1 && !element.equals("data") && !element.equals("span")) {
      out.append('\n');
    }
    return this;
  }

  /** A text. */
  Html text(String text) {
    escape(text);
    return this;
  }

  /** An element that holds a text. */
  Html element(String element, String text, Object... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** The style of the page, which is no text of anybody. */
  Html style(String css) {
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  /**
   * Escaped for elements and for attributes in double quotes; what turns text around is dropped.
   */
  private void escape(String text) {
    text.codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                  boolean isLayout = letter == '\n' || letter == '\t';
                  boolean isCommand =
                      Character.isISOControl(letter)
                          || (letter >= 0x202A && letter <= 0x202E)
                          || (letter >= 0x2066 && letter <= 0x2069);
                  if (isLayout || !isCommand) {
                    out.appendCodePoint(letter);
                  }
                }
              }
            });
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }
}
