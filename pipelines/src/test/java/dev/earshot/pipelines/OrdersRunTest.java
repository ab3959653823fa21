package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders and identities that a test states in full; every figure was worked out by hand. */
class OrdersRunTest {
  private static final String TWO_BRANDS =
      SmallInput.BRANDS + "  - id: dotterel\n    name: Dotterel\n    time_zone: Asia/Tokyo\n";

  @TempDir Path folder;

  private static String line(String order, String customer, String at, String rest) {
    String who = customer.isEmpty() ? "" : "\"customer_id\":\"%s\",".formatted(customer);
    return "{\"order_id\":\"%s\",%s\"ordered_at\":\"%s\",\"currency\":\"EUR\",%s}"
        .formatted(order, who, at, rest);
  }

  private EarshotRun run(SmallInput input, String... more) {
    EarshotRun run = input.run().with(more).execute();
    assertEquals(0, run.exitCode(), run.err());
    return run;
  }

  private static String paidBack(String order, String customer, String at, String rest) {
    return line(order, customer, at, rest + ",\"status\":\"cancelled\"");
  }

  /**
   * What comes back as an order of its own is taken from what the customer had bought before: ann
   * keeps 25 of 30, bob returns a whole order, what eve gets back she bought before the file
   * begins, zoe cannot get back more than she had paid, kim is paid back in another currency, and
   * una keeps nothing.
   */
  @Test
  void creditsOfTheirOwnReduceWhatWasSpent() {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "orders.jsonl",
        line("a1", "ann", "2026-01-10T10:00:00Z", "\"amount\":10"),
        line("a2", "ann", "2026-01-20T10:00:00Z", "\"amount\":20"),
        line("a3", "ann", "2026-01-25T10:00:00Z", "\"amount\":-5"),
        line("b1", "bob", "2026-01-10T10:00:00Z", "\"amount\":30"),
        line("b2", "bob", "2026-02-01T10:00:00Z", "\"amount\":40"),
        paidBack("C3", "bob", "2026-02-03T10:00:00Z", "\"amount\":-40"),
        paidBack("C1", "eve", "2026-01-01T10:00:00Z", "\"amount\":-7"),
        line("e1", "eve", "2026-01-15T10:00:00Z", "\"amount\":9"),
        line("z1", "zoe", "2026-01-05T10:00:00Z", "\"amount\":10"),
        paidBack("C2", "zoe", "2026-01-06T10:00:00Z", "\"amount\":-12"),
        line("z2", "zoe", "2026-01-08T10:00:00Z", "\"amount\":3"),
        line("k1", "kim", "2026-01-05T10:00:00Z", "\"amount\":11"),
        paidBack("C4", "kim", "2026-01-06T10:00:00Z", "\"amount\":-11").replace("EUR", "USD"),
        line("u1", "una", "2026-01-10T10:00:00Z", "\"amount\":13"),
        paidBack("C5", "una", "2026-01-10T10:00:00Z", "\"amount\":-13"));
    run(input, "--orders", "veltrano=" + folder + "/orders.jsonl");
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "1|1|900|2026-01-15|2026-01-15",
              "1|1|3000|2026-01-10|2026-01-10",
              "1|1|null|2026-01-05|2026-01-05",
              "2|2|300|2026-01-05|2026-01-08",
              "2|2|2500|2026-01-10|2026-01-20"),
          sql.rows(
              """
              SELECT purchase_count, order_count, spent_minor_count, first_purchase_date,
                last_purchase_date FROM customers ORDER BY purchase_count, spent_minor_count\
              """));
      assertEquals(
          List.of("2026-01-31|5|7", "2026-02-28|0|0"),
          sql.rows(
              """
              SELECT date, customer_count, purchase_count FROM brand_customers_monthly
              ORDER BY date\
              """));
    }
  }

  @Test
  void linesOfOrdersAddUpAndCopiesDoNot() {
    SmallInput input = SmallInput.in(folder);
    String twice = line("1", "ann", "2026-01-31T23:30:00Z", "\"amount\":\"0.10\"");
    input.lines(
        "a.jsonl",
        twice,
        twice,
        line("2", "ann", "2026-02-03T10:00:00Z", "\"line_id\":\"0\",\"amount\":5"),
        line("3", "bob", "2026-02-03T10:00:00Z", "\"quantity\":3,\"unit_price\":1.015"),
        line("4", "bob", "2026-02-04T10:00:00Z", "\"amount\":7,\"status\":\"Voided\""),
        line("5", "", "2026-02-05T10:00:00Z", "\"amount\":9"),
        line("6", "eve", "2026-02-06T10:00:00Z", "\"amount\":8"),
        line("6", "eve", "2026-02-07T10:00:00Z", "\"amount\":-8"),
        line("7", "eve", "2026-02-08T10:00:00Z", "\"amount\":0"),
        line("8", "eve", "2026-02-08T10:00:00Z", "\"amount\":1.0000001"));
    input.lines(
        "b.jsonl",
        twice,
        line(
            "2",
            "ann",
            "2026-02-03T10:00:00Z",
            "\"line_id\":\"0\",\"amount\":6,\"updated_at\":\"2026-02-09T00:00:00Z\""),
        line("9", "zoe", "2026-02-01T00:00:00Z", "\"brand_id\":\"nobody\",\"amount\":6"));
    run(input, "--orders", folder + "/*.jsonl", "--max-rejected-rate", "0.2");
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "1|completed|20|0|2|true|2026-01-31",
              "2|completed|600|0|1|true|2026-02-03",
              "3|completed|304|0|1|true|2026-02-03",
              "4|cancelled|0|0|1|false|2026-02-04",
              "5|completed|900|0|1|true|2026-02-05",
              "6|refunded|800|800|2|false|2026-02-06",
              "7|completed|0|0|1|true|2026-02-08"),
          HashedIds.withOrders(
              sql.rows(
                  """
                  SELECT order_id, status, amount_minor_count, refunded_minor_count, line_count,
                    is_purchase, dt FROM orders\
                  """),
              "veltrano",
              "1",
              "2",
              "3",
              "4",
              "5",
              "6",
              "7"));
      assertEquals(
          List.of("a.jsonl|10|8|1|1|0", "b.jsonl|3|1|0|1|1"),
          sql.rows(
              """
              SELECT split_part(source_name, '/', -1), read_count, accepted_count, rejected_count,
                duplicate_count, out_of_scope_count FROM pipeline_runs ORDER BY ALL\
              """));
      assertEquals(
          List.of("2026-01-31|1|0|1|null|no_identities", "2026-02-28|3|1|3|null|no_identities"),
          sql.rows(
              """
              SELECT date, customer_count, returning_customer_count, purchase_count,
                linked_customer_count, social_missing_reason
              FROM brand_customers_monthly ORDER BY date\
              """));
      assertEquals(
          List.of(
              "2026-01-01|2026-01-31|1|1",
              "2026-01-01|2026-02-28|1|1",
              "2026-02-01|2026-02-28|2|2"),
          sql.rows(
              """
              SELECT cohort_date, date, cohort_customer_count, active_customer_count
              FROM brand_retention_monthly ORDER BY ALL\
              """));
      assertEquals(
          List.of("2|3|too_few_customers", "1|0|too_few_customers", "1|0|too_few_customers"),
          sql.rows(
              """
              SELECT purchase_count, recency_day_count, alive_missing_reason
              FROM customers ORDER BY purchase_count DESC\
              """));
      assertTrue(
          sql.rows("SELECT customer_id FROM customers").stream().noneMatch("ann"::equals),
          "ids are hashed");
    }
  }

  /** Two shops with the same order id and customer id; the second day begins earlier in Tokyo. */
  @Test
  void aFileBelongsToTheBrandThatIsNamedWithIt() {
    SmallInput input = SmallInput.in(folder);
    Path brands = input.file("two.yaml", TWO_BRANDS);
    String order = line("1", "ann", "2026-01-31T23:30:00Z", "\"amount\":1");
    Path first = input.lines("v.jsonl", order);
    Path second = input.lines("d.jsonl", order);
    EarshotRun.Arguments run =
        EarshotRun.Arguments.run(brands, input.output(), folder).with("--runner", "direct");
    EarshotRun done =
        run.with("--orders", "veltrano=" + first, "orders-jsonl:dotterel=" + second).execute();
    assertEquals(0, done.exitCode(), done.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("dotterel|2026-02-01", "veltrano|2026-01-31"),
          sql.rows("SELECT brand_id, dt FROM orders ORDER BY ALL"));
      assertEquals(List.of("2"), sql.rows("SELECT count(DISTINCT customer_id) FROM orders"));
    }
  }

  @Test
  void anUnknownBrandIsWrongUse() {
    SmallInput input = SmallInput.in(folder);
    Path orders = input.lines("v.jsonl", line("1", "ann", "2026-01-31T23:30:00Z", "\"amount\":1"));
    EarshotRun unknown = input.run().with("--orders", "velt=" + orders).execute();
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("no brand velt"), unknown.err());
    Path brands = input.file("two.yaml", TWO_BRANDS);
    Path csv = input.file("o.csv", "id,who,at,n\n1,ann,2026-01-31T23:30:00Z,1\n");
    Path mapping =
        input.file(
            "m.yaml",
            """
            kind: orders
            constants: {currency: EUR}
            columns: {order_id: id, customer_id: who, ordered_at: at, amount: n}
            """);
    EarshotRun whose =
        EarshotRun.Arguments.run(brands, input.output(), folder)
            .with("--orders", csv.toString(), "--mapping", mapping.toString())
            .execute();
    assertEquals(2, whose.exitCode());
    assertTrue(whose.err().contains("whose is it?"), whose.err());
  }

  /** Two shops of one brand, each read by the mapping whose columns it has. */
  @Test
  void aFileIsReadByTheMappingWhoseColumnsItHas() {
    SmallInput input = SmallInput.in(folder);
    Path one = input.file("one.csv", "id,who,at,n\n1,ann,2026-01-31T23:30:00Z,1\n");
    Path other =
        input.file("other.csv", "Shop\n\nNr;Kunde;Datum;Summe\n7;bob;31.01.2026 10:00;1.234,50\n");
    Path english =
        input.file(
            "one.yaml",
            """
            kind: orders
            constants: {currency: EUR}
            columns: {order_id: id, customer_id: who, ordered_at: at, amount: n}
            """);
    Path german =
        input.file(
            "other.yaml",
            """
            kind: orders
            zone: Europe/Berlin
            decimal_comma: true
            constants: {currency: EUR}
            columns: {order_id: Nr, customer_id: Kunde, ordered_at: Datum, amount: Summe}
            """);
    EarshotRun run =
        input
            .run()
            .with("--orders", one.toString(), other.toString())
            .with("--mapping", english.toString(), german.toString())
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("2 accepted, 0 rejected"), run.err());
    EarshotRun validated =
        EarshotRun.of(
            "validate",
            "--brands",
            input.brands().toString(),
            "--orders",
            other.toString(),
            "--mapping",
            english.toString(),
            german.toString());
    assertTrue(validated.out().contains("1 record of 2026-01-31"), validated.out());
  }

  /**
   * Ann and Bob agreed, Eve took it back; Ann speaks of the brand in February, Bob writes to it. Of
   * what was said in January the run knows nothing.
   */
  @Test
  void customersWhoAgreedMeetTheirAccounts() {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "o.jsonl",
        line("1", "ann", "2026-01-05T10:00:00Z", "\"amount\":1"),
        line("2", "ann", "2026-02-05T10:00:00Z", "\"amount\":1"),
        line("3", "bob", "2026-02-05T10:00:00Z", "\"amount\":1"),
        line("4", "eve", "2026-02-05T10:00:00Z", "\"amount\":1"));
    String link =
        "{\"customer_id\":\"%s\",\"network\":\"x\",\"account_id\":\"%s\",\"is_consented\":%s}";
    input.lines(
        "i.jsonl",
        link.formatted("ann", "11", "true"),
        link.formatted("ann", "11", "true"),
        link.formatted("bob", "22", "true"),
        link.formatted("eve", "33", "true"),
        link.formatted("eve", "33", "false"));
    input.lines(
        "p.jsonl",
        SmallInput.post("0", "44", "2026-02-01T10:00:00Z", "Veltrano is new to me"),
        SmallInput.post("1", "11", "2026-02-07T10:00:00Z", "Veltrano is great"),
        SmallInput.post("2", "33", "2026-02-07T10:00:00Z", "Veltrano is late"));
    input.lines(
        "m.jsonl", SmallInput.message("1", "22", "700000000", "2026-02-08T10:00:00Z", "Thank you"));
    run(
        input,
        "--orders",
        folder + "/o.jsonl",
        "--identities",
        folder + "/i.jsonl",
        "--posts",
        folder + "/p.jsonl",
        "--messages",
        "messages-jsonl:" + folder + "/m.jsonl");
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("2026-01-31|1|0|null|null|month_partly_read", "2026-02-28|2|1|2|1|null"),
          sql.rows(
              """
              SELECT date, linked_customer_count, linked_returning_count, engaged_customer_count,
                engaged_returning_count, social_missing_reason
              FROM brand_customers_monthly ORDER BY date\
              """));
      assertEquals(
          List.of("5|2|1|2"),
          sql.rows(
              """
              SELECT read_count, accepted_count, duplicate_count, out_of_scope_count
              FROM pipeline_runs WHERE kind = 'identities'\
              """));
    }
    assertFalse(
        EarshotRun.bytes(input.output()).values().stream().anyMatch(file -> file.contains("bob")),
        "no id of a customer is written");
  }
}
