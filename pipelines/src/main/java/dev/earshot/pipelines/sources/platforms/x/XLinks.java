package dev.earshot.pipelines.sources.platforms.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.pipelines.sources.fields.DetailsDraft;
import dev.earshot.pipelines.sources.json.JsonFields;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links of X posts. A text has every link behind the shortener {@code t.co}; {@code entities.urls}
 * say where it leads ({@code expanded_url}), and where that leads, if it is a shortener too ({@code
 * unwound_url}, in the enterprise API {@code unwound.url}).
 */
final class XLinks {
  /** Pictures and posts: their address says nothing that the post does not. */
  private static final Set<String> OWN_HOSTS =
      Set.of("x.com", "twitter.com", "mobile.twitter.com", "pic.twitter.com", "pic.x.com");

  private XLinks() {}

  /**
   * A text with its links in full.
   *
   * @param entities what the platform found in the text, or a missing node
   * @param details takes where the links lead
   */
  static String expand(String text, JsonNode entities, DetailsDraft details) {
    String expanded = text;
    for (JsonNode url : entities.path("urls")) {
      String link = JsonFields.text(url.path("expanded_url"));
      String unwound =
          JsonFields.text(
              JsonFields.first(url, "unwound_url").isTextual()
                  ? url.path("unwound_url")
                  : url.path("unwound").path("url"));
      String target = unwound == null ? link : unwound;
      String shown = JsonFields.text(url.path("url"));
      details.addLink(unwound);
      details.addLink(link);
      if (target != null && shown != null && isShortened(shown) && isElsewhere(target)) {
        expanded = replaceWhole(expanded, shown, target);
      }
    }
    return expanded;
  }

  private static boolean isShortened(String url) {
    return url.startsWith("https://t.co/") || url.startsWith("http://t.co/");
  }

  private static boolean isElsewhere(String target) {
    String host = host(target);
    return host != null && !OWN_HOSTS.contains(host.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String host(String address) {
    try {
      return URI.create(address).getHost();
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }

  /** Replaces a link where it does not go on: one short link may begin like another. */
  private static String replaceWhole(String text, String shown, String target) {
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    int at = text.indexOf(shown);
    while (at >= 0) {
      int end = at + shown.length();
      boolean goesOn = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
      replaced.append(text, from, at).append(goesOn ? shown : target);
      from = end;
      at = text.indexOf(shown, end);
    }
    return replaced.append(text, from, text.length()).toString();
  }
}
