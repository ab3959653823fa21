package dev.earshot.pipelines.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * An object store over a folder of the test: objects appear whole, nothing can be renamed, and a
 * list shows what there was when the test last let it catch up. A test can make it die before any
 * write; then nothing is written any more, as by a process that was killed.
 */
public final class FakeStore implements ObjectStore {
  public static final String SCHEME = "fake";
  private static final Map<String, FakeStore> BUCKETS = new HashMap<>();

  private final Path folder;
  private final Map<String, String> versions = new HashMap<>();
  private final List<String> writes = new ArrayList<>();
  private Set<String> listed = new TreeSet<>();
  private boolean isListCurrent = true;
  private int writesUntilDeath = Integer.MAX_VALUE;
  private boolean ignoresConditions;
  private @Nullable String unanswered;

  private FakeStore(Path folder) {
    this.folder = folder;
  }

  /** What every operation ends with once the process is dead. */
  public static final class Killed extends Error {
    Killed() {
      super("killed");
    }
  }

  /** A new store, known as the bucket of this name. */
  public static FakeStore bucket(String name, Path folder) {
    FakeStore store = new FakeStore(folder);
    BUCKETS.put(name, store);
    return store;
  }

  /** The store in which a location is. */
  static FakeStore at(String location) {
    String rest = location.substring((SCHEME + "://").length());
    FakeStore store = BUCKETS.get(rest.substring(0, rest.indexOf('/')));
    if (store == null) {
      throw new IllegalStateException("no bucket for " + location);
    }
    return store;
  }

  private static String key(String location) {
    String rest = location.substring((SCHEME + "://").length());
    return rest.substring(rest.indexOf('/') + 1);
  }

  /** From now on lists show what there is at this moment, and nothing later. */
  public synchronized void listLate() {
    isListCurrent = false;
    listed = keys();
  }

  /** From now on lists show what there is. */
  public synchronized void listAll() {
    isListCurrent = true;
  }

  /** Dies before a write or deletion; 1 for the next one. */
  public synchronized void dieBefore(int write) {
    writesUntilDeath = write;
  }

  /** A new process can use the store; returns what the old one wrote, deletions with a minus. */
  public synchronized List<String> revive() {
    writesUntilDeath = Integer.MAX_VALUE;
    List<String> written = List.copyOf(writes);
    writes.clear();
    return written;
  }

  public synchronized void ignoreConditions() {
    ignoresConditions = true;
  }

  /** The next write of this object is done, but the writer gets no answer. */
  public synchronized void loseAnswer(String name) {
    unanswered = name;
  }

  /** The objects that there are, whatever lists show. */
  public synchronized Set<String> keys() {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .filter(name -> !name.startsWith("."))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized Set<String> list() {
    checkAlive();
    return isListCurrent ? keys() : listed;
  }

  Path file(String location) {
    checkAlive();
    return folder.resolve(key(location));
  }

  private synchronized void checkAlive() {
    if (writesUntilDeath < 1) {
      throw new Killed();
    }
  }

  private void count(String what) {
    writesUntilDeath--;
    checkAlive();
    writes.add(what);
  }

  synchronized void put(String location, byte[] content) throws IOException {
    count(key(location));
    Path target = folder.resolve(key(location));
    Path upload = folder.resolve(".upload-" + UUID.randomUUID());
    Files.createDirectories(target.getParent());
    Files.write(upload, content);
    Files.move(upload, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    versions.put(key(location), UUID.randomUUID().toString());
  }

  synchronized void delete(String location) throws IOException {
    count("-" + key(location));
    Files.deleteIfExists(folder.resolve(key(location)));
    versions.remove(key(location));
  }

  @Override
  public synchronized @Nullable Versioned read(String location) throws IOException {
    Path file = file(location);
    return Files.exists(file)
        ? new Versioned(Files.readString(file), String.valueOf(versions.get(key(location))))
        : null;
  }

  @Override
  public synchronized String write(String location, String content, @Nullable String expected)
      throws IOException {
    Versioned now = read(location);
    boolean isExpected =
        now == null ? expected == null : now.version().equals(String.valueOf(expected));
    if (!isExpected && !ignoresConditions) {
      throw new ConflictException(location);
    }
    put(location, content.getBytes(StandardCharsets.UTF_8));
    if (location.endsWith(String.valueOf(unanswered))) {
      unanswered = null;
      throw new IOException(location + ": no answer");
    }
    return String.valueOf(versions.get(key(location)));
  }

  /** Finds the fake for {@code fake://}. */
  public static final class Provider implements StoreProvider {
    @Override
    public String scheme() {
      return SCHEME;
    }

    @Override
    public ObjectStore open(PipelineOptions options) {
      return new ObjectStore() {
        @Override
        public @Nullable Versioned read(String location) throws IOException {
          return at(location).read(location);
        }

        @Override
        public String write(String location, String content, @Nullable String expected)
            throws IOException {
          return at(location).write(location, content, expected);
        }
      };
    }
  }
}
