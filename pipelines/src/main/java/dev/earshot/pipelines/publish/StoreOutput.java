package dev.earshot.pipelines.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.stores.ConflictException;
import dev.earshot.pipelines.stores.ObjectStore;
import dev.earshot.pipelines.stores.ObjectStore.Versioned;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tables in an object store, where nothing can be renamed. Each attempt writes below a name of its
 * own; a manifest lists every file of every table, of this run and of those before; the pointer
 * names the manifest that holds. Overwriting the pointer, if it is still what it was when the run
 * began, publishes.
 *
 * <p>An attempt's name begins with the number of the state that it found. Once a later state is
 * published it can no longer be, so that its files, unless a manifest names them, may go. Files of
 * the state before stay, for those who read them. Lists of the store only say what to clear away.
 */
final class StoreOutput implements Output {
  static final String POINTER = "_current.json";
  static final String LEASE = "_lease.json";
  private static final String DATA = "data/";
  private static final String MANIFEST = "manifest.json";

  private static final Logger LOG = LoggerFactory.getLogger(StoreOutput.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String root;
  private final ObjectStore store;
  private final Lease lease;
  private final String attempt = UUID.randomUUID().toString();

  /** The pointer as it was found; null where there was none. */
  private final @Nullable Versioned found;

  private State state;
  private @Nullable String staged;
  private boolean mayBePublished;

  /**
   * What is published.
   *
   * @param sequence its number; 0 where nothing is
   * @param manifest where its manifest is, below the root; empty where nothing is
   * @param keyId of the run that published it; null where nothing is
   * @param writePace of that run, as in its manifest
   * @param files every file of every table, paths below the root
   */
  private record State(
      long sequence,
      String manifest,
      @Nullable String keyId,
      @Nullable Double writePace,
      List<WrittenFile> files) {
    /** Everything that it needs, below the root. */
    Set<String> paths() {
      Set<String> paths = files.stream().map(WrittenFile::path).collect(Collectors.toSet());
      paths.add(manifest);
      return paths;
    }
  }

  private StoreOutput(
      String root, ObjectStore store, Lease lease, @Nullable Versioned found, State state) {
    this.root = root;
    this.store = store;
    this.lease = lease;
    this.found = found;
    this.state = state;
  }

  static StoreOutput open(String location, ObjectStore store, InstantSource clock)
      throws IOException {
    String root = location.endsWith("/") ? location : location + "/";
    Lease lease = Lease.take(store, root + LEASE, clock, location);
    try {
      StoredObjects.of(root, DATA).requireOwn();
      Versioned found = store.read(root + POINTER);
      return new StoreOutput(root, store, lease, found, read(root, store, found));
    } catch (IOException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /** What is published at a place of a store. */
  static Published look(String location, ObjectStore store) throws IOException {
    String root = location.endsWith("/") ? location : location + "/";
    StoredObjects.of(root, DATA).requireOwn();
    State state = read(root, store, store.read(root + POINTER));
    return Published.of(state.files(), state.keyId());
  }

  private static State read(String root, ObjectStore store, @Nullable Versioned pointer)
      throws IOException {
    if (pointer == null) {
      return new State(0, "", null, null, List.of());
    }
    JsonNode current = JSON.readTree(pointer.content());
    String path = current.path("manifest").asText();
    Versioned manifest = store.read(root + path);
    if (manifest == null) {
      throw new IOException(root + path + ": is missing, but " + POINTER + " names it");
    }
    Manifest.Listing listing = Manifest.listing(manifest.content());
    return new State(
        current.path("sequence").asLong(),
        path,
        listing.keyId(),
        listing.writePace(),
        listing.files());
  }

  /** The folder of this attempt, below the root. */
  private String staging(String runId) {
    return DATA + String.format(Locale.ROOT, "%08d-%s-%s", state.sequence(), runId, attempt);
  }

  @Override
  public String stage(String runId) {
    staged = staging(runId);
    return root + staged;
  }

  @Override
  public void noteJob(String runId, String job) {
    lease.note(job);
  }

  @Override
  public List<String> abandonedJobs() {
    String job = lease.abandonedJob();
    return job == null ? List.of() : List.of(job);
  }

  @Override
  public List<StoredFile> files() {
    return state.files().stream().map(file -> new StoredFile(root + file.path(), file)).toList();
  }

  @Override
  public @Nullable String keyId() {
    return state.keyId();
  }

  @Override
  public @Nullable Double writePace() {
    return state.writePace();
  }

  @Override
  public String publish(
      String runId, PublicationPlan plan, RunSummary summary, ManifestWriter manifest)
      throws IOException {
    String folder = staging(runId);
    List<WrittenFile> files = new ArrayList<>();
    for (WrittenFile file : state.files()) {
      if (!plan.replaces(PublicationPlan.partitionOf(file))) {
        files.add(file);
      }
    }
    for (WrittenFile file : plan.published(summary).files()) {
      files.add(file.at(folder + "/" + file.path()));
    }
    files.sort(
        Comparator.comparing(WrittenFile::table)
            .thenComparing(PublicationPlan::partitionOf)
            .thenComparing(WrittenFile::path));
    State next =
        new State(
            state.sequence() + 1,
            folder + "/" + MANIFEST,
            state.keyId(),
            state.writePace(),
            List.copyOf(files));
    store.write(root + next.manifest(), manifest.of(summary.with(files)), null);
    commit(runId, next);
    Set<String> needed = next.paths();
    needed.addAll(state.paths());
    long before = state.sequence();
    state = next;
    clear(DATA, path -> sequence(path) <= before && !needed.contains(path));
    return root + next.manifest();
  }

  /** No attempt that began before the present state can be published any more. */
  @Override
  public void forgetReplaced() throws IOException {
    Set<String> needed = state.paths();
    List<ResourceId> replaced = new ArrayList<>();
    StoredObjects.of(root, DATA)
        .own()
        .forEach(
            (path, object) -> {
              if (sequence(path) < state.sequence() && !needed.contains(path)) {
                replaced.add(object);
              }
            });
    FileSystems.delete(replaced);
  }

  /** Everything is decided by this one write. */
  private void commit(String runId, State next) throws IOException {
    String pointer =
        JSON.createObjectNode()
                .put("sequence", next.sequence())
                .put("run_id", runId)
                .put("manifest", next.manifest())
                .toPrettyString()
            + "\n";
    // A store that ignores conditions is asked here, a moment before.
    if (!Objects.equals(found, store.read(root + POINTER))) {
      throw OutputInUseException.overtaken(root);
    }
    mayBePublished = true;
    try {
      store.write(root + POINTER, pointer, found == null ? null : found.version());
    } catch (IOException e) {
      // A client that got no answer may have written it, and even conflicts then with itself.
      Versioned now = store.read(root + POINTER);
      if (now != null && now.content().equals(pointer)) {
        return;
      }
      if (e instanceof ConflictException) {
        mayBePublished = false;
        throw OutputInUseException.overtaken(root);
      }
      throw e;
    }
  }

  /** The number of the state that an attempt found. */
  private static long sequence(String path) {
    return Long.parseLong(path.substring(DATA.length(), path.indexOf('-')));
  }

  private interface PathTest {
    boolean isSuperfluous(String path);
  }

  /** Deletes what can be; what a list does not show yet, or cannot be deleted, stays for later. */
  private void clear(String folder, PathTest test) {
    try {
      List<ResourceId> superfluous = new ArrayList<>();
      StoredObjects.of(root, folder)
          .own()
          .forEach(
              (path, object) -> {
                if (test.isSuperfluous(path)) {
                  superfluous.add(object);
                }
              });
      FileSystems.delete(superfluous);
    } catch (IOException e) {
      LOG.warn("{}: what is no longer needed was not deleted: {}", root, e.getMessage());
    }
  }

  @Override
  public String keepRejected(String runId, RunSummary summary) throws IOException {
    return FailedRuns.keep(root, root + staging(runId), runId, summary);
  }

  @Override
  public String locate(String runId) {
    return "";
  }

  @Override
  public String files(TableSchema table) {
    return state.files().stream()
        .filter(file -> file.table().equals(table.name()))
        .map(file -> Views.quoted(root + file.path()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String put(String name, String text) throws IOException {
    String location = root + name;
    try (OutputStream out =
        Channels.newOutputStream(
            FileSystems.create(FileSystems.matchNewResource(location, false), "text/plain"))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return location;
  }

  @Override
  public void close() {
    if (staged != null && !mayBePublished) {
      clear(staged + "/", path -> true);
    }
    lease.close();
  }
}
