package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.Sha256;
import dev.earshot.pipelines.tables.PipelineRunRow;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose rows are to go, and what is said of it afterwards: counts.
 *
 * @param keyId of the key that the hashes were made with
 * @param earshotVersion the program
 * @param askedAt when it was asked for, which the manifest says
 * @param hashes keyed hashes of accounts and customers, in the order of the file, repeats included
 */
public record ErasureRequest(
    String keyId, String earshotVersion, Instant askedAt, List<String> hashes) {
  private static final int RUN_ID_DIGITS = 12;

  /** What {@code pipeline_runs} calls it. */
  private static final String KIND = "erasure";

  /** Copies the hashes. */
  public ErasureRequest {
    hashes = List.copyOf(hashes);
  }

  /** Each once. */
  Set<String> persons() {
    return new TreeSet<>(hashes);
  }

  /** Equal for the same persons under the same key, and tells nothing without it. */
  private String requestHash() {
    return hash(persons());
  }

  /** Follows from whom it is about and what was published, and from nothing else. */
  String runId(Collection<StoredFile> published) {
    Set<String> state = new TreeSet<>();
    published.forEach(file -> state.add(file.file().path() + " " + file.file().sha256()));
    return hash(List.of(KIND, keyId, requestHash(), hash(state))).substring(0, RUN_ID_DIGITS);
  }

  private static String hash(Collection<String> parts) {
    MessageDigest digest = Sha256.digest();
    for (String part : parts) {
      digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.hex(digest);
  }

  /** Its row in {@code pipeline_runs}. */
  PipelineRunRow row(String runId, int foundCount, long rowCount) {
    int persons = persons().size();
    return new PipelineRunRow(
        keyId,
        KIND,
        KIND,
        "ids",
        requestHash(),
        earshotVersion,
        Tables.METRIC_VERSION,
        null,
        null,
        0,
        hashes.size(),
        foundCount,
        0,
        hashes.size() - persons,
        persons - foundCount,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        rowCount,
        null,
        null,
        null,
        null,
        null,
        runId);
  }

  /** Its manifest. */
  String manifest(String runId, long rowCount, RunSummary summary) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("earshot_version", earshotVersion);
    facts.put("metric_version", Tables.METRIC_VERSION);
    facts.put(Manifest.KEY_ID, keyId);
    facts.put("erased_row_count", String.valueOf(rowCount));
    facts.put(Manifest.PUBLISHED_AT, askedAt.toString());
    return new Manifest(runId, facts, List.of(), List.of(), summary).toJson();
  }
}
