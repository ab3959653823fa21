package dev.earshot.pipelines.sources.times;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Moments as platforms write them in JSON: every text that {@link Timestamps} reads, and the epoch
 * as a number, whole or not, whose size tells its unit.
 */
public final class DocumentTimes {
  private static final Timestamps TEXTS = new Timestamps(List.of(), LocalTimes.UNKNOWN);
  private static final double END_SECONDS = 4_102_444_800.0;

  private DocumentTimes() {}

  /** Microseconds of UTC since 1970, or {@link Timestamps#INVALID}. */
  public static long micros(JsonNode node) {
    if (node.isTextual()) {
      return TEXTS.parse(node.textValue());
    }
    if (node.isIntegralNumber()) {
      return node.canConvertToLong() && node.longValue() > 0
          ? Timestamps.epoch(node.longValue(), 0)
          : Timestamps.INVALID;
    }
    return node.isNumber() ? micros(node.doubleValue()) : Timestamps.INVALID;
  }

  private static long micros(double epoch) {
    if (!(epoch > 0 && epoch < END_SECONDS * 1e6)) {
      return Timestamps.INVALID;
    }
    double factor = epoch < END_SECONDS ? 1e6 : epoch < END_SECONDS * 1e3 ? 1e3 : 1;
    return Timestamps.inRange(Math.round(epoch * factor));
  }
}
