package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.SessionFact;
import dev.earshot.pipelines.tables.BrandReferralsDailyRow;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** Everything that {@code brand_referrals_daily} is counted from. */
public final class Referrals {
  private Referrals() {}

  /** The rows of {@code brand_referrals_daily}. */
  public static PCollection<BrandReferralsDailyRow> of(
      Listen listen, ListenSettings settings, Clock clock) {
    PCollection<SessionFact> sessions = listen.site().sessions();
    return PCollectionList.of(sessions.apply("CountSessions", ParDo.of(new CountSessions())))
        .and(listen.links().apply("DarkSocial", DarkSocial.of(sessions)))
        .and(
            CustomerJourneys.counts(
                sessions,
                listen.shop().orders(),
                listen.shop().links(),
                listen.interactions(),
                clock))
        .apply("ReferralCounts", Flatten.pCollections())
        .apply("Referrals", BrandReferralsDaily.of(settings, clock));
  }
}
