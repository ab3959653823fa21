package dev.earshot.pipelines.run;

import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.times.LocalTimes;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what the rows of a run are. Small, and without any secret: it travels to
 * the workers with the job.
 *
 * @param runId the run
 * @param brandsYaml the brand file's text
 * @param brandsName the brand file's name, for messages
 * @param mappings the column mappings' texts, at most one for a kind of record
 * @param logFormat the LogFormat of access logs, or null for common and combined
 * @param parsedShare share of the distinct English posts that CoreNLP parses too; 0 for none
 * @param definitions what users may define themselves
 * @param key where the pseudonymisation key comes from
 * @param dates the dates that the run replaces
 * @param asOfMicros the clock of the run, or null for the latest time in the input
 * @param startedAtMicros when the run began; where it has no clock of its own, records that are
 *     more than a day later are rejected
 * @param keepsText whether public texts are written
 * @param staging the folder that receives the files
 * @param inputBytes size of all input, from which shuffle partitions are sized
 * @param localTimes how exports that state no zone write their times
 */
public record RunSettings(
    String runId,
    String brandsYaml,
    String brandsName,
    List<MappingText> mappings,
    @Nullable String logFormat,
    double parsedShare,
    UserDefinitions definitions,
    SecretKeySource key,
    DateScope dates,
    @Nullable Long asOfMicros,
    long startedAtMicros,
    boolean keepsText,
    String staging,
    long inputBytes,
    LocalTimes localTimes)
    implements Serializable {
  private static final ConcurrentHashMap<RunSettings, RunSettings> RECEIVED =
      new ConcurrentHashMap<>();

  /** Copies the list. */
  public RunSettings {
    mappings = List.copyOf(mappings);
  }

  /**
   * One object for all steps of a process. What the steps share is looked up by their settings, for
   * each element by some, and comparing the text of thousands of brands would cost more than most
   * elements.
   */
  @Serial
  private Object readResolve() {
    RunSettings known = RECEIVED.putIfAbsent(this, this);
    return known == null ? this : known;
  }

  /** Whether the run does not look at what happens then: its clock is an argument and earlier. */
  public boolean isAfterClock(long micros) {
    return asOfMicros != null && micros > asOfMicros;
  }

  /**
   * A mapping file as it was read.
   *
   * @param name its name, for messages
   * @param yaml its text
   */
  public record MappingText(String name, String yaml) implements Serializable {
    /** What it says. */
    public Mapping parse() {
      return Mapping.parse(yaml, name);
    }
  }
}
