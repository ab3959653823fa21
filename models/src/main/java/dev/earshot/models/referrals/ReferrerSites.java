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
 * those above, and a longer path over a shorter one. Below the host of a search engine only hosts
 * of certain labels are its search; the others are known as of the same house.
 */
final class ReferrerSites {
  private record PathEntry(String path, ReferrerSite site) {}

  private final Map<String, List<PathEntry>> byHost = new HashMap<>();
  private final Set<String> searchLabels;

  /**
   * @param searchLabels names of hosts of a search engine that are its search
   */
  ReferrerSites(Set<String> searchLabels) {
    this.searchLabels = searchLabels;
  }

  /**
   * Adds an entry such as {@code google.{}/imgres}, unless there is one of the same address, under
   * any suffix too.
   */
  void add(String address, ReferrerSite site) {
    int slash = address.indexOf('/');
    String host = hostOf(slash < 0 ? address : address.substring(0, slash));
    String path = slash < 0 ? "" : address.substring(slash);
    String anySuffix = new WebAddress(host, "", "").hostOfAnySuffix();
    if (has(host, path) || (anySuffix != null && has(anySuffix, path))) {
      return;
    }
    List<PathEntry> entries = byHost.computeIfAbsent(host, key -> new ArrayList<>(1));
    entries.add(new PathEntry(path, site));
    entries.sort((a, b) -> b.path.length() - a.path.length());
  }

  private boolean has(String host, String path) {
    List<PathEntry> entries = byHost.get(host);
    return entries != null && entries.stream().anyMatch(entry -> entry.path.equals(path));
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
      PathEntry entry = find(host, address.path());
      PathEntry other = anySuffix == null ? null : find(anySuffix, address.path());
      if (other != null && (entry == null || other.path.length() > entry.path.length())) {
        entry = other;
      }
      if (entry != null) {
        ReferrerSite site = entry.site;
        return isService(address.host(), host, site)
            ? new ReferrerSite(Medium.UNKNOWN, site.source(), List.of(), false)
            : site;
      }
      host = parent(host);
      anySuffix = anySuffix == null || parent(anySuffix).equals("{}") ? null : parent(anySuffix);
    }
    return null;
  }

  /** Whether a host below a search engine's is another service of it. */
  private boolean isService(String host, String entry, ReferrerSite site) {
    if (site.medium() != Medium.SEARCH
        || host.equals(entry)
        || searchLabels.contains(firstLabel(entry))) {
      return false;
    }
    String below = host.substring(0, host.length() - entry.length());
    while (!below.isEmpty()) {
      if (!searchLabels.contains(firstLabel(below))) {
        return true;
      }
      below = parent(below);
    }
    return false;
  }

  private static String firstLabel(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  private @Nullable PathEntry find(String host, String path) {
    List<PathEntry> entries = byHost.get(host);
    if (entries == null) {
      return null;
    }
    for (PathEntry entry : entries) {
      if (path.startsWith(entry.path)) {
        return entry;
      }
    }
    return null;
  }

  private static String parent(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? "" : host.substring(dot + 1);
  }
}
