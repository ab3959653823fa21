package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.tables.BrandReferralsDailyRow;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Everything that {@code brand_referrals_daily} is counted from. */
public final class Referrals {
  private Referrals() {}

  /** The rows of {@code brand_referrals_daily}. */
  public static PCollection<BrandReferralsDailyRow> of(
      Listen listen, ListenSettings settings, Clock clock) {
    return listen
        .site()
        .sessions()
        .apply("CountSessions", ParDo.of(new CountSessions()))
        .apply("Referrals", BrandReferralsDaily.of(settings, clock));
  }
}
