package dev.earshot.pipelines.cli;

/** Names of files as they may stand on a terminal, which acts on control characters. */
final class Shown {
  private Shown() {}

  /** The name with question marks for control characters; a line feed would begin a new message. */
  static String text(String name) {
    StringBuilder shown = new StringBuilder(name.length());
    name.codePoints().map(c -> Character.isISOControl(c) ? '?' : c).forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
