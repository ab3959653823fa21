package dev.earshot.models.brands;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Brand.OpeningHours;
import dev.earshot.models.domain.BrandMarks;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import dev.earshot.models.yaml.YamlReader.Item;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the brands of one file, one after the other, and checks them against each other. */
final class BrandReader {
  /** Elsewhere exports name accounts as they are shown to people. */
  private static final Set<String> NETWORKS_OF_IDS = Set.of("x", "mastodon", "bluesky", "reddit");

  private static final Set<String> KEYS =
      new LinkedHashSet<>(
          List.of(
              "id",
              "name",
              "aliases",
              "accounts",
              "handles",
              "hashtags",
              "domains",
              "near",
              "not_near",
              "competitors",
              "time_zone",
              "business_hours",
              "locale",
              "industry",
              "trusted_proxies",
              "automated"));

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /** A competitor as a brand names it; checked when every brand is known. */
  private record Rival(String brandId, Item item) {}

  private final YamlReader reader;
  private final YamlProblems problems;
  private final Map<String, Node> idNodes = new HashMap<>();
  private final OwnershipClaims claims;
  private final List<Rival> rivals = new ArrayList<>();

  BrandReader(YamlReader reader, YamlProblems problems) {
    this.reader = reader;
    this.problems = problems;
    this.claims = new OwnershipClaims(problems);
  }

  /** The brand; where a value is wrong, a problem is added and a default stands in. */
  Brand read(Node node, String path) {
    Map<String, Node> values = reader.mapping(node, path, KEYS);
    if (node instanceof MappingNode) {
      requireKeys(node, path, values);
    }
    String id = id(values.get("id"), path);
    String owner = id.isEmpty() ? path : id;
    String name = name(values.get("name"), path);
    Map<String, List<String>> accounts = accounts(values.get("accounts"), path, owner);
    List<String> handles = names(values, path, "handles", NameSyntax::handle, owner);
    List<String> hashtags = names(values, path, "hashtags", NameSyntax::hashtag, owner);
    List<String> domains = names(values, path, "domains", NameSyntax::domain, owner);
    List<String> names = new ArrayList<>(List.of(name));
    names.addAll(names(values, path, "aliases", aliasRule(values), owner));
    List<String> competitors = competitors(values.get("competitors"), path, owner);
    return new Brand(
        id,
        name,
        new BrandMarks(
            names.stream().distinct().toList(),
            handles,
            hashtags,
            domains,
            names(values, path, "near", NameSyntax::alias, owner),
            names(values, path, "not_near", NameSyntax::alias, owner)),
        accounts,
        competitors,
        zone(values.get("time_zone"), path),
        hours(values.get("business_hours"), path),
        locale(values.get("locale"), path),
        industry(values.get("industry"), path),
        trustedProxies(values.get("trusted_proxies"), path),
        names(values, path, "automated", NameSyntax::automated, owner));
  }

  /** Reports competitors that no brand of the file has as its id. */
  void checkCompetitors() {
    for (Rival rival : rivals) {
      Item item = rival.item();
      if (item.value().equals(rival.brandId())) {
        problems.add(item.node(), item.path(), "a brand cannot be a competitor of itself");
      } else if (!idNodes.containsKey(item.value())) {
        problems.add(
            item.node(),
            item.path(),
            YamlProblems.quote(item.value())
                + " is not the id of a brand in this file"
                + problems.didYouMean(item.value(), idNodes.keySet()));
      }
    }
  }

  private void requireKeys(Node node, String path, Map<String, Node> values) {
    for (String key : List.of("id", "name")) {
      if (!values.containsKey(key)) {
        problems.add(node, path, "the key '" + key + "' is missing");
      }
    }
  }

  private String id(@Nullable Node node, String path) {
    String keyPath = path + ".id";
    String id = node == null ? null : reader.filledText(node, keyPath);
    if (node == null || id == null) {
      return "";
    }
    if (!NameSyntax.isId(id)) {
      problems.add(
          node,
          keyPath,
          YamlProblems.quote(id)
              + " is not an id; expected lower-case letters a-z, digits, _ and -, beginning with a"
              + " letter or digit");
      return "";
    }
    if (id.equals("all")) {
      problems.add(node, keyPath, "'all' stands for the sum in tables; choose another id");
      return "";
    }
    Node first = idNodes.putIfAbsent(id, node);
    if (first != null) {
      problems.add(
          node,
          keyPath,
          "'" + id + "' is already the id of the brand on line " + YamlProblems.line(first));
    }
    return id;
  }

  private String name(@Nullable Node node, String path) {
    String name = node == null ? null : reader.filledText(node, path + ".name");
    if (node == null || name == null) {
      return "";
    }
    String wrong = NameSyntax.brandName(name).problem();
    if (wrong != null) {
      problems.add(node, path + ".name", YamlProblems.quote(name) + " " + wrong);
    }
    return name;
  }

  /** A single letter is a name only where a word must stand near it. */
  private static NameSyntax.Rule aliasRule(Map<String, Node> values) {
    boolean hasContext = values.containsKey("near");
    return value -> {
      NameSyntax.Result result = NameSyntax.brandName(value);
      return result.problem() == null && !hasContext && NameSyntax.isSingleLetter(value)
          ? new NameSyntax.Result(
              "", "is a single letter, which every text has; write more, or 'near' words")
          : result;
    };
  }

