package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.proportions.ClusteredShare;
import dev.earshot.models.statistics.proportions.ExactBinomial;
import dev.earshot.models.statistics.proportions.ExactPoisson;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.tables.BrandReferralDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one window of one network.
 *
 * @param counts of the network, by {@link ReferralCount}
 * @param brand of all networks together
 * @param isAll whether the network is all of them
 */
record ReferralWindow(
    Map<ReferralCount, Long> counts, Map<ReferralCount, Long> brand, boolean isAll) {
  /** Visits of people from which on a share of them is reliable. */
  static final long RELIABLE_SESSIONS = 30;

  /** Whether the site was asked for anything. */
  boolean hasHits() {
    return brand(ReferralCount.HIT) > 0;
  }

  /** Visits of people, from anywhere. */
  long humanSessions() {
    return brand(ReferralCount.HUMAN);
  }

  private long of(ReferralCount count) {
    return counts.getOrDefault(count, 0L);
  }

  private long brand(ReferralCount count) {
    return brand.getOrDefault(count, 0L);
  }

  /** A count that only the row of all networks has. */
  private @Nullable Long all(ReferralCount count) {
    return isAll ? (Long) of(count) : null;
  }

  @Nullable Double rate(ReferralCount count) {
    return count == ReferralCount.SOCIAL || isAll
        ? Estimates.rate(of(count), brand(ReferralCount.HUMAN))
        : null;
  }

  /** Visits of one person belong together. */
  @Nullable Interval interval(ReferralCount count) {
    return count == ReferralCount.SOCIAL || isAll
        ? new ClusteredShare(
                brand(ReferralCount.HUMAN),
                of(count),
                brand(ReferralCount.PAIR),
                of(count.mixed()),
                of(count.both()))
            .interval()
        : null;
  }

  private @Nullable Double credit(ReferralCount count) {
    return brand(ReferralCount.ATTRIBUTED) == 0 ? null : Double.valueOf(of(count) / 1000.0);
  }

  private @Nullable Long assist(ReferralCount count) {
    return brand(ReferralCount.EXPOSED) == 0 ? null : (Long) of(count);
  }

  /** Visits of the day after a link was posted, minus an average day of the week before. */
  private @Nullable Estimate darkSocial() {
    return !isAll || of(ReferralCount.DARK_LINK) == 0
        ? null
        : ExactPoisson.excess(
            of(ReferralCount.DARK_AFTER),
            of(ReferralCount.DARK_BEFORE),
            (double) DarkSocial.DAYS_BEFORE);
  }

  /** A - B between its 95 % limits: each order is in A or B, with even chances without effect. */
  private @Nullable Interval assistInterval() {
    long a = of(ReferralCount.ASSIST);
    long n = a + of(ReferralCount.MIRROR);
    Interval share = ExactBinomial.interval(a, n);
    return share == null
        ? null
        : new Interval(n * (2 * share.lower() - 1), n * (2 * share.upper() - 1));
  }

  private @Nullable String missingReason() {
    if (!hasHits()) {
      return "no web log of these days";
    }
    return brand(ReferralCount.HUMAN) < RELIABLE_SESSIONS ? "fewer than 30 visits of people" : null;
  }

  BrandReferralDailyRow row(String brandId, String network, String runId, int window, int day) {
    Interval social = interval(ReferralCount.SOCIAL);
    Interval search = interval(ReferralCount.SEARCH);
    Interval chatbot = interval(ReferralCount.CHATBOT);
    Interval email = interval(ReferralCount.EMAIL);
    Interval direct = interval(ReferralCount.DIRECT);
    Interval assist = assistInterval();
    Estimate dark = darkSocial();
    Long a = assist(ReferralCount.ASSIST);
    Long b = assist(ReferralCount.MIRROR);
    return new BrandReferralDailyRow(
        brandId,
        runId,
        network,
        missingReason(),
        Tables.METRIC_VERSION,
        window,
        brand(ReferralCount.HUMAN),
        of(ReferralCount.SOCIAL),
        of(ReferralCount.PAID_SOCIAL),
        of(ReferralCount.RETURNING_SOCIAL),
        all(ReferralCount.SEARCH),
        all(ReferralCount.CHATBOT),
        all(ReferralCount.EMAIL),
        all(ReferralCount.PAID),
        all(ReferralCount.INTERNAL),
        all(ReferralCount.UNKNOWN),
        all(ReferralCount.DIRECT),
        all(ReferralCount.NO_PAGE),
        all(ReferralCount.BOT),
        all(ReferralCount.BOT_HIT),
        all(ReferralCount.HIT),
        all(ReferralCount.DECLARED),
        all(ReferralCount.UNKNOWN_AGENT),
        all(ReferralCount.ROBOTS_TXT),
        all(ReferralCount.FORM_SPAM),
        all(ReferralCount.SCANNER),
        all(ReferralCount.RATE),
        all(ReferralCount.NO_ASSETS),
        all(ReferralCount.REFERRER_SPAM),
        rate(ReferralCount.SOCIAL),
        Estimates.lower(social),
        Estimates.upper(social),
        rate(ReferralCount.SEARCH),
        Estimates.lower(search),
        Estimates.upper(search),
        rate(ReferralCount.CHATBOT),
        Estimates.lower(chatbot),
        Estimates.upper(chatbot),
        rate(ReferralCount.EMAIL),
        Estimates.lower(email),
        Estimates.upper(email),
        rate(ReferralCount.DIRECT),
        Estimates.lower(direct),
        Estimates.upper(direct),
        all(ReferralCount.DARK_LINK),
        Estimates.value(dark),
        Estimates.lower(dark),
        Estimates.upper(dark),
        brand(ReferralCount.ATTRIBUTED) == 0 ? null : (Long) brand(ReferralCount.ATTRIBUTED),
        credit(ReferralCount.FIRST_TOUCH),
        credit(ReferralCount.LAST_TOUCH),
        credit(ReferralCount.LINEAR),
        credit(ReferralCount.POSITION_BASED),
        assist(ReferralCount.EXPOSED),
        a,
        b,
        a == null || b == null ? null : (Long) (a - b),
        Estimates.lower(assist),
        Estimates.upper(assist),
        brand(ReferralCount.HUMAN) >= RELIABLE_SESSIONS,
        day,
        day);
  }
}
