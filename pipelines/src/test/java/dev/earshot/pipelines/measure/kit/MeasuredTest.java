package dev.earshot.pipelines.measure.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.ReadingRules;
import dev.earshot.pipelines.run.RunClock;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SecretKeySource;
import dev.earshot.pipelines.run.UserDefinitions;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.tables.BrandKeyPhraseDailyRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.EmergenceColumns;
import dev.earshot.pipelines.tables.MetricDefinitionRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.junit.jupiter.api.Test;

/** A pipeline and a loop in memory make the same rows of groups. */
class MeasuredTest {
  private static final Comparator<PhraseCount> BY_MENTIONS =
      Comparator.comparingLong(PhraseCount::mentions);

  private static final Facts<NoKey, PhraseCount> COUNTS = Facts.of("Counts", PhraseCount.class);

  /** What authors mean for the sums of all. */
  private static final SideTable<NoKey, PhraseCount> TOTAL =
      SideTable.of(
          "Total",
          COUNTS,
          NoKey.class,
          PhraseCount.class,
          (key, count, run, out) -> out.accept(new NoKey(), count),
          PhraseCount::plus);

  /** By the number of authors as a day; the clock and a second key take part. */
  private static final Groups<BrandDay, PhraseCount> BY_AUTHORS =
      Groups.of(
              "ByAuthors",
              COUNTS,
              BrandDay.class,
              PhraseCount.class,
              (key, count, run, out) -> {
                out.accept(new BrandDay("heron", (int) count.authors()), count);
                if (run.asOfMicros() == 7) {
                  out.accept(new BrandDay("ibis", 1), count);
                }
              })
          .sorted((one, other) -> BY_MENTIONS.compare(one, other), 2);

  private static final Measure<BrandKeyPhraseDailyRow> DATED =
      Measure.of(BrandKeyPhraseDailyRow.class)
          .lookingUp(TOTAL)
          .from(BY_AUTHORS)
          .rows(MeasuredTest::dated);

  private static final Measure<MetricDefinitionRow> UNDATED =
      Measure.of(MetricDefinitionRow.class).from(BY_AUTHORS).rows(MeasuredTest::undated);

  private static final Facts<NoKey, PhraseCount> UNHEARD = Facts.of("Unheard", PhraseCount.class);

  /** Facts of the groups that the tables are made of, of facts one by one, and of none. */
  private static final Facts<NoKey, PhraseCount> MADE =
      Facts.made(
          "Made",
          PhraseCount.class,
          List.of(
              Measure.ofFacts("OfGroups", PhraseCount.class)
                  .from(BY_AUTHORS)
                  .rows((key, counts, run) -> Stream.of(new PhraseCount(0, total(counts), 0))),
              Measure.ofFacts("OfEach", PhraseCount.class)
                  .from(COUNTS)
                  .rows((key, count, run) -> Stream.of(count, count)),
              Measure.ofFacts("OfNone", PhraseCount.class)
                  .from(UNHEARD)
                  .rows((key, count, run) -> Stream.of(count))));

  private static final Measure<MetricDefinitionRow> OF_MADE =
      Measure.of(MetricDefinitionRow.class)
          .from(Groups.of("ByNobody", MADE, NoKey.class, fact -> new NoKey()))
          .rows((key, facts, run) -> Stream.of(definition("made", Long.toString(total(facts)))));

  /** Groups of 60, 5 and, on a day that no run publishes, 65; all facts twice: 130. */
  private static final List<MetricDefinitionRow> MADE_ROWS = List.of(definition("made", "260"));

  private static final Measure<BrandKeyPhraseDailyRow> OF_UNHEARD =
      Measure.of(BrandKeyPhraseDailyRow.class)
          .from(UNHEARD)
          .rows((key, count, run) -> Stream.empty());

  private static final List<PhraseCount> FACTS =
      List.of(
          new PhraseCount(1, 30, 0),
          new PhraseCount(1, 10, 0),
          new PhraseCount(1, 20, 0),
          new PhraseCount(2, 5, 0));

  private static long total(Iterable<PhraseCount> counts) {
    return StreamSupport.stream(counts.spliterator(), false).mapToLong(PhraseCount::mentions).sum();
  }

  private static String mentions(Iterable<PhraseCount> counts) {
    return String.join(
        " ",
        StreamSupport.stream(counts.spliterator(), false)
            .map(count -> Long.toString(count.mentions()))
            .toList());
  }

  private static Stream<BrandKeyPhraseDailyRow> dated(
      BrandDay key, Iterable<PhraseCount> counts, RunContext run) {
    long total = run.all(TOTAL).values().stream().mapToLong(PhraseCount::mentions).sum();
    return Stream.of(row(key, mentions(counts), total));
  }

