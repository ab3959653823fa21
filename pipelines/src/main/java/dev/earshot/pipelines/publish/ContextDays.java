package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Days of input before the first date of a run: how many its tables ask for, and how many there
 * are, by kind of input.
 *
 * @param wanted days that the tables ask for
 * @param had the days of them from the first record of the kind on
 */
public record ContextDays(int wanted, int had) {
  /** By each kind of input that the run was given and that it takes in part. */
  public static Map<RecordKind, ContextDays> of(
      DateScope dates, Collection<SourceFile> sources, RunSummary summary) {
    Map<RecordKind, ContextDays> days = new EnumMap<>(RecordKind.class);
    Integer from = dates.fromDay();
    for (SourceFile source : sources) {
      RecordKind kind = source.format().kind();
      Reach reach = dates.context().of(kind);
      if (from != null && reach != null) {
        int had = had(from, reach, summary.account(source.index()).earliestMicros());
        days.merge(
            kind,
            new ContextDays(reach.daysBefore(), had),
            (a, b) -> new ContextDays(a.wanted, Math.max(a.had, b.had)));
      }
    }
    return days;
  }

  private static int had(int from, Reach reach, @Nullable Long earliest) {
    int before = earliest == null ? 0 : from - DateScope.dayOf(earliest, ZoneOffset.UTC);
    return Math.max(0, Math.min(reach.daysBefore(), before));
  }
}
