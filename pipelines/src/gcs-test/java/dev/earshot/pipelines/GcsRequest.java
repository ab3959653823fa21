package dev.earshot.pipelines;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What is asked of {@link GcsServer}: the method, the path as it was escaped, and the parameters. */
record GcsRequest(String method, String path, Map<String, String> parameters) {
  static GcsRequest of(String method, String target) {
    URI uri = URI.create(target);
    Map<String, String> parameters = new HashMap<>();
    if (uri.getRawQuery() != null) {
      for (String parameter : uri.getRawQuery().split("&", -1)) {
        String[] pair = parameter.split("=", 2);
        parameters.put(pair[0], decoded(pair.length < 2 ? "" : pair[1]));
      }
    }
    return new GcsRequest(method, uri.getRawPath(), parameters);
  }

  /** The bucket, "o", and the object, behind a prefix of the path. */
  String[] names(String prefix) {
    return Stream.of(path.substring(prefix.length()).split("/", -1))
        .map(part -> decoded(part.replace("+", "%2B")))
        .toArray(String[]::new);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
