package dev.earshot.pipelines.measure.windows;

import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.models.statistics.authors.ShrunkenComposite.Prior;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.WindowLengths;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.SideTable;
import java.util.function.BiConsumer;

/** The rates that the parts of each brand's reputation are shrunk toward, by brand and day. */
public final class TrailingRates {
  /** One rate for a brand and day: nothing is ever added. */
  public static final SideTable<BrandDay, TrailingRate> BY_DAY =
      SideTable.of(
          "TrailingRates",
          SlidingWindows.STATES,
          BrandDay.class,
          TrailingRate.class,
          TrailingRates::of,
          (one, other) -> one);

  private TrailingRates() {}

  private static void of(
      MentionCell cell, WindowState state, RunContext run, BiConsumer<BrandDay, TrailingRate> out) {
    if (!cell.isTotal() || state.window() != WindowLengths.TRAILING) {
      return;
    }
    AuthorSentiments tallies = new AuthorGroup(state.all()).tallies();
    Prior prior = tallies.prior();
    if (prior != null) {
      TrailingRate rate =
          new TrailingRate(prior.rate(), prior.standardError(), tallies.mentionCount());
      state
          .daysUntil(state.lastDay())
          .forEach(day -> out.accept(new BrandDay(cell.brandId(), day), rate));
    }
  }
}
