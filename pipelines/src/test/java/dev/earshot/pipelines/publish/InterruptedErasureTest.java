package dev.earshot.pipelines.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.pipelines.EarshotRun;
import dev.earshot.pipelines.ErasureInput;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.stores.FakeStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure that dies at any point is called again, and then the persons are in no table. */
class InterruptedErasureTest {
  @TempDir Path folder;

  private static void copy(Path from, Path to) throws IOException {
    for (String name : EarshotRun.bytes(from).keySet()) {
      if (!name.endsWith("_lock")) {
        Path copy = to.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.copy(from.resolve(name), copy);
      }
    }
  }

  /** The tables, without what says when and where. */
  private static Map<String, String> tables(Path output) {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(output));
    files
        .keySet()
        .removeIf(
            name -> name.startsWith("_runs") || name.equals("_lock") || name.equals("views.sql"));
    return files;
  }

  private static ErasureRequest request() {
    Pseudonyms pseudonyms = Pseudonyms.of(EarshotRun.KEY.getBytes(StandardCharsets.UTF_8));
    return new ErasureRequest(
        pseudonyms.keyId(),
        "0.1.0",
        Instant.parse("2026-12-01T00:00:00Z"),
        List.of(
            pseudonyms.of("x", "ada"),
            pseudonyms.ofCustomer("veltrano", "c-1"),
            pseudonyms.of("x", "ada"),
            pseudonyms.of("x", "zoe")));
  }

  /** An output that does as a folder does, and shows itself before each rename. */
  private static Output shown(OutputFolder folder, Publication.Renaming renaming) {
    return (Output)
        Proxy.newProxyInstance(
            Output.class.getClassLoader(),
            new Class<?>[] {Output.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("publish")) {
                PublicationPlan plan = (PublicationPlan) arguments[1];
                RunSummary summary = plan.published((RunSummary) arguments[2]);
                String manifest = ((Output.ManifestWriter) arguments[3]).of(summary);
                return Publication.publish(folder, (String) arguments[0], plan, manifest, renaming)
                    .toString();
              }
              try {
                return method.invoke(folder, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void inAFolderItIsCompletedOrBegunAnew() throws IOException {
    ErasureInput input = ErasureInput.in(folder.resolve("in"), true);
    Path out = folder.resolve("out");
    EarshotRun run = input.run(out.toString());
    assertEquals(0, run.exitCode(), run.err());
    Path whole = folder.resolve("whole");
    copy(out, whole);
    EarshotRun erased = input.erase(whole.toString());
    assertEquals(0, erased.exitCode(), erased.err());
    assertNotEquals(tables(out), tables(whole));
    List<Path> died = new ArrayList<>();
    try (OutputFolder output = OutputFolder.open(out)) {
      Publication.Renaming renaming =
          (from, to) -> {
            // What a process leaves that is killed here.
            Path left = folder.resolve("died-" + died.size());
            copy(out, left);
            died.add(left);
            Publication.rename(from, to);
          };
      Erasure.find(output, request()).publish(shown(output, renaming));
    }
    assertEquals(tables(whole), tables(out));
    assertTrue(died.size() > 20, "renames: " + died.size());
    for (Path left : died) {
      EarshotRun again = input.erase(left.toString());
      // Before the plan is in place nothing has happened; after that the next opens it completed.
      assertEquals(left.equals(died.get(0)) ? 0 : 99, again.exitCode(), again.err());
      assertEquals(tables(whole), tables(left), left.toString());
      assertEquals(
          Set.of(), names(left, "_staging", "_publishing"), "nothing of hers is left beside");
    }
  }

  private static Set<String> names(Path output, String... beginnings) {
    Set<String> names = new TreeSet<>();
    for (String name : EarshotRun.bytes(output).keySet()) {
      for (String beginning : beginnings) {
        if (name.startsWith(beginning)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Digests by partition of what the pointer of a store leads to. */
  private static Map<String, String> published(Path bucket) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (JsonNode file : files(bucket)) {
      String path = file.path("path").asText();
      String table = file.path("table").asText();
      digests.put(
          path.substring(path.indexOf("/" + table + "/"), path.lastIndexOf('/')),
          file.path("sha256").asText());
    }
    return digests;
  }

  private static JsonNode files(Path bucket) throws IOException {
    ObjectMapper json = new ObjectMapper();
    String manifest =
        json.readTree(bucket.resolve("out/_current.json").toFile()).path("manifest").asText();
    return json.readTree(bucket.resolve("out").resolve(manifest).toFile()).path("files");
  }

  @Test
  void inAStoreNoObjectOfHersIsLeft() throws IOException {
    Path first = Files.createDirectories(folder.resolve("bucket"));
    FakeStore.bucket("erased", first);
    ErasureInput input = ErasureInput.in(folder.resolve("in"), true);
    EarshotRun run = input.run("fake://erased/out");
    assertEquals(0, run.exitCode(), run.err());
    Map<String, String> expected = new TreeMap<>();
    boolean isOver = false;
    for (int write = 1000; !isOver; write = write == 1000 ? 1 : write + 3) {
      Path bucket = folder.resolve("bucket-" + write);
      copy(first, bucket);
      FakeStore store = FakeStore.bucket("erased", bucket);
      store.dieBefore(write);
      try {
        EarshotRun erased = input.erase("fake://erased/out");
        assertEquals(0, erased.exitCode(), erased.err());
        if (write == 1000) {
          expected.putAll(published(bucket));
        } else {
          isOver = true;
        }
      } catch (FakeStore.Killed e) {
        store.revive();
        // As after the two minutes for which a run that is dead holds the output.
        Files.deleteIfExists(bucket.resolve("out/_lease.json"));
        EarshotRun again = input.erase("fake://erased/out");
        assertTrue(Set.of(0, 99).contains(again.exitCode()), again.err());
      }
      assertEquals(expected, published(bucket), "died before write " + write);
      Set<String> named = new TreeSet<>();
      files(bucket).forEach(file -> named.add("out/" + file.path("path").asText()));
      Set<String> there =
          store.keys().stream()
              .filter(key -> key.endsWith(".parquet") && key.startsWith("out/data/"))
              .collect(Collectors.toCollection(TreeSet::new));
      there.removeAll(named);
      assertTrue(
          there.stream().noneMatch(key -> EarshotRun.bytes(first).containsKey(key)),
          "objects of before: " + there);
    }
  }
}
