package dev.earshot.pipelines.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Moments as platforms write them: ISO 8601 with a zone, Twitter's {@code Wed Aug 29 17:12:58 +0000
 * 2012}, RFC 1123, and the epoch in seconds, milliseconds or microseconds as a number or a text.
 * Which unit an epoch has follows from its size: from 1990 to 2100 the three do not overlap.
 */
final class DocumentTimes {
  private static final Timestamps PATTERNS =
      new Timestamps(List.of("EEE MMM d HH:mm:ss Z yyyy", "EEE, d MMM yyyy HH:mm:ss Z"));
  private static final long MICROS = 1_000_000;
  private static final long END_SECONDS = 4_102_444_800L;

  private DocumentTimes() {}

  /** Microseconds of UTC since 1970, or {@link Timestamps#INVALID}. */
  static long micros(JsonNode node) {
    if (node.isTextual()) {
      return micros(node.textValue().strip());
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return epoch(node.longValue());
    }
    return node.isNumber() ? epoch(node.doubleValue()) : Timestamps.INVALID;
  }

  private static long micros(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits > 4 && digits < 18 && digits == text.length()) {
      return epoch(Long.parseLong(text));
    }
    boolean isDecimal = digits > 4 && digits < text.length() && text.charAt(digits) == '.';
    if (isDecimal && text.length() < 32 && Values.isFloat(text)) {
      return epoch(Double.parseDouble(text));
    }
    return PATTERNS.parse(text);
  }

  private static long epoch(long value) {
    if (value < END_SECONDS) {
      return Timestamps.inRange(value * MICROS);
    }
    return Timestamps.inRange(value < END_SECONDS * 1000 ? value * 1000 : value);
  }

  private static long epoch(double value) {
    if (!(value > 0 && value < END_SECONDS * 1e6)) {
      return Timestamps.INVALID;
    }
    double micros =
        value < END_SECONDS ? value * 1e6 : value < END_SECONDS * 1e3 ? value * 1e3 : value;
    return Timestamps.inRange(Math.round(micros));
  }
}
