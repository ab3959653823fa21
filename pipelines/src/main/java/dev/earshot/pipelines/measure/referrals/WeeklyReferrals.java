package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.ArrayList;
import java.util.List;

/**
 * Referral traffic by week: of the visits of people, those from social networks, in the window of
 * seven days that ends on a Sunday.
 */
public final class WeeklyReferrals {
  private WeeklyReferrals() {}

  /**
   * The weeks in which the site was asked for anything; the last may not be over.
   *
   * @param today the last day that has begun where the brand reports
   */
  public static List<WeeklyFigure> of(BrandReferrals brand, int today) {
    ReferralDays days = ReferralDays.of(brand.sums());
    List<WeeklyFigure> weeks = new ArrayList<>();
    if (!days.networks().contains(MentionCell.ALL)) {
      return weeks;
    }
    int last = Week.sunday(Math.min(today, days.lastDay(MentionCell.ALL)));
    for (int sunday = Week.sunday(days.firstDay(MentionCell.ALL));
        sunday <= last;
        sunday += Week.DAYS) {
      ReferralWindow week = days.window(MentionCell.ALL, sunday, Week.DAYS);
      if (week != null && week.hasHits()) {
        weeks.add(
            sunday < today
                ? figure(brand.brandId(), sunday, week)
                : WeeklyFigure.notOver(brand.brandId(), Kpi.REFERRAL_TRAFFIC, sunday));
      }
    }
    return weeks;
  }

  /** The figure of a week; without a value where nobody but programs came. */
  private static WeeklyFigure figure(String brandId, int sunday, ReferralWindow week) {
    Estimated rate = week.socialRate();
    MissingReason reason = week.missingReason();
    return new WeeklyFigure(
        brandId,
        Kpi.REFERRAL_TRAFFIC,
        sunday,
        rate.value(),
        rate.lower(),
        rate.upper(),
        week.visits().humanSessionCount(),
        week.isReliable(),
        reason == null ? null : reason.code());
  }
}
