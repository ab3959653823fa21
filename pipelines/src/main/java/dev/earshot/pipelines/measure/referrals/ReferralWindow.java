package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.attribution.TouchCredits;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.proportions.ClusteredShare;
import dev.earshot.models.statistics.proportions.ExactBinomial;
import dev.earshot.models.statistics.proportions.ExactPoisson;
import dev.earshot.pipelines.tables.BrandReferralDailyRow.Assists;
import dev.earshot.pipelines.tables.BrandReferralDailyRow.Credits;
import dev.earshot.pipelines.tables.BrandReferralDailyRow.DarkSocial;
import dev.earshot.pipelines.tables.BrandReferralDailyRow.OtherRates;
import dev.earshot.pipelines.tables.BrandReferralDailyRow.OtherVisits;
import dev.earshot.pipelines.tables.BrandReferralDailyRow.Programs;
import dev.earshot.pipelines.tables.BrandReferralDailyRow.Visits;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one window of one network.
 *
 * @param counts of the network, by {@link ReferralCount}
 * @param brand of all networks together
 */
record ReferralWindow(Map<ReferralCount, Long> counts, Map<ReferralCount, Long> brand) {
  /** Visits of people from which on a share of them is reliable. */
  private static final long RELIABLE_SESSIONS = 30;

  /** Whether the site was asked for anything. */
  boolean hasHits() {
    return brand(ReferralCount.HIT) > 0;
  }

  private long of(ReferralCount count) {
    return counts.getOrDefault(count, 0L);
  }

  private long brand(ReferralCount count) {
    return brand.getOrDefault(count, 0L);
  }

  boolean isReliable() {
    return brand(ReferralCount.HUMAN) >= RELIABLE_SESSIONS;
  }

  @Nullable MissingReason missingReason() {
    if (!hasHits()) {
      return MissingReason.NO_WEB_LOGS;
    } else if (brand(ReferralCount.HUMAN) == 0) {
      return MissingReason.NO_HUMAN_SESSION;
    }
    return isReliable() ? null : MissingReason.TOO_FEW_SESSIONS;
  }

  Visits visits() {
    return new Visits(
        brand(ReferralCount.HUMAN),
        of(ReferralCount.SOCIAL),
        of(ReferralCount.PAID_SOCIAL),
        of(ReferralCount.RETURNING_SOCIAL));
  }

  OtherVisits otherVisits() {
    return new OtherVisits(
        of(ReferralCount.SEARCH),
        of(ReferralCount.CHATBOT),
        of(ReferralCount.EMAIL),
        of(ReferralCount.PAID),
        of(ReferralCount.INTERNAL),
        of(ReferralCount.UNKNOWN),
        of(ReferralCount.DIRECT),
        of(ReferralCount.NO_PAGE));
  }

  Programs programs() {
    return new Programs(
        of(ReferralCount.BOT),
        of(ReferralCount.BOT_HIT),
        of(ReferralCount.HIT),
        of(ReferralCount.DECLARED),
        of(ReferralCount.UNKNOWN_AGENT),
        of(ReferralCount.ROBOTS_TXT),
        of(ReferralCount.FORM_SPAM),
        of(ReferralCount.SCANNER),
        of(ReferralCount.RATE),
        of(ReferralCount.NO_ASSETS),
        of(ReferralCount.REFERRER_SPAM));
  }

  Estimated socialRate() {
    return rate(ReferralCount.SOCIAL);
  }

  OtherRates otherRates() {
    return new OtherRates(
        rate(ReferralCount.SEARCH),
        rate(ReferralCount.CHATBOT),
        rate(ReferralCount.EMAIL),
        rate(ReferralCount.DIRECT));
  }

  /** A share of the visits of people. Visits of one person belong together. */
  private Estimated rate(ReferralCount count) {
    long human = brand(ReferralCount.HUMAN);
    ClusteredShare share =
        new ClusteredShare(
            human, of(count), brand(ReferralCount.PAIR), of(count.mixed()), of(count.both()));
    return Estimated.rate(of(count), human, share.interval());
  }

  /** Visits of the day after a link was posted, minus an average day of the week before. */
  DarkSocial darkSocial() {
    long links = of(ReferralCount.DARK_LINK);
    long after = of(ReferralCount.DARK_AFTER);
    long before = of(ReferralCount.DARK_BEFORE);
    return new DarkSocial(
        links,
        after,
        before,
        links == 0
            ? Estimated.NONE
            : Estimated.of(ExactPoisson.excess(after, before, PostedPage.DAYS_BEFORE)));
  }

  @Nullable Credits credits() {
    long orders = brand(ReferralCount.ATTRIBUTED);
    return orders == 0
        ? null
        : new Credits(
            orders,
            credit(ReferralCount.FIRST_TOUCH),
            credit(ReferralCount.LAST_TOUCH),
            credit(ReferralCount.LINEAR),
            credit(ReferralCount.POSITION_BASED));
  }

  private double credit(ReferralCount count) {
    return (double) of(count) / TouchCredits.WHOLE;
  }

  /** A - B between its 95 % limits: each order is in A or B, with even chances without effect. */
  @Nullable Assists assists() {
    if (brand(ReferralCount.EXPOSED) == 0) {
      return null;
    }
    long a = of(ReferralCount.ASSIST);
    long b = of(ReferralCount.MIRROR);
    long n = a + b;
    Interval share = ExactBinomial.interval(a, n);
    return new Assists(
        of(ReferralCount.EXPOSED),
        a,
        b,
        a - b,
        share == null ? null : (Double) (n * (2 * share.lower() - 1)),
        share == null ? null : (Double) (n * (2 * share.upper() - 1)));
  }
}
