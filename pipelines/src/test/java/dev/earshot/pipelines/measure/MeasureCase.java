package dev.earshot.pipelines.measure;

import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.pipelines.measure.kit.InMemory;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.ReadingRules;
import dev.earshot.pipelines.run.RunClock;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SecretKeySource;
import dev.earshot.pipelines.run.UserDefinitions;
import dev.earshot.pipelines.run.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One case of a measure: facts in, rows out.
 *
 * @param name says what it shows
 * @param calculation how the expected figures were found, for people
 * @param tolerance of fractions, absolute below one and relative above; 1e-9 if left out
 * @param run the run: {@code as_of}, {@code from}, {@code to}, and the texts of {@code brands},
 *     {@code dimensions}, {@code calibration} and {@code engagements}
 * @param people who said what; see {@link CaseFacts}
 * @param traffic what people did around the brand's site
 * @param facts other facts, by the name of their kind; with {@code times}, one stands for several
 * @param covered the first and last day with records of each kind of source, {@code mentions:
 *     [2026-03-01, 2026-03-10]}; if left out, the input covers all days to the clock
 * @param where the values of columns to look at; rows with others are not compared
 * @param each what every expected row has
 * @param rows the expected rows: the table's key, and any other columns
 */
record MeasureCase(
    String name,
    @Nullable String calculation,
    @Nullable Double tolerance,
    Map<String, Object> run,
    List<Map<String, Object>> people,
    @Nullable CaseTraffic traffic,
    Map<String, List<Map<String, Object>>> facts,
    @Nullable Map<String, List<Object>> covered,
    Map<String, Object> where,
    Map<String, Object> each,
    List<Map<String, Object>> rows) {
  static final String RUN_ID = "run";

  private static final String BRANDS = "brands: [{id: heron, name: Heron, time_zone: UTC}]";

  /** What the measure makes of the facts. */
  <R extends Record> List<R> measured(Measure<R> measure, Path keyFile) {
    Map<String, Object> given = new TreeMap<>(run == null ? Map.of() : run);
    RunSettings settings =
        new RunSettings(
            RUN_ID,
            new YamlText("brands.yaml", text(given, "brands", BRANDS)),
            ReadingRules.NONE,
            0,
            new UserDefinitions(
                List.of(),
                text(given, "dimensions", null),
                text(given, "calibration", null),
                text(given, "engagements", null)),
            new SecretKeySource(keyFile.toString()),
            new DateScope(day(given, "from"), day(given, "to")),
            new RunClock(YamlRecords.number(given.remove("as_of")), 0),
            false,
            "/staging",
            2);
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("a run has no " + given.keySet());
    }
    InMemory memory = new InMemory(settings, settings.clock().asOfMicros());
    ReputationDimensions dimensions = BrandBooks.dimensions(settings);
    CaseFacts in = new CaseFacts(dimensions, memory);
    if (people != null && !people.isEmpty()) {
      in.addPeople(people);
    }
    if (traffic != null) {
      traffic.addTo(memory, settings.clock().asOfMicros());
    }
    if (facts != null) {
      in.addFacts(facts);
    }
    new CaseCoverage(covered).addTo(memory, settings);
    return memory.rows(measure);
  }

  private static @Nullable String text(
      Map<String, Object> run, String name, @Nullable String otherwise) {
    Object given = run.remove(name);
    return given == null ? otherwise : (String) given;
  }

  private static @Nullable Integer day(Map<String, Object> run, String name) {
    Object given = run.remove(name);
    return given == null ? null : Math.toIntExact(YamlRecords.number(given));
  }
}
