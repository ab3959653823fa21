package dev.earshot.pipelines.stores;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** The object stores that a run reads from and writes to, by the schemes of their locations. */
public final class Stores {
  private static final String SEPARATOR = "://";
  private static final String LOCAL = "file";

  /** What a build may bring along, by scheme. */
  private static final Map<String, Profile> PROFILES =
      Map.of("s3", new Profile("S3", "s3"), "gs", new Profile("Google Cloud Storage", "gcs"));

  private record Profile(String store, String id) {}

  private final Map<String, ObjectStore> byScheme = new TreeMap<>();

  private Stores() {}

  /**
   * Opens the stores of these locations and makes them known to Beam in this process.
   *
   * @param locations as a user writes them; local ones need nothing
   * @throws MissingStoreException where this build has no such store
   */
  public static Stores open(Collection<String> locations, PipelineOptions options)
      throws IOException {
    Stores stores = new Stores();
    for (String location : locations) {
      String scheme = scheme(location);
      if (scheme != null && !stores.byScheme.containsKey(scheme)) {
        stores.byScheme.put(scheme, provider(scheme, location).open(options));
      }
    }
    if (!stores.byScheme.isEmpty()) {
      FileSystems.setDefaultPipelineOptions(options);
    }
    return stores;
  }

  /** The store of a location, or null where it is on a local file system. */
  public @Nullable ObjectStore of(String location) {
    String scheme = scheme(location);
    return scheme == null ? null : byScheme.get(scheme);
  }

  /** The scheme in an argument, behind a format or a brand that may stand before it. */
  private static @Nullable String scheme(String argument) {
    int end = argument.indexOf(SEPARATOR);
    int start = end;
    while (start > 0 && Character.isLetterOrDigit(argument.charAt(start - 1))) {
      start--;
    }
    String scheme = end < 0 ? "" : argument.substring(start, end);
    return scheme.isEmpty() || scheme.equals(LOCAL) ? null : scheme;
  }

  private static StoreProvider provider(String scheme, String location)
      throws MissingStoreException {
    for (StoreProvider provider : ServiceLoader.load(StoreProvider.class)) {
      if (provider.scheme().equals(scheme)) {
        return provider;
      }
    }
    Profile profile = PROFILES.get(scheme);
    if (profile != null) {
      throw new MissingStoreException(
          location
              + ": built without "
              + profile.store()
              + "; build with: mvn -P"
              + profile.id()
              + " package (pipelines/docs/object-stores.md)");
    }
    throw new MissingStoreException(
        location + ": no store " + scheme + SEPARATOR + "; expected a path, s3:// or gs://");
  }
}
