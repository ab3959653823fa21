package dev.earshot.pipelines.operations;

import java.nio.file.Path;

/**
 * A place as OpenLineage names it: {@code file} and an absolute path, or the bucket and what is in
 * it.
 */
public record LineageDataset(String namespace, String name) {
  private static final String SCHEME = "://";

  /** The dataset of a path or a location in a store; a pattern stands for its folder. */
  public static LineageDataset of(String location) {
    String place = beforePattern(location);
    int scheme = place.indexOf(SCHEME);
    if (scheme < 0) {
      return new LineageDataset("file", Path.of(place).toAbsolutePath().normalize().toString());
    }
    int bucketEnd = place.indexOf('/', scheme + SCHEME.length());
    return bucketEnd < 0
        ? new LineageDataset(place, "/")
        : new LineageDataset(
            place.substring(0, bucketEnd), trimmed(place.substring(bucketEnd + 1)));
  }

  private static String trimmed(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.isEmpty() ? "/" : trimmed;
  }

  private static String beforePattern(String location) {
    for (int i = 0; i < location.length(); i++) {
      if ("*?[{".indexOf(location.charAt(i)) >= 0) {
        int folder = location.lastIndexOf('/', i);
        return folder < 0 ? "." : location.substring(0, Math.max(1, folder));
      }
    }
    return location;
  }

  LineageDataset below(String table) {
    return new LineageDataset(namespace, name.equals("/") ? table : name + "/" + table);
  }
}
