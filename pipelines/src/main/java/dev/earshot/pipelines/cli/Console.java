package dev.earshot.pipelines.cli;

import java.util.Locale;

/** Words for the user: on standard error, since standard output ends with the manifest's path. */
final class Console {
  private Console() {}

  static void say(String message) {
    System.err.println("earshot: " + plain(message));
  }

  /**
   * A text without what a terminal takes for a command: keys of files and names of files may hold
   * anything.
   */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLayout = c == '\n' || c == '\t';
      boolean isCommand =
          (Character.isISOControl(c) && !isLayout) || Character.getType(c) == Character.FORMAT;
      plain.append(isCommand ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
    }
    return plain.toString();
  }
}
