package dev.earshot.pipelines.run;

import dev.earshot.pipelines.sources.times.LocalTimes;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of files that do not say it themselves.
 *
 * @param mappings the column mappings; see {@link MappingChoice}
 * @param logFormat the LogFormat of access logs, or null for common and combined
 * @param localTimes how exports that state no zone write their times
 */
public record ReadingRules(
    List<YamlText> mappings, @Nullable String logFormat, LocalTimes localTimes)
    implements Serializable {
  /** Files that say all themselves. */
  public static final ReadingRules NONE = new ReadingRules(List.of(), null, LocalTimes.UNKNOWN);

  /** Copies the list. */
  public ReadingRules {
    mappings = List.copyOf(mappings);
  }
}
