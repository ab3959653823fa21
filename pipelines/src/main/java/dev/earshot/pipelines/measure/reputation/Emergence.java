package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.statistics.basics.BenjaminiHochberg;
import dev.earshot.models.statistics.proportions.ShareEmergence;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.facts.WindowLengths;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.windows.AuthorCounts.Count;
import dev.earshot.pipelines.tables.EmergenceColumns;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many more speak of something than in the 28 days before, and how likely that is by chance.
 *
 * @param zScore the difference of log odds in standard errors; null where it is not compared
 * @param pValue the chance of so many authors where the share did not rise; null likewise
 */
record Emergence(@Nullable Double zScore, @Nullable Double pValue) {
  private static final Emergence NONE = new Emergence(null, null);
  private static final double LARGEST_Q = 0.05;

  /** Stretches of one day are each covered or not, so that some of them are enough. */
  private static final int FEWEST_SINGLE_DAYS = 7;

  /**
   * Compares a window with the 28 days before it.
   *
   * @param window days in it
   * @param day its last day
   * @param authors who speak of it
   * @param all who speak of the brand at all
   * @param everywhere who speak of it and of any brand of the run
   * @param allEverywhere who speak of any brand at all
   */
  static Emergence of(
      RunContext run,
      String brandId,
      int window,
      int day,
      Count authors,
      Count all,
      Count everywhere,
      Count allEverywhere) {
    int end = day - window;
    int covered =
        InputCoverage.of(run, brandId, SourceKind.MENTIONS)
            .count(end - WindowLengths.LONGEST + 1, end);
    boolean isComparable =
        covered >= (window == 1 ? FEWEST_SINGLE_DAYS : WindowLengths.LONGEST) && all.before() > 0;
    if (!isComparable) {
      return NONE;
    }
    double background = (double) everywhere.all() / allEverywhere.all();
    return new Emergence(
        ShareEmergence.zScore(authors.now(), all.now(), authors.before(), all.before(), background),
        ShareEmergence.pValue(authors.now(), all.now(), authors.before(), all.before()));
  }

  /**
   * The columns of what stands in one window of one brand, in the order given.
   *
   * @param tests how many were spoken of, at least as many as are given: the others count as well
   */
  static List<EmergenceColumns> columns(List<Emergence> some, long tests) {
    double[] pValues = new double[Math.toIntExact(Math.max(tests, some.size()))];
    Arrays.fill(pValues, 1);
    for (int i = 0; i < some.size(); i++) {
      Double pValue = some.get(i).pValue();
      pValues[i] = pValue == null ? 1 : pValue;
    }
    double[] qValues = BenjaminiHochberg.qValues(pValues);
    EmergenceColumns[] columns = new EmergenceColumns[some.size()];
    for (int i = 0; i < columns.length; i++) {
      Double zScore = some.get(i).zScore();
      columns[i] =
          zScore == null
              ? EmergenceColumns.NONE
              : new EmergenceColumns(zScore, qValues[i], qValues[i] <= LARGEST_Q);
    }
    return List.of(columns);
  }
}
