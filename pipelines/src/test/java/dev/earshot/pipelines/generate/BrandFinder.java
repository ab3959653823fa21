package dev.earshot.pipelines.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The brands of a generated set, as its brand file has them, found by plain words. */
final class BrandFinder {
  private static final int NEAR = 5;

  final List<Map<String, Object>> brands;

  @SuppressWarnings("unchecked")
  BrandFinder(Path folder) throws IOException {
    Object yaml =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(folder.resolve("brands.yaml")));
    brands = (List<Map<String, Object>>) ((Map<String, Object>) yaml).get("brands");
  }

  /** Ids of the brands, sorted. */
  List<String> ids() {
    return brands.stream().map(brand -> (String) brand.get("id")).sorted().toList();
  }

  ZoneId zone(String id) {
    return brands.stream()
        .filter(brand -> brand.get("id").equals(id))
        .map(brand -> ZoneId.of((String) brand.get("time_zone")))
        .findFirst()
        .orElseThrow();
  }

  /** The brand that owns an account, or null. */
  String owner(String network, String account) {
    for (Map<String, Object> brand : brands) {
      Map<?, ?> accounts = (Map<?, ?>) brand.get("accounts");
      if (((List<?>) accounts.get(network)).contains(account)) {
        return (String) brand.get("id");
      }
    }
    return null;
  }

  /** The brands that a text names. */
  List<String> named(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}@#.:/]+", -1);
    List<String> found = new ArrayList<>();
    for (Map<String, Object> brand : brands) {
      for (int at = 0; at < words.length; at++) {
        if (names(brand, words, at)) {
          found.add((String) brand.get("id"));
          break;
        }
      }
    }
    return found;
  }

  private static boolean names(Map<String, Object> brand, String[] words, int at) {
    String word = words[at].replaceAll("[.:]+$", "");
    if (has(brand, "handles", word, "@") || has(brand, "hashtags", word, "#")) {
      return true;
    }
    if (word.startsWith("https://www.")) {
      String host = word.substring("https://www.".length()).replaceAll("/.*", "");
      return ((List<?>) brand.get("domains")).contains(host);
    }
    if (!word.equals(((String) brand.get("name")).toLowerCase(Locale.ROOT))) {
      return false;
    }
    List<String> around = new ArrayList<>();
    for (int by = Math.max(0, at - NEAR); by < Math.min(words.length, at + NEAR + 1); by++) {
      around.add(words[by].replaceAll("[.:]+$", ""));
    }
    List<?> near = (List<?>) brand.get("near");
    List<?> notNear = (List<?>) brand.get("not_near");
    return (near.isEmpty() || around.stream().anyMatch(near::contains))
        && around.stream().noneMatch(notNear::contains);
  }

  private static boolean has(Map<String, Object> brand, String list, String word, String sign) {
    return word.startsWith(sign) && ((List<?>) brand.get(list)).contains(word.substring(1));
  }
}
