package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.facts.LinkFact;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.facts.SessionPairFact;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.posts.ResolveTags;
import dev.earshot.pipelines.listen.site.SiteTags;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.referrals.BrandReferrals.Counted;
import dev.earshot.pipelines.run.RunSettings;
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

/**
 * The steps that make {@link BrandReferrals} of visits, pairs of visits, links, orders and
 * interactions. The counts of a brand are added up where they arise: only sums travel.
 */
public final class CountReferrals {
  private CountReferrals() {}

  /** The facts of {@link BrandReferrals#FACTS}. */
  public static PCollection<BrandReferrals> of(Listen listen, RunSettings settings, Clock clock) {
    PCollectionList<KV<ReferralCell, Long>> counts =
        PCollectionList.of(CustomerJourneys.counts(listen, settings, clock));
    if (listen.has(SiteTags.SESSIONS)) {
      PCollection<SessionFact> visits = listen.get(SiteTags.SESSIONS);
      counts =
          counts
              .and(visits.apply("CountSessions", ParDo.of(new OfVisits())))
              .and(listen.get(SiteTags.PAIRS).apply("CountPairs", ParDo.of(new OfPairs())));
      if (listen.has(ResolveTags.LINKS)) {
        PCollection<LinkFact> links = listen.get(ResolveTags.LINKS);
        counts = counts.and(DarkSocial.counts(links, visits, listen.spansByBrand()));
      }
    }
    return counts
        .apply("ReferralCounts", Flatten.pCollections())
        .apply("ReferralsByBrand", ParDo.of(new ByBrand()))
        .apply("AddReferrals", Combine.perKey(new AddCells()))
        .apply("Referrals", ParDo.of(new OfBrand()));
  }

  private static final class OfVisits extends DoFn<SessionFact, KV<ReferralCell, Long>> {
    @ProcessElement
    public void process(@Element SessionFact visit, OutputReceiver<KV<ReferralCell, Long>> out) {
      SiteVisits.count(visit, (cell, number) -> out.output(KV.of(cell, number)));
    }
  }

  private static final class OfPairs extends DoFn<SessionPairFact, KV<ReferralCell, Long>> {
    @ProcessElement
    public void process(@Element SessionPairFact pair, OutputReceiver<KV<ReferralCell, Long>> out) {
      SiteVisits.count(pair, (cell, number) -> out.output(KV.of(cell, number)));
    }
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
  private static final class AddCells
      extends Combine.CombineFn<KV<ReferralCell, Long>, Map<ReferralCell, Long>, List<Counted>> {
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
    public List<Counted> extractOutput(Map<ReferralCell, Long> sums) {
      return BrandReferrals.sums(sums);
    }
  }

  private static final class OfBrand extends DoFn<KV<String, List<Counted>>, BrandReferrals> {
    @ProcessElement
    public void process(
        @Element KV<String, List<Counted>> brand, OutputReceiver<BrandReferrals> out) {
      out.output(new BrandReferrals(brand.getKey(), brand.getValue()));
    }
  }
}
