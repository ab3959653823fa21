package dev.earshot.models.brands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Brand.OpeningHours;
import dev.earshot.models.domain.BrandMarks;
import dev.earshot.models.yaml.YamlProblem;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandFileTest {
  private static final String DELTA = "brands:\n  - id: delta\n    name: Delta\n";

  private static String problems(String yaml) {
    return assertThrows(BrandFileException.class, () -> BrandFile.read(yaml, "brands.yaml"))
        .getMessage();
  }

  @Test
  void readsEveryKey() throws BrandFileException {
    BrandBook book =
        BrandFile.read(
            """
            panel_version: 2024
            brands:
              - id: delta
                name: Delta
                aliases: [Delta Air Lines]
                accounts: {x: [5920532, "00123"], mastodon: [delta]}
                handles: ["@Delta", delta@airlines.example]
                hashtags: ["#SkyMiles", デルタ航空]
                domains: [www.Delta.com]
                near: [flight]
                not_near: [river]
                competitors: [united]
                time_zone: America/New_York
                business_hours:
                  mon-fri: 09:00-17:30
                  sat: "10:00-24:00"
                locale: en-us
                industry: airline
                trusted_proxies: 2
                automated: ["Hi *, we got your message"]
              - {id: united, name: United}
            """,
            "brands.yaml");

    assertEquals("2024", book.panelVersion());
    assertEquals(
        new Brand(
            "delta",
            "Delta",
            new BrandMarks(
                List.of("Delta", "Delta Air Lines"),
                List.of("delta", "delta@airlines.example"),
                List.of("skymiles", "デルタ航空"),
                List.of("delta.com"),
                List.of("flight"),
                List.of("river")),
            Map.of("x", List.of("5920532", "00123"), "mastodon", List.of("delta")),
            List.of("united"),
            ZoneId.of("America/New_York"),
            Map.of(
                DayOfWeek.MONDAY, hours("09:00", "17:30"),
                DayOfWeek.TUESDAY, hours("09:00", "17:30"),
                DayOfWeek.WEDNESDAY, hours("09:00", "17:30"),
                DayOfWeek.THURSDAY, hours("09:00", "17:30"),
                DayOfWeek.FRIDAY, hours("09:00", "17:30"),
                DayOfWeek.SATURDAY, new OpeningHours(LocalTime.of(10, 0), LocalTime.MAX)),
            "en-US",
            "airline",
            2,
            List.of("Hi *, we got your message")),
        book.brand("delta"));
    assertEquals(ZoneOffset.UTC, book.brands().get(1).zone());
    assertEquals(List.of("United"), book.brands().get(1).marks().names());
  }

  private static OpeningHours hours(String from, String to) {
    return new OpeningHours(LocalTime.parse(from), LocalTime.parse(to));
  }

  @Test
  void reportsAllMistakesAtOnceByLine() {
    String yaml =
        """
        brands:
          - id: delta
            name: Delta
            timezone: UTC
            handles: [del ta]
          - id: delta
            name: ""
            time_zone: Europe/Amsterdm
            competitors: [delta, unitd, united]
          - id: united
            name: United
            name: United Airlines
            business_hours: {mon: "9-17"}
        """;
    assertEquals(
        """
        brands.yaml:4: brands[0].timezone: unknown key (did you mean 'time_zone'?)
        brands.yaml:5: brands[0].handles[0]: 'del ta' has a space; expected a handle such as \
        deltaassist
        brands.yaml:6: brands[1].id: 'delta' is already the id of the brand on line 2
        brands.yaml:7: brands[1].name: expected a text, found an empty one
        brands.yaml:8: brands[1].time_zone: 'Europe/Amsterdm' is not an IANA time zone (did you \
        mean 'Europe/Amsterdam'?)
        brands.yaml:9: brands[1].competitors[0]: a brand cannot be a competitor of itself
        brands.yaml:9: brands[1].competitors[1]: 'unitd' is not the id of a brand in this file \
        (did you mean 'united'?)
        brands.yaml:12: brands[2].name: duplicate key, first on line 11
        brands.yaml:13: brands[2].business_hours.mon: '9-17' are not opening hours; expected \
        HH:MM-HH:MM with the opening before the closing, such as 09:00-17:30\
        """,
        problems(yaml));
  }

  @Test
  void problemsHaveLineAndColumn() {
    BrandFileException e =
        assertThrows(
            BrandFileException.class,
            () -> BrandFile.read(DELTA + "    locale: en_US\n", "b.yaml"));
    assertEquals(
        List.of(
            new YamlProblem(
                "b.yaml",
                4,
                13,
                "brands[0].locale",
                "'en_US' is not a BCP 47 language tag; expected one such as en-US")),
        e.problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colour: red | brands[0].colour: unknown key; expected one of id, name, aliases, accounts,"
            + " handles, hashtags, domains, near, not_near, competitors, time_zone,"
            + " business_hours, locale, industry, trusted_proxies, automated",
        "aliases: Delta Air | brands[0].aliases: expected a list of texts, found the text 'Delta"
            + " Air'",
        "aliases: [true] | brands[0].aliases[0]: expected a text, found the truth value 'true'; put"
            + " it in quotes if it is a text",
        "aliases: [1.5] | brands[0].aliases[0]: expected a text, found the number '1.5'; put it in"
            + " quotes if it is a text",
        "aliases: [{a: b}] | brands[0].aliases[0]: expected a text, found a mapping",
        "aliases: [[a]] | brands[0].aliases[0]: expected a text, found a list",
        "aliases: [null] | brands[0].aliases[0]: expected a text, found nothing",
        "aliases: [' '] | brands[0].aliases[0]: expected a text, found an empty one",
        "aliases: ['@delta'] | brands[0].aliases[0]: '@delta' begins with '@'; put it under"
            + " handles or hashtags",
        "aliases: [a] | brands[0].aliases[0]: 'a' is a single letter, which every text has; write"
            + " more, or 'near' words",
        "aliases: ['.*'] | brands[0].aliases[0]: '.*' has no letter and no digit",
        "aliases: ['delta.*'] | brands[0].aliases[0]: 'delta.*' looks like a pattern ('.*'); names"
            + " are searched for as they stand",
        "near: [bag, bag] | brands[0].near[1]: 'bag' is listed twice",
        "accounts: [1] | brands[0].accounts: expected a mapping of keys to values, found a list",
        "accounts: {x: 1} | brands[0].accounts.x: expected a list of account ids, found the number"
            + " '1'",
        "accounts: {X: [1]} | brands[0].accounts.X: 'X' is not a network; expected a lower-case"
            + " name such as x or mastodon",
        "accounts: {x: [1 2]} | brands[0].accounts.x[0]: '1 2' has a space; expected an account id",
        "handles: ['a/b'] | brands[0].handles[0]: 'a/b' is not a handle; expected letters, digits,"
            + " '_', '.' and '-'",
        "hashtags: ['a b'] | brands[0].hashtags[0]: 'a b' is not a hashtag; expected letters,"
            + " digits and '_' without spaces",
        "domains: ['http://delta.com/'] | brands[0].domains[0]: 'http://delta.com/' is not a"
            + " domain; expected a host such as delta.com, without http:// or a path",
        "domains: [delta] | brands[0].domains[0]: 'delta' is not a domain; expected a host such as"
            + " delta.com, without http:// or a path",
        "industry: airlines | brands[0].industry: 'airlines' is no industry with topics; there are"
            + " airline, banking, food, retail, software, telecom (did you mean 'airline'?)",
        "time_zone: UTC+1 | brands[0].time_zone: 'UTC+1' is not an IANA time zone",
        "business_hours: {mo: 09:00-17:00} | brands[0].business_hours.mo: 'mo' is not a day or a"
            + " range of days; expected mon, tue, wed, thu, fri, sat, sun or a range such as"
            + " mon-fri (did you mean 'mon'?)",
        "business_hours: {fri-mon: 09:00-17:00} | brands[0].business_hours.fri-mon: 'fri-mon' is"
            + " not a day or a range of days; expected mon, tue, wed, thu, fri, sat, sun or a range"
            + " such as mon-fri",
        "business_hours: {mon: 17:00-09:00} | brands[0].business_hours.mon: '17:00-09:00' are not"
            + " opening hours; expected HH:MM-HH:MM with the opening before the closing, such as"
            + " 09:00-17:30",
        "business_hours: {mon: 09:00-24:30} | brands[0].business_hours.mon: '09:00-24:30' are not"
            + " opening hours; expected HH:MM-HH:MM with the opening before the closing, such as"
            + " 09:00-17:30",
        "business_hours: {mon-tue: 09:00-17:00, tue: 09:00-17:00} | brands[0].business_hours.tue:"
            + " the hours of tue are given twice",
      })
  void saysWhatIsWrongWithAValue(String line, String expected) {
    assertEquals("brands.yaml:4: " + expected, problems(DELTA + "    " + line + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Delta", "-delta", "dél", "a b"})
  void refusesIds(String id) {
    assertEquals(
        "brands.yaml:2: brands[0].id: '"
            + id
            + "' is not an id; expected lower-case letters a-z, digits, _ and -, beginning with a"
            + " letter or digit",
        problems("brands:\n  - id: \"" + id + "\"\n    name: A\n"));
  }

  /** Rows of a brand with this id could not be told from those of all brands. */
  @Test
  void refusesTheIdThatMeansEverything() {
    assertEquals(
        "brands.yaml:2: brands[0].id: 'all' stands for the sum in tables; choose another id",
        problems("brands:\n  - id: all\n    name: A\n"));
  }

  @Test
  void idAndNameAreRequired() {
    assertEquals(
        "brands.yaml:2: brands[0]: the key 'id' is missing\n"
            + "brands.yaml:2: brands[0]: the key 'name' is missing",
        problems("brands:\n  - near: [a]\n"));
  }

  @Test
  void twoBrandsCannotOwnTheSame() {
    String yaml =
        """
        brands:
          - {id: a, name: A, handles: [acme], accounts: {x: [1, Bee]}, domains: [acme.com]}
          - {id: b, name: B, handles: ["@ACME", bee], accounts: {x: [1]}}
          - {id: c, name: C, accounts: {x: [Acme], mastodon: [1]}, domains: [www.acme.com]}
        """;
    assertEquals(
        """
        brands.yaml:3: brands[1].handles[0]: the handle 'acme' already belongs to the brand 'a' on \
        line 2
        brands.yaml:3: brands[1].handles[1]: the handle 'bee' already belongs to the brand 'a' on \
        line 2
        brands.yaml:3: brands[1].accounts.x[0]: the account '1' on x already belongs to the brand \
        'a' on line 2
        brands.yaml:4: brands[2].accounts.x[0]: the account 'Acme' on x already belongs to the \
        brand 'a' on line 2
        brands.yaml:4: brands[2].domains[0]: the domain 'acme.com' already belongs to the brand \
        'a' on line 2\
        """,
        problems(yaml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "---\n", "\uFEFF"})
  void refusesAnEmptyFile(String yaml) {
    assertEquals("brands.yaml:1: the file is empty; expected a list 'brands'", problems(yaml));
  }

  @Test
  void refusesWhatIsNotABrandFile() {
    assertEquals(
        "brands.yaml:1: expected a mapping of keys to values, found the text 'hello'",
        problems("hello"));
    assertEquals(
        "brands.yaml:1: the key 'brands' is missing; expected a list of brands",
        problems("panel_version: a"));
    assertEquals("brands.yaml:1: brands: the list has no brands", problems("brands: []"));
    assertEquals(
        "brands.yaml:1: brands: expected a list of brands, found nothing", problems("brands:"));
    assertEquals(
        "brands.yaml:2: brands[0]: expected a mapping of keys to values, found the text 'delta'",
        problems("brands:\n  - delta\n"));
  }

  @Test
  void refusesWhatIsNotYaml() {
    assertTrue(problems("brands:\n\t- id: a").startsWith("brands.yaml:2: not valid YAML: "));
    assertTrue(problems("brands: [a").startsWith("brands.yaml:1: not valid YAML: "));
    assertTrue(problems("brands: \u0000").startsWith("brands.yaml:1: not valid YAML: "));
    assertTrue(problems("a: 1\n---\nb: 2\n").contains("not valid YAML: "));
  }

  @Test
  void limitsAliasesAndDepth() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 10; i++) {
      String previous = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [")
          .append(previous)
          .append((", " + previous).repeat(8))
          .append("]\n");
    }
    assertTrue(problems(bomb.toString()).contains("not valid YAML: "));
    assertEquals(
        "brands.yaml:1: not valid YAML: nested deeper than 16 levels",
        problems("brands: " + "[".repeat(100_000)));
  }

  @Test
  void anAnchorMayBeUsedTwice() throws BrandFileException {
    BrandBook book =
        BrandFile.read(
            """
            brands:
              - {id: a, name: A, near: &n [flight]}
              - {id: b, name: B, near: *n}
            """,
            "brands.yaml");
    assertEquals(List.of("flight"), book.brands().get(1).marks().nearWords());
  }
}
