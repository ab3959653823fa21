package dev.earshot.pipelines.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.listen.WindowAccumulator.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sliding windows as changes against windows counted anew for every day. */
class WindowsTest {
  private static final CellKey KEY = new CellKey("veltrano", "all", "all", null);

  /** A mention of an author. */
  private record Mention(int author, int day, int meaning) {}

  @Test
  void changesAddUpToTheWindows() {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      List<Mention> mentions = new ArrayList<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        mentions.add(
            new Mention(random.nextInt(8), 20_000 + random.nextInt(70), random.nextInt(4)));
      }
      Map<Integer, Long> reposts = new TreeMap<>();
      for (int i = random.nextInt(10); i > 0; i--) {
        reposts.merge(20_000 + random.nextInt(70), 1L, Long::sum);
      }
      assertEquals(counted(mentions, reposts), swept(mentions, reposts, random));
    }
  }

  /** What stands in each window: positive, neutral, negative, unclassified, authors, reposts. */
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
        List<Long> figures = new ArrayList<>();
        for (int meaning = 0; meaning < 4; meaning++) {
          int wanted = meaning;
          figures.add(inside.stream().filter(m -> m.meaning() == wanted).count());
        }
        figures.add(inside.stream().map(Mention::author).distinct().count());
        figures.add(repeated);
        if (figures.stream().anyMatch(figure -> figure != 0)) {
          windows.put(window + " days to " + end, figures);
        }
      }
    }
    return windows;
  }

  private static Map<String, List<Long>> swept(
      List<Mention> mentions, Map<Integer, Long> reposts, Random random) {
    List<WindowDelta> deltas = new ArrayList<>();
    WindowAccumulator accumulator = new WindowAccumulator();
    for (int author = 0; author < 8; author++) {
      TreeMap<Integer, Tally> days = new TreeMap<>();
      for (Mention mention : mentions) {
        if (mention.author() == author) {
          days.merge(mention.day(), tally(mention.meaning()), Tally::plus);
        }
      }
      if (!days.isEmpty()) {
        accumulator.add(KEY, days);
      }
      if (random.nextBoolean()) {
        accumulator.flush((key, delta) -> deltas.add(delta));
      }
    }
    reposts.forEach((day, count) -> accumulator.addReposts(KEY, day, count));
    accumulator.flush((key, delta) -> deltas.add(delta));
    java.util.Collections.shuffle(deltas, random);
    return dev.earshot.pipelines.measure.SweptWindows.of(deltas);
  }

  private static Tally tally(int meaning) {
    return switch (meaning) {
      case 0 -> new Tally(1, 0, 0, 0);
      case 1 -> new Tally(0, 1, 0, 0);
      case 2 -> new Tally(0, 0, 1, 0);
      default -> new Tally(0, 0, 0, 1);
    };
  }
}
