package dev.earshot.models.referrals;

import dev.earshot.models.phrases.PhraseFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The lists of {@code artifacts/referrers}: Earshot's own, which wins, and Matomo's.
 *
 * @param sites sites by host and path
 * @param hostWords how labels of hosts begin, to the source
 * @param networks names of networks that are not their source in lower case
 * @param utmSources what stands in utm_source, lower case, to the site
 * @param clickIds names of parameters to the site that adds them
 * @param paidClickIds those that only advertisements carry
 * @param userAgents what in-app browsers write, to the source, in the order to look
 * @param spamHosts domains that forge referrers
 * @param spamWords words in hosts that do so
 */
record ReferrerLists(
    ReferrerSites sites,
    Map<String, String> hostWords,
    Map<String, String> networks,
    Map<String, ReferrerSite> utmSources,
    Map<String, ReferrerSite> clickIds,
    Set<String> paidClickIds,
    Map<String, String> userAgents,
    Set<String> spamHosts,
    List<String> spamWords) {
  private static final String FOLDER = "/dev/earshot/artifacts/referrers/";
  private static final List<Medium> MEDIA =
      List.of(
          Medium.SOCIAL, Medium.CHATBOT, Medium.EMAIL, Medium.PAID, Medium.SEARCH, Medium.UNKNOWN);

  /** Reads the lists that are shipped. */
  static ReferrerLists shipped() {
    return new Reader("earshot.yml").read();
  }

  /** The names of all sources, and the domains that forge referrers. */
  Set<String> sources() {
    Set<String> sources = new HashSet<>(sites.sources());
    sources.addAll(hostWords.values());
    sources.addAll(userAgents.values());
    utmSources.values().forEach(site -> sources.add(site.source()));
    clickIds.values().forEach(site -> sources.add(site.source()));
    sources.addAll(spamHosts);
    return Set.copyOf(sources);
  }

  private static final class Reader {
    private final PhraseFile file;
    private final Map<String, Node> root;
    private final ReferrerSites sites;
    private final Map<String, ReferrerSite> utmSources = new HashMap<>();
    private final Set<String> portals;

    Reader(String name) {
      file = PhraseFile.named(name);
      root = file.entries(file.parse(PhraseFile.shipped(FOLDER + name)), "");
      portals = new HashSet<>(texts("portals"));
      sites = new ReferrerSites(Set.copyOf(texts("search_labels")));
    }

    ReferrerLists read() {
      for (Medium medium : MEDIA) {
        entries(medium.code()).forEach((source, node) -> own(medium, source, node));
      }
      matomo("matomo-Socials.yml", Medium.SOCIAL);
      matomo("matomo-AIAssistants.yml", Medium.CHATBOT);
      searchEngines("matomo-SearchEngines.yml");
      aliases();
      Map<String, Node> spam = entries("spam");
      ReferrerLists lists =
          new ReferrerLists(
              sites,
              turned("host_words"),
              scalars("networks"),
              Map.copyOf(utmSources),
              clickIds(),
              Set.copyOf(texts("paid_click_ids")),
              turned("user_agents"),
              Set.copyOf(file.texts(spam.get("hosts"), "spam.hosts")),
              file.texts(spam.get("words"), "spam.words"));
      file.throwIfWrong();
      return lists;
    }

    private void own(Medium medium, String source, Node node) {
      boolean hasParameters = node instanceof MappingNode;
      Map<String, Node> keys = hasParameters ? file.entries(node, source) : Map.of();
      List<String> params =
          hasParameters ? file.texts(keys.get("params"), source + ".params") : List.of();
      List<String> hosts = file.texts(hasParameters ? keys.get("hosts") : node, source);
      add(hosts, new ReferrerSite(medium, source, params, false));
    }

    private void add(List<String> hosts, ReferrerSite site) {
      for (String host : hosts) {
        sites.add(host, site);
        nameUtm(host, site);
      }
      if (site.medium() != Medium.UNKNOWN) {
        nameUtm(site.source(), site);
      }
    }

    private void nameUtm(String name, ReferrerSite site) {
      utmSources.putIfAbsent(name.toLowerCase(Locale.ROOT), site);
    }

    private void matomo(String name, Medium medium) {
      PhraseFile list = PhraseFile.named(name);
      list.entries(list.parse(PhraseFile.shipped(FOLDER + name)), "")
          .forEach(
              (source, node) ->
                  add(
                      list.texts(node, source),
                      new ReferrerSite(medium, named(source), List.of(), false)));
      list.throwIfWrong();
    }

    /** Matomo's spelling of a name, where Earshot's list has it in another one. */
    private String named(String source) {
      ReferrerSite known = utmSources.get(source.toLowerCase(Locale.ROOT));
      return known == null ? source.replace("%2B", "+") : known.source();
    }

    private void searchEngines(String name) {
      PhraseFile list = PhraseFile.named(name);
      Map<String, Node> engines = list.entries(list.parse(PhraseFile.shipped(FOLDER + name)), "");
      engines.forEach(
          (source, node) -> {
            for (Node group : list.list(node, source)) {
              Map<String, Node> keys = list.entries(group, source);
              List<String> params = termParameters(list, source, keys.get("params"));
              for (String host : list.texts(keys.get("urls"), source + ".urls")) {
                ReferrerSite site = new ReferrerSite(Medium.SEARCH, source, params, isPortal(host));
                sites.add(host, site);
              }
              nameUtm(source, new ReferrerSite(Medium.SEARCH, source, params, false));
            }
          });
      list.throwIfWrong();
    }

    /** Matomo's names of parameters and those of Earshot's list for the same engine. */
    private List<String> termParameters(PhraseFile list, String source, @Nullable Node node) {
      Set<String> names = new LinkedHashSet<>();
      for (Node name : list.list(node, source + ".params")) {
        if (name instanceof ScalarNode text && !text.getValue().startsWith("/")) {
          names.add(text.getValue());
        }
      }
      ReferrerSite own = utmSources.get(source.toLowerCase(Locale.ROOT));
      if (own != null && own.medium() == Medium.SEARCH) {
        names.addAll(own.termParameters());
      }
      return List.copyOf(names);
    }

    private boolean isPortal(String host) {
      String clean = host.startsWith("www.") ? host.substring(4) : host;
      return portals.stream().anyMatch(p -> clean.equals(p) || clean.endsWith("." + p));
    }

    private void aliases() {
      entries("aliases")
          .forEach(
              (source, node) -> {
                ReferrerSite site = utmSources.get(source.toLowerCase(Locale.ROOT));
                if (site == null) {
                  file.problem(node, "aliases." + source, "is no source");
                } else {
                  file.texts(node, source)
                      .forEach(alias -> utmSources.put(alias.toLowerCase(Locale.ROOT), site));
                }
              });
    }

    private Map<String, ReferrerSite> clickIds() {
      Map<String, ReferrerSite> ids = new HashMap<>();
      entries("click_ids")
          .forEach(
              (medium, node) ->
                  file.entries(node, "click_ids." + medium)
                      .forEach(
                          (id, source) ->
                              ids.put(
                                  id,
                                  new ReferrerSite(
                                      Medium.byCode(medium).orElseThrow(),
                                      file.text(source, id),
                                      List.of(),
                                      false))));
      return Map.copyOf(ids);
    }

    private Map<String, Node> entries(String key) {
      return file.entries(node(key), key);
    }

    private Node node(String key) {
      Node node = root.get(key);
      if (node == null) {
        throw new IllegalStateException("earshot.yml has no " + key);
      }
      return node;
    }

    private List<String> texts(String key) {
      return file.texts(node(key), key);
    }

    private Map<String, String> scalars(String key) {
      Map<String, String> values = new HashMap<>();
      entries(key).forEach((name, value) -> values.put(name, file.text(value, name)));
      return Map.copyOf(values);
    }

    /** Of source to texts: each text to its source, in the file's order. */
    private Map<String, String> turned(String key) {
      Map<String, String> sources = new LinkedHashMap<>();
      entries(key)
          .forEach(
              (source, node) ->
                  file.list(node, source)
                      .forEach(
                          text ->
                              sources.put(
                                  text instanceof ScalarNode scalar ? scalar.getValue() : "",
                                  source)));
      return sources;
    }
  }
}
