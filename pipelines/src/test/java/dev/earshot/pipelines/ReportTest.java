package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.report.Numbers;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page about a brand: its figures, its policy, and what is not on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
  private static final String SCRIPT = "<script>alert(1)</script>";

  @TempDir static Path folder;

  private Document demo;

  @BeforeAll
  void write() throws Exception {
    demo = page(DemoRuns.output(), "veltrano");
  }

  private static EarshotRun report(Path output, String brand, Path page, String... more) {
    return new EarshotRun.Arguments()
        .with("report", "--tables", output.toString(), "--brand", brand)
        .with("--output", page.toString())
        .with(more)
        .execute();
  }

  private static Document page(Path output, String brand, String... more) throws Exception {
    Path page = Files.createTempFile(folder, "page", ".html");
    EarshotRun run = report(output, brand, page, more);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(page + System.lineSeparator(), run.out());
    return Jsoup.parse(Files.readString(page));
  }

  private static List<String> sections(Document page) {
    return page.select("section").eachAttr("id");
  }

  /** What each figure says of itself leads to a cell that holds it. */
  @Test
  void everyFigureIsACellOfATable() throws Exception {
    int figures = 0;
    try (Sql sql = Sql.open()) {
      sql.execute(Files.readString(DemoRuns.output().resolve("views.sql")));
      for (TableSchema table : Tables.ALL) {
        // In memory: there are more than a thousand questions.
        sql.execute("create table known_%1$s as from %1$s".formatted(table.name()));
      }
      for (Document page : List.of(demo, page(DemoRuns.output(), "dotterel", "--period=2026-03"))) {
        for (Element figure : page.select("data")) {
          TableColumn column = column(figure);
          String shown = figure.attr("value");
          List<String> cell = sql.rows(query(figure));
          assertEquals(1, cell.size(), figure.outerHtml());
          switch (column.type()) {
            case DOUBLE -> {
              double value = Double.parseDouble(cell.get(0));
              assertEquals(value, Double.parseDouble(shown), figure.outerHtml());
              assertEquals(Numbers.text(column, figure.attr("data-unit"), value), figure.text());
            }
            default -> assertEquals(cell.get(0), shown.isEmpty() ? "null" : shown);
          }
          figures++;
        }
      }
    }
    assertTrue(figures > 400, figures + " figures");
  }

  private static TableColumn column(Element figure) {
    TableSchema table =
        Tables.ALL.stream()
            .filter(t -> t.name().equals(figure.attr("data-table")))
            .findFirst()
            .orElseThrow();
    return table.columns().stream()
        .filter(column -> column.name().equals(figure.attr("data-column")))
        .findFirst()
        .orElseThrow();
  }

  private static String query(Element figure) {
    List<String> conditions = new ArrayList<>();
    for (String part : figure.attr("data-key").split("&", -1)) {
      String[] pair = part.split("=", 2);
      String value = URLDecoder.decode(pair[1], StandardCharsets.UTF_8).replace("'", "''");
      conditions.add(pair[0] + " = '" + value + "'");
    }
    return "select %s from known_%s where %s"
        .formatted(
            figure.attr("data-column"),
            figure.attr("data-table"),
            String.join(" and ", conditions));
  }

  /** A number in a cell that is no figure would stand on nothing. */
  @Test
  void noCellHoldsANumberThatIsNoFigure() {
    for (Element cell : demo.select("td")) {
      Element rest = cell.clone();
      rest.select("data, .reason, svg").remove();
      boolean isDay = rest.text().matches("\\d{4}-\\d{2}-\\d{2}");
      assertTrue(isDay || !rest.text().matches(".*\\d.*"), cell.outerHtml());
    }
  }

  @Test
  void everyFigureLeadsToADefinitionAndEveryRateHasItsInterval() {
    for (String link : demo.select("a").eachAttr("href")) {
      assertFalse(demo.select("[id=" + link.substring(1) + "]").isEmpty(), link);
    }
    for (Element figure : demo.select("data[data-column$=_rate]")) {
      String column = figure.attr("data-column");
      String ends =
          "data[data-key=\"%s\"][data-column^=%s_]".formatted(figure.attr("data-key"), column);
      assertFalse(figure.parent().select(ends).isEmpty(), figure.outerHtml());
    }
  }

  @Test
  void sectionsAreThoseWhoseTablesHaveRows() throws Exception {
    assertEquals(
        List.of(
            "coverage",
            "minute",
            "kpis",
            "talk",
            "brands",
            "topics",
            "answers",
            "visits",
            "own",
            "method"),
        sections(demo));
    Document posts = page(DemoRuns.ofPostsAlone(), "veltrano");
    assertFalse(sections(posts).contains("visits"));
    assertTrue(posts.select("#coverage li").text().contains("run with --web-logs"));
    Document nothing = page(DemoRuns.output(), "veltrano", "--from=2019-01-01", "--to=2019-01-31");
    assertEquals(List.of("coverage", "brands", "method"), withoutBrands(nothing));
  }

  /** Compared are the latest rows up to a period; before all rows there are none. */
  private static List<String> withoutBrands(Document page) {
    List<String> ids = sections(page);
    assertTrue(page.select("#brands data").isEmpty());
    return ids;
  }

  @Test
  void thePolicyAllowsTheStyleAndNothingElse() throws Exception {
    String policy = demo.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    byte[] style = demo.select("style").first().data().getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
    assertEquals(
        "default-src 'none'; style-src 'sha256-"
            + hash
            + "'; img-src data:; base-uri 'none'; form-action 'none'",
        policy);
    assertEquals(1, demo.select("style").size());
    for (Element element : demo.getAllElements()) {
      assertFalse(
          List.of("script", "iframe", "object", "link", "form").contains(element.tagName()));
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey();
        assertFalse(name.startsWith("on") || name.equals("style"), element.outerHtml());
        boolean isAddress = List.of("href", "src").contains(name);
        assertTrue(!isAddress || attribute.getValue().startsWith("#"), element.outerHtml());
      }
    }
  }

  @Test
  void headingsAreInOrderAndTablesAreNamed() {
    int level = 0;
    for (Element heading : demo.select("h1, h2, h3")) {
      int next = heading.tagName().charAt(1) - '0';
      assertTrue(next <= level + 1, heading.outerHtml());
      level = next;
    }
    assertEquals(demo.select("table").size(), demo.select("table > caption").size());
    assertEquals("en", demo.select("html").attr("lang"));
  }

  @Test
  void namesAreTexts() throws Exception {
    Path theme = folder.resolve("theme.yaml");
    String name = SCRIPT + "\" onload=\"x" + "W".repeat(200);
    Files.writeString(theme, "name: '%s'\nfooter: '%s'\n".formatted(name, SCRIPT));
    Document page = page(DemoRuns.output(), "veltrano", "--theme", theme.toString());
    assertTrue(page.select("script, [onload]").isEmpty());
    assertEquals(name, page.select("h1").text());
    assertEquals(SCRIPT, page.select("footer").text());
    Path broken = DemoRuns.copy(DemoRuns.output(), folder.resolve("named"));
    Path week = broken.resolve("brand_scorecards_weekly/month=2026-03/part-00000.parquet");
    try (Sql sql = Sql.open()) {
      sql.execute("create table t as from read_parquet('" + week + "', hive_partitioning = false)");
      sql.execute(
          "copy (select * replace ('%s' as brand_id, '%s' as how_to_provide) from t) to '%s'"
              .formatted(SCRIPT, SCRIPT, week));
    }
    Document hostile = page(broken, SCRIPT, "--period=2026-03");
    assertTrue(hostile.select("script").isEmpty());
    assertEquals(SCRIPT, hostile.select("h1").text());
  }

  /** Neither what people wrote nor the hashes that stand for them. */
  @Test
  void nobodyIsOnThePage() throws Exception {
    String html = demo.outerHtml();
    try (Sql sql = Sql.open()) {
      sql.execute(Files.readString(DemoRuns.output().resolve("views.sql")));
      List<String> ids =
          sql.rows(
              """
              select author_id from brand_mentions union select person_id from conversations
              union select customer_id from customers union select visitor_id from site_sessions
              union select post_id from brand_mentions union select order_id from orders\
              """);
      assertTrue(ids.size() > 1000);
      for (String id : ids) {
        assertFalse(html.contains(id), id);
      }
    }
  }

  @Test
  void oneBrandAndTwelve() throws Exception {
    StringBuilder brands = new StringBuilder("brands:\n");
    List<String> posts = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      String name = "Plover" + (char) ('a' + i);
      brands.append("  - id: b%d\n    name: %s\n    time_zone: UTC\n".formatted(i, name));
      posts.add(SmallInput.post("p" + i, "a" + i, "2026-03-01T10:00:00Z", name + " is great"));
    }
    Path twelve = folder.resolve("twelve");
    SmallInput input = SmallInput.in(twelve);
    input.file("brands.yaml", brands.toString());
    input.lines("posts.jsonl", posts.toArray(String[]::new));
    EarshotRun run = input.run().with("--posts", twelve + "/posts.jsonl").execute();
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        12, page(input.output(), "b7").select("#brands table:first-of-type tbody tr").size());
    Document one = page(input.output(), "b7", "--competitors", "b7");
    assertFalse(sections(one).contains("brands"));
    assertTrue(sections(one).contains("talk"));
  }

  @Test
  void theSameTablesGiveTheSameBytes() throws Exception {
    Path page = folder.resolve("again.html");
    assertEquals(0, report(DemoRuns.output(), "veltrano", page).exitCode());
    String first = Files.readString(page);
    assertEquals(0, report(DemoRuns.output(), "veltrano", page).exitCode());
    assertEquals(first, Files.readString(page));
  }

  @Test
  void mistakes() throws Exception {
    Path page = folder.resolve("mistake.html");
    EarshotRun brand = report(DemoRuns.output(), "plover", page);
    assertEquals(2, brand.exitCode());
    assertTrue(brand.err().contains("there are dotterel, veltrano, whimbrel"), brand.err());
    assertEquals(2, report(DemoRuns.output(), "veltrano", page, "--from=2026-03-02").exitCode());
    Path theme = Files.writeString(folder.resolve("light.yaml"), "primary: \"#aaccee\"\n");
    EarshotRun light = report(DemoRuns.output(), "veltrano", page, "--theme=" + theme);
    assertEquals(78, light.exitCode());
    assertTrue(light.err().contains("has a contrast of 1.7, expected 4.5"), light.err());
    Files.writeString(theme, "colour: red\nlogo: https://example.com/x.png\n");
    EarshotRun key = report(DemoRuns.output(), "veltrano", page, "--theme=" + theme);
    assertEquals(78, key.exitCode());
    assertTrue(key.err().contains("colour: unknown key"), key.err());
    assertFalse(Files.exists(page));
  }

  @Test
  void figuresAsPeopleReadThem() {
    TableColumn rate = columnOf("brand_referrals_daily", "social_referral_rate");
    TableColumn net = columnOf("brand_reputation_daily", "net_sentiment_rate");
    TableColumn count = columnOf("brand_reputation_daily", "mention_count");
    TableColumn wait = columnOf("brand_inbox", "first_response_median_seconds");
    assertEquals("12.3 %", Numbers.text(rate, rate.unit(), 0.1234));
    assertEquals("1.23 %", Numbers.text(rate, rate.unit(), 0.01234));
    assertEquals("-0.25", Numbers.text(net, net.unit(), -0.25));
    assertEquals("+0.25", Numbers.text(net, net.unit(), 0.25));
    assertEquals("1,234,567", Numbers.text(count, count.unit(), 1234567L));
    assertEquals("1 h 1 min", Numbers.text(wait, wait.unit(), 3660.0));
    assertEquals("2 d 3 h", Numbers.text(wait, wait.unit(), 2 * 86400.0 + 3 * 3600));
    assertEquals("–", Numbers.text(wait, wait.unit(), null));
  }

  private static TableColumn columnOf(String table, String column) {
    return Tables.ALL.stream()
        .filter(t -> t.name().equals(table))
        .flatMap(t -> t.columns().stream())
        .filter(c -> c.name().equals(column))
        .findFirst()
        .orElseThrow();
  }
}
