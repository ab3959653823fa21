package dev.earshot.pipelines.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words for the user: on standard error, since standard output ends with the manifest's path, and
 * in the log file where there is one.
 */
final class Console {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static volatile boolean speaksJson;
  private static volatile @Nullable Logger log;

  private Console() {}

  /** Whether every message is a line of JSON from now on. */
  static void speakJson(boolean isJson) {
    speaksJson = isJson;
  }

  /** Messages go to the log as well from now on. */
  static void log() {
    log = LoggerFactory.getLogger("earshot");
  }

  static void say(String message) {
    String text = plain(message);
    System.err.println(speaksJson ? json(text) : "earshot: " + text);
    Logger known = log;
    if (known != null) {
      known.info(text);
    }
  }

  private static String json(String text) {
    return JSON.createObjectNode()
        .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
        .put("level", "info")
        .put("logger", "earshot")
        .put("message", text)
        .toString();
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
