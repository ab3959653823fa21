package dev.earshot.models.referrals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sites by host and path. An entry stands for its host and every host below; entries below win over
 * those above, and a longer path over a shorter one.
 */
final class ReferrerSites {
  private record PathEntry(String path, ReferrerSite site) {}

  private final Map<String, List<PathEntry>> byHost = new HashMap<>();

  /** Adds an entry such as {@code google.{}/imgres}, unless there is one of the same address. */
  void add(String address, ReferrerSite site) {
    int slash = address.indexOf('/');
    String host = hostOf(slash < 0 ? address : address.substring(0, slash));
    String path = slash < 0 ? "" : address.substring(slash);
    List<PathEntry> entries = byHost.computeIfAbsent(host, key -> new ArrayList<>(1));
    if (entries.stream().noneMatch(entry -> entry.path.equals(path))) {
      entries.add(new PathEntry(path, site));
      entries.sort((a, b) -> b.path.length() - a.path.length());
    }
  }

  private static String hostOf(String host) {
    String clean = host.strip().toLowerCase(Locale.ROOT);
    if (clean.startsWith("{}.")) {
      return clean.substring(3);
    }
    return clean.startsWith("www.") ? clean.substring(4) : clean;
  }

  /** The names of all sites. */
  Set<String> sources() {
    return byHost.values().stream()
        .flatMap(List::stream)
        .map(entry -> entry.site.source())
        .collect(Collectors.toSet());
  }

  /** The site of an address, or null. */
  @Nullable ReferrerSite find(WebAddress address) {
    String host = address.host();
    String anySuffix = address.hostOfAnySuffix();
    while (!host.isEmpty()) {
      ReferrerSite site = find(host, address.path());
      if (site == null && anySuffix != null) {
        site = find(anySuffix, address.path());
      }
      if (site != null) {
        return site;
      }
      host = parent(host);
      anySuffix = anySuffix == null || parent(anySuffix).equals("{}") ? null : parent(anySuffix);
    }
    return null;
  }

  private @Nullable ReferrerSite find(String host, String path) {
    List<PathEntry> entries = byHost.get(host);
    if (entries == null) {
      return null;
    }
    for (PathEntry entry : entries) {
      if (path.startsWith(entry.path)) {
        return entry.site;
      }
    }
    return null;
  }

  private static String parent(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? "" : host.substring(dot + 1);
  }
}
