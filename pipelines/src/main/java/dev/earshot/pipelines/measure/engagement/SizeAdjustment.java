package dev.earshot.pipelines.measure.engagement;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.location.EffectModel;
import dev.earshot.models.statistics.location.EffectModel.Cell;
import dev.earshot.models.statistics.location.StudentMean;
import dev.earshot.models.statistics.location.ValueHistogram;
import dev.earshot.pipelines.facts.OwnPostFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What posts of a size, network and kind usually set off: least squares of log(1 + engagements) on
 * log followers, network and media type over the mature posts of all brands in the 90 days that end
 * on the day of posting. A post's residual says how much more or less it set off.
 */
public final class SizeAdjustment {
  /** Days of posts that a day's model is fitted to. */
  static final int TRAILING_DAYS = 90;

  private static final String NOT_STATED = "not_stated";

  private final Map<Integer, List<Cell>> byDay = new HashMap<>();
  private final Map<Integer, Fit> fits = new HashMap<>();

  private record Fit(@Nullable EffectModel model) {}

  /**
   * The posts of one day, network and media type, added up.
   *
   * @param day of posting, days since the epoch
   */
  public record DayCell(int day, Cell cell) {
    /** What tells it from others. */
    String key() {
      return day + "\n" + cell.first() + '\n' + cell.second();
    }

    /** The sum of two cells of one key. */
    DayCell plus(DayCell other) {
      return new DayCell(day, cell.plus(other.cell));
    }
  }

  /** The adjustment by these sums, in any order. */
  public SizeAdjustment(Iterable<DayCell> cells) {
    cells.forEach(c -> byDay.computeIfAbsent(c.day(), day -> new ArrayList<>()).add(c.cell()));
  }

  /** One post as a sum, or null where it is not mature or lacks followers or engagements. */
  public static @Nullable DayCell cell(OwnPostFact post, long asOfMicros) {
    Long followers = post.followersAtPosting();
    Long engagements = post.engagementsAtAgeOfSevenDays();
    if (!post.isMature(asOfMicros) || followers == null || engagements == null) {
      return null;
    }
    return new DayCell(
        post.day(),
        Cell.of(
            post.network(),
            mediaType(post),
            EffectModel.scaled(Math.log((double) Math.max(1, followers))),
            EffectModel.scaled(Math.log1p(engagements.doubleValue()))));
  }

  private static String mediaType(OwnPostFact post) {
    String type = post.mediaType();
    return type == null ? NOT_STATED : type;
  }

  /** The model for posts of a day, or null where too few posts were seen by then. */
  private @Nullable EffectModel model(int day) {
    Fit fit = fits.get(day);
    if (fit == null) {
      Map<String, Cell> sums = new HashMap<>();
      for (int d = day - TRAILING_DAYS + 1; d <= day; d++) {
        for (Cell cell : byDay.getOrDefault(d, List.of())) {
          sums.merge(cell.first() + '\n' + cell.second(), cell, Cell::plus);
        }
      }
      fit = new Fit(EffectModel.fit(List.copyOf(sums.values())));
      fits.put(day, fit);
    }
    return fit.model();
  }

  /**
   * exp of the mean residual of posts, with Student's interval over these posts; the model counts
   * as known. Null where none has both terms, or there is no model.
   */
  @Nullable Estimate index(List<OwnPostFact> posts, long asOfMicros) {
    ValueHistogram residuals = new ValueHistogram();
    for (OwnPostFact post : posts) {
      DayCell unit = cell(post, asOfMicros);
      EffectModel model = unit == null ? null : model(post.day());
      if (unit != null && model != null) {
        Cell cell = unit.cell();
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
