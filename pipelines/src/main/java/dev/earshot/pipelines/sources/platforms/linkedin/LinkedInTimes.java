package dev.earshot.pipelines.sources.platforms.linkedin;

import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.time.ZoneOffset;
import java.util.List;

/** Times of the member's download: UTC, with {@code UTC} behind them or not. */
final class LinkedInTimes {
  private static final Timestamps TIMES =
      new Timestamps(List.of(), new LocalTimes(ZoneOffset.UTC, null));
  private static final String UTC = " UTC";

  private LinkedInTimes() {}

  static void set(RecordDraft draft, RecordField field, String cell) {
    if (!cell.isEmpty()) {
      String plain = cell.endsWith(UTC) ? cell.substring(0, cell.length() - UTC.length()) : cell;
      TextFields.setTimestamp(draft, field, TIMES.parse(plain));
    }
  }
}
