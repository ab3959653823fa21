package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.SessionFact;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** Everything that referral traffic is measured from. */
public final class Referrals {
  private Referrals() {}

  /** The sums of each brand. */
  public static PCollection<KV<String, Iterable<ReferralDays.Counted>>> of(
      Listen listen, Clock clock) {
    PCollection<SessionFact> sessions = listen.site().sessions();
    return PCollectionList.of(sessions.apply("CountSessions", ParDo.of(new CountSessions())))
        .and(listen.site().pairs().apply("CountPairs", ParDo.of(new CountSessionPairs())))
        .and(listen.links().apply("DarkSocial", DarkSocial.of(sessions)))
        .and(
            CustomerJourneys.counts(
                sessions,
                listen.shop().orders(),
                listen.shop().links(),
                listen.interactions(),
                clock))
        .apply("ReferralCounts", Flatten.pCollections())
        .apply("AddCounts", Sum.longsPerKey())
        .apply("ReferralsByBrand", ParDo.of(new ByBrand()))
        .apply("GroupReferrals", GroupByKey.create());
  }

  private static final class ByBrand
      extends DoFn<KV<ReferralCell, Long>, KV<String, ReferralDays.Counted>> {
    @ProcessElement
    public void process(
        @Element KV<ReferralCell, Long> sum, OutputReceiver<KV<String, ReferralDays.Counted>> out) {
      ReferralCell cell = sum.getKey();
      out.output(
          KV.of(
              cell.brandId(),
              new ReferralDays.Counted(
                  cell.network(), cell.day(), cell.count(), cell.gap(), sum.getValue())));
    }
  }
}
