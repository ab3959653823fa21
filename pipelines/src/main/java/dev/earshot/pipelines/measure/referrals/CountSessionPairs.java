package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.referrals.Medium;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SessionPairFact;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Counts pairs of visits of one person for each rate. */
final class CountSessionPairs extends DoFn<SessionPairFact, KV<ReferralCell, Long>> {
  private static final List<Medium> RATES =
      List.of(Medium.SOCIAL, Medium.SEARCH, Medium.CHATBOT, Medium.EMAIL, Medium.DIRECT);

  @ProcessElement
  public void process(@Element SessionPairFact pair, OutputReceiver<KV<ReferralCell, Long>> out) {
    emit(pair, MentionCell.ALL, ReferralCount.PAIR, 1, out);
    for (Medium medium : RATES) {
      ReferralCount rate = ReferralCount.of(medium);
      count(pair, MentionCell.ALL, rate, way -> way.medium() == medium, out);
    }
    String one = pair.one().network();
    String other = pair.other().network();
    if (one != null) {
      count(pair, one, ReferralCount.SOCIAL, way -> one.equals(way.network()), out);
    }
    if (other != null && !Objects.equals(one, other)) {
      count(pair, other, ReferralCount.SOCIAL, way -> other.equals(way.network()), out);
    }
  }

  private static void count(
      SessionPairFact pair,
      String network,
      ReferralCount rate,
      Predicate<SessionPairFact.Way> test,
      OutputReceiver<KV<ReferralCell, Long>> out) {
    int came = (test.test(pair.one()) ? 1 : 0) + (test.test(pair.other()) ? 1 : 0);
    if (came > 0) {
      emit(pair, network, rate.mixed(), came, out);
    }
    if (came == 2) {
      emit(pair, network, rate.both(), 1, out);
    }
  }

  private static void emit(
      SessionPairFact pair,
      String network,
      ReferralCount count,
      long each,
      OutputReceiver<KV<ReferralCell, Long>> out) {
    ReferralCell cell = new ReferralCell(pair.brandId(), network, pair.day(), count, pair.gap());
    out.output(KV.of(cell, each * pair.count()));
  }
}
