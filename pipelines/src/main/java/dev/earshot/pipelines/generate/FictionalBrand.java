package dev.earshot.pipelines.generate;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A brand that does not exist.
 *
 * @param index position in the catalogue
 * @param id stable id, the name in lower case
 * @param name the name; all its other names derive from it
 * @param zone reporting time zone, at a whole or half hour from UTC all year
 * @param locale BCP 47 tag
 * @param near words one of which must stand by the name
 * @param notNear words that must not stand by the name
 */
record FictionalBrand(
    int index,
    String id,
    String name,
    ZoneId zone,
    String locale,
    List<String> near,
    List<String> notNear) {

  private static final String[] NAMES = {
    "Veltrano", "Whimbrel", "Dotterel", "Quorvane", "Zephandra", "Okanvy", "Brindlewex",
    "Fjordaly", "Lumoqua", "Tarnovix", "Pellimora", "Skandrel", "Uxbrava", "Ombrazza",
    "Hexwillow", "Jastromi", "Novaquill", "Rundelka", "Cindermoth", "Yarrolune", "Gloambria",
    "Ivenseck", "Katzerby", "Eddistrom",
  };

  private static final String[][] MARKETS = {
    {"Europe/London", "en-GB"}, {"America/New_York", "en-US"}, {"Asia/Tokyo", "ja-JP"},
    {"Europe/Berlin", "de-DE"}, {"America/Los_Angeles", "en-US"}, {"Asia/Kolkata", "en-IN"},
    {"Australia/Sydney", "en-AU"}, {"America/Sao_Paulo", "pt-BR"},
  };

  /** The brand at a position; the second and third bear the names of birds. */
  static FictionalBrand at(int index) {
    String[] market = MARKETS[index % MARKETS.length];
    return new FictionalBrand(
        index,
        NAMES[index].toLowerCase(Locale.ROOT),
        NAMES[index],
        ZoneId.of(market[0]),
        market[1],
        index == 1 ? List.of("shop", "store") : List.of(),
        index == 2 ? List.of("bird", "birds", "flock", "nest", "moor") : List.of());
  }

  String handle() {
    return id + "official";
  }

  String hashtag() {
    return index == 1 || index == 2 ? id + "fans" : id;
  }

  String domain() {
    return id + ".example";
  }

  /** A second name. Distinct from every other brand's, and no part of it names another. */
  String alias() {
    return name + " Group";
  }

  /** The name as its customers say it: beside a word that tells it from a bird's. */
  String spoken() {
    return near.isEmpty() ? name : name + " " + near.get(0);
  }
}
