package dev.earshot.pipelines.sources.fields;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of platforms that only lead elsewhere, with the address in their query. */
public final class Redirects {
  /** The parameter that holds the address, by host and path. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "l.facebook.com/l.php", "u",
          "lm.facebook.com/l.php", "u",
          "l.instagram.com/", "u",
          "www.youtube.com/redirect", "q",
          "www.google.com/url", "q");

  private Redirects() {}

  /** Where an address leads: what its query says, or itself. */
  public static @Nullable String target(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      URI uri = URI.create(address);
      String parameter = PARAMETERS.get(uri.getHost() + uri.getRawPath());
      String query = uri.getRawQuery();
      if (parameter != null && query != null) {
        for (String pair : query.split("&", -1)) {
          if (pair.startsWith(parameter + "=")) {
            String value = pair.substring(parameter.length() + 1);
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
          }
        }
      }
      return address;
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }
}
