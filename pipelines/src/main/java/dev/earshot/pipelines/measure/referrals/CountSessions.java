package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.referrals.Medium;
import dev.earshot.models.visits.BotReason;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SessionFact;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Counts visits by what they are. */
final class CountSessions extends DoFn<SessionFact, KV<ReferralCell, Long>> {
  @ProcessElement
  public void process(@Element SessionFact session, OutputReceiver<KV<ReferralCell, Long>> out) {
    count(session, ReferralCount.HIT, session.hitCount(), out);
    BotReason reason = session.botReason();
    if (reason != null) {
      count(session, ReferralCount.BOT, 1, out);
      count(session, ReferralCount.BOT_HIT, session.hitCount(), out);
      count(session, ReferralCount.of(reason), 1, out);
    } else if (!session.hasPage()) {
      count(session, ReferralCount.NO_PAGE, 1, out);
    } else {
      count(session, ReferralCount.HUMAN, 1, out);
      human(session, out);
    }
  }

  private static void human(SessionFact session, OutputReceiver<KV<ReferralCell, Long>> out) {
    if (session.medium() != Medium.SOCIAL) {
      count(session, ReferralCount.of(session.medium()), 1, out);
      return;
    }
    social(session, ReferralCount.SOCIAL, out);
    if (session.isPaid()) {
      social(session, ReferralCount.PAID_SOCIAL, out);
    }
    if (session.isReturning()) {
      social(session, ReferralCount.RETURNING_SOCIAL, out);
    }
  }

  private static void social(
      SessionFact session, ReferralCount count, OutputReceiver<KV<ReferralCell, Long>> out) {
    count(session, count, 1, out);
    if (session.network() != null) {
      out.output(
          KV.of(new ReferralCell(session.brandId(), session.network(), session.day(), count), 1L));
    }
  }

  private static void count(
      SessionFact session,
      ReferralCount count,
      long number,
      OutputReceiver<KV<ReferralCell, Long>> out) {
    out.output(
        KV.of(new ReferralCell(session.brandId(), MentionCell.ALL, session.day(), count), number));
  }
}
