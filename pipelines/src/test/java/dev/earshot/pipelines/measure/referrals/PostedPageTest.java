package dev.earshot.pipelines.measure.referrals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.proportions.ExactPoisson;
import dev.earshot.pipelines.listen.read.BrandSpans;
import dev.earshot.pipelines.measure.referrals.PostedPage.Event;
import dev.earshot.pipelines.measure.referrals.PostedPage.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostedPageTest {
  private static final long DAY = 24L * 3600 * 1_000_000;

  private static Event posted(double day) {
    return new Event((long) (day * DAY), (int) day);
  }

  private static Event visited(double day) {
    return new Event((long) (day * DAY), null);
  }

  /** Both ends of the day after and the week before; again within a day, again after it. */
  @Test
  void windowsAreHalfOpenAndDoNotOverlap() throws IOException {
    List<Event> events =
        List.of(
            posted(10),
            posted(10.5),
            posted(11),
            visited(2.9),
            visited(3),
            visited(10),
            visited(10.9),
            visited(11));
    assertEquals(
        List.of(new Window(10 * DAY, 10, 2, 1), new Window(11 * DAY, 11, 1, 2)),
        List.copyOf(PostedPage.windows(events)));
  }

  @Test
  void linksWithoutAllTheirDaysInTheLogDoNotCount() {
    Window window = new Window(10 * DAY, 10, 1, 0);
    assertTrue(window.isWithin(new BrandSpans.Span(3 * DAY, 11 * DAY)));
    assertFalse(window.isWithin(new BrandSpans.Span(3 * DAY + 1, 11 * DAY)));
    assertFalse(window.isWithin(new BrandSpans.Span(3 * DAY, 11 * DAY - 1)));
  }

  /**
   * Twenty pages with half a visitor a day anyway; after the post as many more as the effect says,
   * over a hundred seeds. The interval of the sum holds what is to be expected, nothing too.
   */
  @Test
  void theIntervalHoldsTheEffect() throws IOException {
    for (double effect : new double[] {0, 0.5, 6}) {
      int holds = 0;
      for (int seed = 0; seed < 100; seed++) {
        holds += estimate(new Random(seed), effect).interval().contains(20 * effect) ? 1 : 0;
      }
      assertTrue(holds >= 93, "of 100 seeds with " + effect + ": " + holds);
    }
  }

  private static Estimate estimate(Random random, double effect) throws IOException {
    long after = 0;
    long before = 0;
    for (int page = 0; page < 20; page++) {
      List<Event> events = new ArrayList<>();
      double at = 7 + 20 * random.nextDouble();
      events.add(posted(at));
      events.add(posted(at + random.nextDouble()));
      arrivals(random, 0, 28, 0.5, events);
      arrivals(random, at, at + 1, effect, events);
      for (Window window : PostedPage.windows(events)) {
        if (window.isWithin(new BrandSpans.Span(0, 28 * DAY))) {
          after += window.after();
          before += window.before();
        }
      }
    }
    return ExactPoisson.excess(after, before, PostedPage.DAYS_BEFORE);
  }

  /** A Poisson process between two days. */
  private static void arrivals(
      Random random, double from, double to, double perDay, List<Event> out) {
    if (perDay == 0) {
      return;
    }
    double at = from - Math.log(1 - random.nextDouble()) / perDay;
    while (at < to) {
      out.add(visited(at));
      at -= Math.log(1 - random.nextDouble()) / perDay;
    }
  }
}
