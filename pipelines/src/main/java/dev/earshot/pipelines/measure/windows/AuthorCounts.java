package dev.earshot.pipelines.measure.windows;

import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.WindowLengths;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.SideTable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How many authors speak of a brand, and of all brands by topic, in windows and before them. */
public final class AuthorCounts {
  /** By what they are counted. */
  public static final SideTable<Key, Count> BY_WINDOW =
      SideTable.of(
          "AuthorCounts",
          SlidingWindows.STATES,
          Key.class,
          Count.class,
          AuthorCounts::of,
          Count::plus);

  private AuthorCounts() {}

  /**
   * A window of a brand, or of all brands by topic.
   *
   * @param brandId a brand, or {@link MentionCell#ALL}
   * @param topic a topic of all brands, or null for all mentions
   * @param window days in the window
   * @param day its last day
   */
  public record Key(String brandId, @Nullable String topic, int window, int day) {}

  /**
   * Authors; of all brands, who speaks of two is two.
   *
   * @param now in the window
   * @param before in the 28 days before it, added up over stretches as long as the window
   */
  public record Count(long now, long before) {
    static final Count NONE = new Count(0, 0);

    /** Both together. */
    public Count plus(Count other) {
      return new Count(now + other.now, before + other.before);
    }

    /** In the window and before it. */
    public long all() {
      return now + before;
    }
  }

  private static void of(
      MentionCell cell, WindowState state, RunContext run, BiConsumer<Key, Count> out) {
    boolean isWhole =
        cell.network().equals(MentionCell.ALL) && cell.language().equals(MentionCell.ALL);
    if (!isWhole || state.window() > WindowLengths.LONGEST) {
      return;
    }
    state
        .daysUntil(run.lastDay(cell.brandId()))
        .filter(run::publishes)
        .forEach(
            day -> {
              Count count = new Count(state.all().authors(), state.authorsBefore(day));
              out.accept(new Key(MentionCell.ALL, cell.topic(), state.window(), day), count);
              if (cell.topic() == null) {
                out.accept(new Key(cell.brandId(), null, state.window(), day), count);
              }
            });
  }

  /** The authors of a brand, or of all brands; none where nobody spoke. */
  public static Count of(
      RunContext run, String brandId, @Nullable String topic, int window, int day) {
    Count count = run.lookUp(BY_WINDOW, new Key(brandId, topic, window, day));
    return count == null ? Count.NONE : count;
  }
}
