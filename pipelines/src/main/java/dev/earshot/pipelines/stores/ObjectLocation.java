package dev.earshot.pipelines.stores;

/**
 * Where an object of a store is: {@code scheme://bucket/name}.
 *
 * @param name its whole name in the bucket, slashes and all
 */
public record ObjectLocation(String bucket, String name) {
  private static final String SCHEME_END = "://";

  /**
   * Reads a location. Names are not escaped: a store takes blanks and percent signs as they are.
   *
   * @throws IllegalArgumentException where it has no scheme, bucket or name
   */
  public static ObjectLocation of(String location) {
    int scheme = location.indexOf(SCHEME_END);
    int start = scheme + SCHEME_END.length();
    int slash = location.indexOf('/', start);
    if (scheme < 1 || slash <= start || slash + 1 == location.length()) {
      throw new IllegalArgumentException(location + " is not scheme://bucket/name");
    }
    return new ObjectLocation(location.substring(start, slash), location.substring(slash + 1));
  }
}
