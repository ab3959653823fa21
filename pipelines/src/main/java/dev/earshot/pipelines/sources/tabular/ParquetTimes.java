package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.RejectionReason;
import java.time.Instant;
import java.time.LocalTime;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;

/** Times of Parquet files as ISO 8601; those that are not adjusted to UTC are local: no zone. */
final class ParquetTimes {
  private static final int JULIAN_DAY_OF_1970 = 2_440_588;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;

  private ParquetTimes() {}

  /** A moment since 1970. */
  static String timestamp(long value, TimestampLogicalTypeAnnotation type) {
    long perSecond = perSecond(type.getUnit());
    long second = Math.floorDiv(value, perSecond);
    long nano = Math.floorMod(value, perSecond) * (NANOS_PER_SECOND / perSecond);
    return iso(second, nano, type.isAdjustedToUTC());
  }

  /** A time since midnight, which is no moment. */
  static ParquetCell timeOfDay(long value, TimeLogicalTypeAnnotation type) {
    long nanosPerUnit = NANOS_PER_SECOND / perSecond(type.getUnit());
    if (value < 0 || value >= NANOS_PER_DAY / nanosPerUnit) {
      return new ParquetCell(Long.toString(value), RejectionReason.INVALID_FIELD);
    }
    String time = LocalTime.ofNanoOfDay(value * nanosPerUnit).toString();
    return ParquetCell.of(type.isAdjustedToUTC() ? time + "Z" : time);
  }

  private static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000L;
      case MICROS -> 1_000_000L;
      case NANOS -> NANOS_PER_SECOND;
    };
  }

  private static String iso(long second, long nano, boolean isUtc) {
    long lowest = Instant.MIN.getEpochSecond();
    long highest = Instant.MAX.getEpochSecond();
    String text =
        Instant.ofEpochSecond(Math.max(lowest, Math.min(highest, second)), nano).toString();
    return isUtc ? text : text.substring(0, text.length() - 1);
  }

  /** Nanoseconds of the day, then the Julian day; UTC, as Spark and Impala write it. */
  static String int96(byte[] bytes) {
    long nanos = 0;
    long day = 0;
    for (int i = 7; i >= 0; i--) {
      nanos = nanos << 8 | (bytes[i] & 0xff);
    }
    for (int i = 11; i >= 8; i--) {
      day = day << 8 | (bytes[i] & 0xff);
    }
    long second = (day - JULIAN_DAY_OF_1970) * 86_400 + Math.floorDiv(nanos, NANOS_PER_SECOND);
    return iso(second, Math.floorMod(nanos, NANOS_PER_SECOND), true);
  }
}
