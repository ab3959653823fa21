package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.run.RunSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** Everything that referral traffic is measured from. */
public final class ReferralSums {
  private ReferralSums() {}

  /** The sums of each brand. */
  public static PCollection<KV<String, Iterable<ReferralDays.Counted>>> of(
      Listen listen, RunSettings settings, Clock clock) {
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
                settings,
                clock))
        .apply("ReferralCounts", Flatten.pCollections())
        .apply("ReferralsByBrand", ParDo.of(new ByBrand()))
        .apply("AddReferrals", Combine.perKey(new AddCounts()));
  }

  private static final class ByBrand
      extends DoFn<KV<ReferralCell, Long>, KV<String, KV<ReferralCell, Long>>> {
    @ProcessElement
    public void process(
        @Element KV<ReferralCell, Long> count,
        OutputReceiver<KV<String, KV<ReferralCell, Long>>> out) {
      out.output(KV.of(count.getKey().brandId(), count));
    }
  }

  /** Adds up the counts of a brand, all under one key: a brand has few cells, but many counts. */
  private static final class AddCounts
      extends Combine.CombineFn<
          KV<ReferralCell, Long>, Map<ReferralCell, Long>, Iterable<ReferralDays.Counted>> {
    @Override
    public Map<ReferralCell, Long> createAccumulator() {
      return new HashMap<>();
    }

    @Override
    public Map<ReferralCell, Long> addInput(
        Map<ReferralCell, Long> sums, KV<ReferralCell, Long> count) {
      sums.merge(count.getKey(), count.getValue(), Long::sum);
      return sums;
    }

    @Override
    public Map<ReferralCell, Long> mergeAccumulators(Iterable<Map<ReferralCell, Long>> parts) {
      Map<ReferralCell, Long> sums = createAccumulator();
      parts.forEach(part -> part.forEach((cell, count) -> sums.merge(cell, count, Long::sum)));
      return sums;
    }

    @Override
    public Iterable<ReferralDays.Counted> extractOutput(Map<ReferralCell, Long> sums) {
      List<ReferralDays.Counted> counts = new ArrayList<>();
      sums.forEach(
          (cell, count) ->
              counts.add(
                  new ReferralDays.Counted(
                      cell.network(), cell.day(), cell.count(), cell.gap(), count)));
      return counts;
    }
  }
}