  private static BrandKeyPhraseDailyRow row(BrandDay key, String phrase, long total) {
    return new BrandKeyPhraseDailyRow(
        CellColumns.of(key.brandId(), "run"),
        phrase,
        "",
        total,
        0,
        0,
        false,
        EmergenceColumns.NONE,
        key.day(),
        key.day());
  }

  private static Stream<MetricDefinitionRow> undated(
      BrandDay key, Iterable<PhraseCount> counts, RunContext run) {
    return Stream.of(definition(key.brandId(), mentions(counts)));
  }

  private static MetricDefinitionRow definition(String name, String text) {
    return new MetricDefinitionRow(name, "", "", "", text, null, null, "1", 0, 0, null);
  }

  /** Publishes rows of day 1 alone. */
  private static RunSettings settings() {
    return new RunSettings(
        "run",
        new YamlText("brands.yaml", ""),
        ReadingRules.NONE,
        0,
        UserDefinitions.SHIPPED,
        new SecretKeySource("key"),
        new DateScope(1, 1),
        new RunClock(null, 0),
        false,
        "/staging",
        2);
  }

  private static final List<BrandKeyPhraseDailyRow> DATED_ROWS =
      List.of(
          row(new BrandDay("heron", 1), "10 20 30", 65),
          row(new BrandDay("ibis", 1), "5 10 20 30", 65));

  private static final List<MetricDefinitionRow> UNDATED_ROWS =
      List.of(
          definition("heron", "10 20 30"),
          definition("heron", "5"),
          definition("ibis", "5 10 20 30"));

  private static Void areThese(Iterable<? extends Record> rows, List<? extends Record> expected) {
    List<Record> left = new ArrayList<>();
    rows.forEach(left::add);
    expected.forEach(row -> assertTrue(left.remove(row), row::toString));
    assertEquals(List.of(), left);
    return null;
  }

  @Test
  void inAPipeline() {
    Pipeline pipeline = Pipeline.create();
    Clock clock = new Clock(null, pipeline.apply("Seven", Create.of(7L)).apply(View.asSingleton()));
    Inputs inputs =
        new Inputs(settings(), clock).with(COUNTS, pipeline.apply("Facts", Create.of(FACTS)));
    Measured measured = Measured.of(List.of(DATED, UNDATED), inputs);
    PAssert.that(measured.rows(DATED)).satisfies(rows -> areThese(rows, DATED_ROWS));
    PAssert.that(measured.rows(UNDATED)).satisfies(rows -> areThese(rows, UNDATED_ROWS));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void factsOfMeasuresInAPipeline() {
    Pipeline pipeline = Pipeline.create();
    Clock clock = new Clock(null, pipeline.apply("Seven", Create.of(7L)).apply(View.asSingleton()));
    Inputs inputs =
        new Inputs(settings(), clock).with(COUNTS, pipeline.apply("Facts", Create.of(FACTS)));
    Measured measured = Measured.of(List.of(OF_MADE, DATED, OF_UNHEARD), inputs);
    PAssert.that(measured.rows(OF_MADE)).satisfies(rows -> areThese(rows, MADE_ROWS));
    PAssert.that(measured.rows(DATED)).satisfies(rows -> areThese(rows, DATED_ROWS));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void whatThereAreNoFactsForIsNotMeasured() {
    Pipeline pipeline = Pipeline.create();
    Clock clock = new Clock(null, pipeline.apply("Seven", Create.of(7L)).apply(View.asSingleton()));
    Inputs inputs = new Inputs(settings(), clock);
    assertFalse(Measured.of(List.of(OF_MADE, OF_UNHEARD), inputs).has(OF_MADE));
    assertFalse(Measured.of(List.of(OF_UNHEARD), inputs).has(OF_UNHEARD));
  }

  @Test
  void factsOfMeasuresInMemory() {
    InMemory memory = new InMemory(settings(), 7).with(COUNTS, FACTS);
    assertEquals(MADE_ROWS, memory.rows(OF_MADE));
  }

  @Test
  void inMemory() {
    InMemory memory = new InMemory(settings(), 7).with(COUNTS, FACTS);
    assertEquals(DATED_ROWS, memory.rows(DATED));
    assertEquals(
        UNDATED_ROWS,
        memory.rows(UNDATED).stream()
            .sorted(
                Comparator.comparing(MetricDefinitionRow::tableName)
                    .thenComparing(row -> row.definition().length(), Comparator.reverseOrder()))
            .toList());
  }
}
