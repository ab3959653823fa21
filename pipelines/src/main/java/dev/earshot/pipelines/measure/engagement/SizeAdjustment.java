package dev.earshot.pipelines.measure.engagement;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.location.EffectModel;
import dev.earshot.models.statistics.location.EffectModel.Cell;
import dev.earshot.models.statistics.location.StudentMean;
import dev.earshot.models.statistics.location.ValueHistogram;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.SideTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What posts of a size, network and kind usually set off: least squares of log(1 + engagements) on
 * log followers, network and media type over the mature posts of all brands in the 90 days that end
 * on the day of posting. A post's residual says how much more or less it set off.
 */
final class SizeAdjustment {
  /** Days of posts that a day's model is fitted to. */
  static final int TRAILING_DAYS = 90;

  /** The posts that models are fitted to, added up. */
  static final SideTable<PanelKey, Cell> PANEL =
      SideTable.of(
          "SizePanel",
          OwnPosts.FACTS,
          PanelKey.class,
          Cell.class,
          SizeAdjustment::addToPanel,
          Cell::plus);

  /** The model of each day with such posts, fitted once; none where they are too few. */
  static final SideTable<ModelDay, EffectModel> MODELS =
      SideTable.of(
          "SizeModels", PANEL, ModelDay.class, EffectModel.class, SizeAdjustment::fitEachDay);

  private static final String NOT_STATED = "not_stated";

  private SizeAdjustment() {}

  /** The posts of a day that are alike but for their size. */
  record PanelKey(int day, String network, String mediaType) {}

  /** The last of a model's days, since the epoch. */
  record ModelDay(int day) {}

  private static void addToPanel(
      NoKey none, OwnPostFact post, RunContext run, BiConsumer<PanelKey, Cell> out) {
    Cell cell = cell(post, run.asOfMicros());
    if (cell != null) {
      out.accept(new PanelKey(post.day(), cell.first(), cell.second()), cell);
    }
  }

  /** One post as a sum, or null where it is not mature or lacks followers or engagements. */
  private static @Nullable Cell cell(OwnPostFact post, long asOfMicros) {
    Long followers = post.followersAtPosting();
    Long engagements = post.engagementsAtAgeOfSevenDays();
    if (!post.isMature(asOfMicros) || followers == null || engagements == null) {
      return null;
    }
    String mediaType = post.mediaType();
    return Cell.of(
        post.network(),
        mediaType == null ? NOT_STATED : mediaType,
        EffectModel.scaled(Math.log((double) Math.max(1, followers))),
        EffectModel.scaled(Math.log1p(engagements.doubleValue())));
  }

  private static void fitEachDay(
      Map<PanelKey, Cell> panel, RunContext run, BiConsumer<ModelDay, EffectModel> out) {
    TreeMap<Integer, Map<PanelKey, Cell>> days = new TreeMap<>();
    panel.forEach(
        (key, cell) -> days.computeIfAbsent(key.day(), day -> new HashMap<>()).put(key, cell));
    for (int day : days.keySet()) {
      EffectModel model =
          run.publishes(day)
              ? fit(day, days.subMap(day - TRAILING_DAYS, false, day, true).values())
              : null;
      if (model != null) {
        out.accept(new ModelDay(day), model);
      }
    }
  }

  private static @Nullable EffectModel fit(int day, Iterable<Map<PanelKey, Cell>> window) {
    Map<PanelKey, Cell> sums = new HashMap<>();
    for (Map<PanelKey, Cell> cells : window) {
      for (Cell cell : cells.values()) {
        sums.merge(new PanelKey(day, cell.first(), cell.second()), cell, Cell::plus);
      }
    }
    return EffectModel.fit(List.copyOf(sums.values()));
  }

  /**
   * exp of the mean residual of posts of one day, with Student's interval over these posts; the
   * model counts as known. Null where none has both terms, or there is no model.
   */
  static @Nullable Estimate index(
      List<OwnPostFact> posts, @Nullable EffectModel model, long asOfMicros) {
    ValueHistogram residuals = new ValueHistogram();
    for (OwnPostFact post : posts) {
      Cell cell = cell(post, asOfMicros);
      if (cell != null && model != null) {
        residuals.add(model.residual(cell.first(), cell.second(), cell.x(), cell.y()), 1);
      }
    }
    Estimate mean = StudentMean.of(residuals);
    return mean == null
        ? null
        : new Estimate(
            exp(mean.value()),
            new Interval(exp(mean.interval().lower()), exp(mean.interval().upper())));
  }

  private static double exp(double scaled) {
    return Math.exp(scaled / EffectModel.SCALE);
  }
}