  private List<String> names(
      Map<String, Node> values, String path, String key, NameSyntax.Rule rule, String owner) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    Map<String, Item> found = new LinkedHashMap<>();
    for (Item item : reader.texts(node, path + "." + key, "texts")) {
      NameSyntax.Result result = rule.read(item.value());
      if (result.problem() != null) {
        problems.add(
            item.node(), item.path(), YamlProblems.quote(item.value()) + " " + result.problem());
      } else if (found.putIfAbsent(result.value(), item) != null) {
        problems.add(
            item.node(), item.path(), YamlProblems.quote(item.value()) + " is listed twice");
      } else if (key.equals("handles")) {
        claims.claimHandle(result.value(), owner, item);
      } else if (key.equals("domains")) {
        claims.claimDomain(result.value(), owner, item);
      }
    }
    return List.copyOf(found.keySet());
  }

  private Map<String, List<String>> accounts(@Nullable Node node, String path, String owner) {
    if (node == null) {
      return Map.of();
    }
    Map<String, List<String>> accounts = new LinkedHashMap<>();
    String accountsPath = path + ".accounts";
    reader
        .entries(node, accountsPath)
        .forEach(
            (network, list) -> {
              String networkPath = accountsPath + "." + network;
              if (!NameSyntax.isId(network)) {
                problems.add(
                    list,
                    networkPath,
                    YamlProblems.quote(network)
                        + " is not a network; expected a lower-case name such as x or mastodon");
              }
              accounts.put(network, accountIds(network, list, networkPath, owner));
            });
    return Map.copyOf(accounts);
  }

  private List<String> accountIds(String network, Node list, String path, String owner) {
    Set<String> ids = new LinkedHashSet<>();
    for (Item item : reader.texts(list, path, "account ids")) {
      String shown = YamlProblems.quote(AccountName.shown(item.value()));
      if (NETWORKS_OF_IDS.contains(network) && NameSyntax.hasSpace(item.value())) {
        problems.add(item.node(), item.path(), shown + " has a space; expected an account id");
      } else if (!ids.add(item.value())) {
        problems.add(item.node(), item.path(), shown + " is listed twice");
      } else {
        claims.claimAccount(network, item.value(), owner, item);
      }
    }
    return List.copyOf(ids);
  }

  private List<String> competitors(@Nullable Node node, String path, String owner) {
    if (node == null) {
      return List.of();
    }
    Set<String> ids = new LinkedHashSet<>();
    for (Item item : reader.texts(node, path + ".competitors", "brand ids")) {
      if (ids.add(item.value())) {
        rivals.add(new Rival(owner, item));
      } else {
        problems.add(
            item.node(), item.path(), YamlProblems.quote(item.value()) + " is listed twice");
      }
    }
    return List.copyOf(ids);
  }

  private ZoneId zone(@Nullable Node node, String path) {
    String keyPath = path + ".time_zone";
    String zone = node == null ? null : reader.filledText(node, keyPath);
    if (node == null || zone == null) {
      return ZoneOffset.UTC;
    }
    if (zone.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    if (ZONES.contains(zone)) {
      return ZoneId.of(zone);
    }
    problems.add(
        node,
        keyPath,
        YamlProblems.quote(zone) + " is not an IANA time zone" + problems.didYouMean(zone, ZONES));
    return ZoneOffset.UTC;
  }

  private Map<DayOfWeek, OpeningHours> hours(@Nullable Node node, String path) {
    return node == null
        ? Map.of()
        : Map.copyOf(new BusinessHours(reader, problems).read(node, path + ".business_hours"));
  }

  private @Nullable String industry(@Nullable Node node, String path) {
    String keyPath = path + ".industry";
    String industry = node == null ? null : reader.filledText(node, keyPath);
    if (node == null || industry == null || Taxonomy.INDUSTRIES.contains(industry)) {
      return industry;
    }
    problems.add(
        node,
        keyPath,
        YamlProblems.quote(industry)
            + " is no industry with topics; there are "
            + String.join(", ", Taxonomy.INDUSTRIES)
            + problems.didYouMean(industry, Taxonomy.INDUSTRIES));
    return null;
  }

  private @Nullable Integer trustedProxies(@Nullable Node node, String path) {
    String keyPath = path + ".trusted_proxies";
    String count = node == null ? null : reader.filledText(node, keyPath);
    if (node == null || count == null) {
      return null;
    }
    if (count.length() == 1 && Character.digit(count.charAt(0), 10) >= 0) {
      return Character.digit(count.charAt(0), 10);
    }
    problems.add(
        node, keyPath, YamlProblems.quote(count) + " is no number of proxies; expected 0 to 9");
    return null;
  }

  private @Nullable String locale(@Nullable Node node, String path) {
    String keyPath = path + ".locale";
    String tag = node == null ? null : reader.filledText(node, keyPath);
    if (node == null || tag == null) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      problems.add(
          node,
          keyPath,
          YamlProblems.quote(tag) + " is not a BCP 47 language tag; expected one such as en-US");
      return null;
    }
  }
}
