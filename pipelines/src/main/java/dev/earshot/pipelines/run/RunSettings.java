package dev.earshot.pipelines.run;

import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything that decides what the rows of a run are. Small, and without any secret: it travels to
 * the workers with the job.
 *
 * @param runId the run
 * @param brands the brand file
 * @param reading what the user says of the input
 * @param parsedShare share of the distinct English posts that CoreNLP parses too; 0 for none
 * @param definitions what users may define themselves
 * @param key where the pseudonymisation key comes from
 * @param dates the dates that the run replaces
 * @param clock its times
 * @param keepsText whether public texts are written
 * @param staging the folder that receives the files
 * @param inputBytes size of all input, from which shuffle partitions are sized
 */
public record RunSettings(
    String runId,
    YamlText brands,
    ReadingRules reading,
    double parsedShare,
    UserDefinitions definitions,
    SecretKeySource key,
    DateScope dates,
    RunClock clock,
    boolean keepsText,
    String staging,
    long inputBytes)
    implements Serializable {
  private static final ConcurrentHashMap<RunSettings, RunSettings> RECEIVED =
      new ConcurrentHashMap<>();

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
    Long asOfMicros = clock.asOfMicros();
    return asOfMicros != null && micros > asOfMicros;
  }
}
