package dev.earshot.pipelines.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.facts.SaidByDimension.PolarityCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sliding windows as changes against windows counted anew for every day. */
class SlidingWindowsTest {
  private static final MentionCell KEY = new MentionCell("veltrano", "x", "all", null);

  /** A mention of an author that touches dimensions, given as bits. */
  private record Mention(int author, int day, int meaning, int dimensions) {
    boolean isIn(int dimension) {
      return dimension < 0 || (dimensions >> dimension & 1) == 1;
    }
  }

  @Test
  void changesAddUpToTheWindows() throws IOException {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      List<Mention> mentions = new ArrayList<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        mentions.add(
            new Mention(
                random.nextInt(8),
                20_000 + random.nextInt(70),
                random.nextInt(4),
                1 + random.nextInt(7)));
      }
      Map<Integer, Long> reposts = new TreeMap<>();
      for (int i = random.nextInt(10); i > 0; i--) {
        reposts.merge(20_000 + random.nextInt(70), 1L, Long::sum);
      }
      assertEquals(counted(mentions, reposts), swept(mentions, reposts, random));
    }
  }

  /**
   * What stands in each window, over all dimensions and in each: positive, neutral, negative,
   * unclassified, authors, reposts. Reposts touch the dimensions 0 and 2.
   */
  private static Map<String, List<Long>> counted(
      List<Mention> mentions, Map<Integer, Long> reposts) {
    Map<String, List<Long>> windows = new TreeMap<>();
    for (int window : new int[] {1, 7, 28}) {
      for (int last = 20_000; last < 20_110; last++) {
        int end = last;
        List<Mention> inside =
            mentions.stream().filter(m -> m.day() <= end && m.day() > end - window).toList();
        long repeated =
            reposts.entrySet().stream()
                .filter(r -> r.getKey() <= end && r.getKey() > end - window)
                .mapToLong(Map.Entry::getValue)
                .sum();
        for (int dimension = -1; dimension < 3; dimension++) {
          int wanted = dimension;
          List<Long> figures =
              figures(
                  inside.stream().filter(m -> m.isIn(wanted)).toList(),
                  dimension == 1 ? 0 : repeated);
          if (figures.stream().anyMatch(figure -> figure != 0)) {
            windows.put(window + " days to " + end + ", dimension " + dimension, figures);
          }
        }
      }
    }
    return windows;
  }

  private static List<Long> figures(List<Mention> mentions, long reposts) {
    List<Long> figures = new ArrayList<>();
    for (int meaning = 0; meaning < 4; meaning++) {
      int wanted = meaning;
      figures.add(mentions.stream().filter(m -> m.meaning() == wanted).count());
    }
    figures.add(mentions.stream().map(Mention::author).distinct().count());
    figures.add(reposts);
    return figures;
  }

  private static Map<String, List<Long>> swept(
      List<Mention> mentions, Map<Integer, Long> reposts, Random random) throws IOException {
    List<CellContribution> deltas = new ArrayList<>();
    CellAccumulator accumulator = new CellAccumulator();
    for (int author = 0; author < 8; author++) {
      TreeMap<Integer, SaidByDimension> days = new TreeMap<>();
      for (Mention mention : mentions) {
        if (mention.author() == author) {
          SaidByDimension one = SaidByDimension.of(counts(mention.meaning()), mention.dimensions());
          days.merge(mention.day(), one, SaidByDimension::plus);
        }
      }
      if (!days.isEmpty()) {
        accumulator.add(KEY, days);
      }
      if (random.nextBoolean()) {
        accumulator.flush((key, delta) -> deltas.add(delta));
      }
    }
    reposts.forEach((day, count) -> accumulator.addReposts(KEY, day, 0b101, count));
    accumulator.flush((key, delta) -> deltas.add(delta));
    java.util.Collections.shuffle(deltas, random);
    return dev.earshot.pipelines.measure.windows.SweptWindows.of(KEY, deltas);
  }

  private static PolarityCounts counts(int meaning) {
    return switch (meaning) {
      case 0 -> new PolarityCounts(1, 0, 0, 0);
      case 1 -> new PolarityCounts(0, 1, 0, 0);
      case 2 -> new PolarityCounts(0, 0, 1, 0);
      default -> new PolarityCounts(0, 0, 0, 1);
    };
  }
}
