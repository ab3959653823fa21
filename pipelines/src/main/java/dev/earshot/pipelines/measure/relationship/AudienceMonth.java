package dev.earshot.pipelines.measure.relationship;

import dev.earshot.models.accounts.AccountFeatures;
import dev.earshot.models.accounts.AccountSuspicion;
import dev.earshot.models.accounts.SuspicionErrors;
import dev.earshot.models.statistics.proportions.RoganGladen;
import dev.earshot.models.statistics.proportions.RoganGladen.Proportion;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.pipelines.facts.ProfileFact.Look;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.BrandAudienceMonthlyRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the accounts that engaged with a brand on a network in a month. */
final class AudienceMonth {
  private static final long LEAST_PROFILES = 100;
  private static final long LEAST_ACCOUNTS = 30;

  private final AudienceKey key;
  private long accounts;
  private long profiled;
  private long judged;
  private long suspicious;
  private long customers;
  private boolean areCustomersKnown;

  private AudienceMonth(AudienceKey key) {
    this.key = key;
  }

  static AudienceMonth of(AudienceKey key, Iterable<AudienceMember> members) {
    AudienceMonth month = new AudienceMonth(key);
    members.forEach(month::add);
    return month;
  }

  private void add(AudienceMember member) {
    accounts++;
    areCustomersKnown = member.isCustomer() != null;
    customers += Boolean.TRUE.equals(member.isCustomer()) ? 1 : 0;
    Look look = member.look();
    if (look == null) {
      return;
    }
    profiled++;
    if (hasAllSigns(look)) {
      judged++;
      suspicious += isSuspicious(look) ? 1 : 0;
    }
  }

  /** How often the rule errs is known of looks that tell all of these. */
  private static boolean hasAllSigns(Look look) {
    return look.followerCount() != null
        && look.followingCount() != null
        && look.postCount() != null
        && look.hasPicture() != null
        && look.hasBiography() != null;
  }

  private static boolean isSuspicious(Look look) {
    AccountFeatures signs =
        new AccountFeatures(
            look.followerCount(),
            look.followingCount(),
            look.postCount(),
            null,
            null,
            look.hasPicture(),
            look.hasBiography(),
            null,
            null,
            false);
    return Boolean.TRUE.equals(AccountSuspicion.of(signs));
  }

  Stream<BrandAudienceMonthlyRow> rows(RunContext run) {
    Month month = Month.of(key.firstDay());
    boolean isOver = month.lastDay() < run.lastDay(key.brandId());
    SuspicionErrors errors = SuspicionErrors.of(key.network());
    Estimated rate =
        errors == null || judged == 0
            ? Estimated.NONE
            : Estimated.of(
                RoganGladen.of(
                    new Proportion(suspicious, judged),
                    errors.sensitivity(),
                    errors.specificity()));
    MissingReason reason =
        new Covered(key.coveredDays(), month.dayCount()).reasonAfter(reason(errors, isOver));
    return Stream.of(
        new BrandAudienceMonthlyRow(
            CellColumns.of(key.brandId(), run.runId()),
            key.network(),
            reason,
            accounts,
            profiled,
            judged,
            rate,
            areCustomersKnown ? (Long) customers : null,
            areCustomersKnown
                ? Estimated.rate(customers, accounts, WilsonInterval.of(customers, accounts))
                : Estimated.NONE,
            key.coveredDays(),
            isOver,
            reason == null,
            areCustomersKnown
                && isOver
                && key.coveredDays() == month.dayCount()
                && accounts >= LEAST_ACCOUNTS,
            month.firstDay(),
            month.lastDay(),
            month.lastDay()));
  }

  private @Nullable MissingReason reason(@Nullable SuspicionErrors errors, boolean isOver) {
    if (profiled == 0) {
      return MissingReason.NO_PROFILES;
    }
    if (errors == null) {
      return MissingReason.NO_MODEL_FOR_NETWORK;
    }
    if (judged < LEAST_PROFILES) {
      return MissingReason.TOO_FEW_PROFILES;
    }
    return isOver ? null : MissingReason.PERIOD_NOT_OVER;
  }
}
