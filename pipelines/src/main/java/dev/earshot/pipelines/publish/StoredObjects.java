package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The objects in a folder of a store, as its list shows them. What an attempt has written is told
 * by its name, since an attempt that died left no manifest.
 *
 * @param own those of attempts, by their paths below the output
 * @param foreign where all others are
 */
record StoredObjects(Map<String, ResourceId> own, List<String> foreign) {
  /** Sequence, run, random part; then a manifest, a summary, or a file of a table. */
  private static final Pattern OWN =
      Pattern.compile(
          "data/[0-9]{8,18}-[^/]+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/(manifest\\.json|"
              + Pattern.quote(RunSummary.FILE_NAME)
              + "|("
              + Tables.ALL.stream().map(TableSchema::name).collect(Collectors.joining("|"))
              + ")/([^/]+/)?part-[^/]+\\.parquet)");

  static StoredObjects of(String root, String folder) throws IOException {
    Map<String, ResourceId> own = new TreeMap<>();
    List<String> foreign = new ArrayList<>();
    for (Metadata object :
        FileSystems.match(root + folder + "**", EmptyMatchTreatment.ALLOW).metadata()) {
      String location = object.resourceId().toString();
      String path = location.substring(root.length());
      if (OWN.matcher(path).matches()) {
        own.put(path, object.resourceId());
      } else if (!path.endsWith("/")) {
        // A name with a slash at its end is how consoles show a folder.
        foreign.add(location);
      }
    }
    return new StoredObjects(own, foreign);
  }

  /**
   * Nothing but what attempts have written is here.
   *
   * @throws ForeignFilesException where something else is
   */
  void requireOwn() throws ForeignFilesException {
    if (!foreign.isEmpty()) {
      throw ForeignFilesException.of(foreign);
    }
  }
}
