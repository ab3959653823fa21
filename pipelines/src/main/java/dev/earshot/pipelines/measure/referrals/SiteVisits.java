package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.referrals.Medium;
import dev.earshot.models.visits.BotReason;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.facts.SessionPairFact;
import dev.earshot.pipelines.facts.SessionPairFact.Way;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What a visit, and a pair of visits of one person, adds to the cells of its brand and day. */
public final class SiteVisits {
  /** The media that have a rate, and so an interval, which the pairs are for. */
  private static final List<Medium> RATES =
      List.of(Medium.SOCIAL, Medium.SEARCH, Medium.CHATBOT, Medium.EMAIL, Medium.DIRECT);

  private SiteVisits() {}

  /** Counts a visit by what it is. */
  public static void count(SessionFact visit, ReferralCell.Sums sums) {
    add(visit, ReferralCount.HIT, visit.hitCount(), sums);
    BotReason reason = visit.botReason();
    if (reason != null) {
      add(visit, ReferralCount.BOT, 1, sums);
      add(visit, ReferralCount.BOT_HIT, visit.hitCount(), sums);
      add(visit, ReferralCount.of(reason), 1, sums);
    } else if (!visit.hasPage()) {
      add(visit, ReferralCount.NO_PAGE, 1, sums);
    } else {
      add(visit, ReferralCount.HUMAN, 1, sums);
      addHuman(visit, sums);
    }
  }

  private static void addHuman(SessionFact visit, ReferralCell.Sums sums) {
    if (visit.medium() != Medium.SOCIAL) {
      add(visit, ReferralCount.of(visit.medium()), 1, sums);
      return;
    }
    addSocial(visit, ReferralCount.SOCIAL, sums);
    if (visit.isPaid()) {
      addSocial(visit, ReferralCount.PAID_SOCIAL, sums);
    }
    if (visit.isReturning()) {
      addSocial(visit, ReferralCount.RETURNING_SOCIAL, sums);
    }
  }

  private static void addSocial(SessionFact visit, ReferralCount count, ReferralCell.Sums sums) {
    add(visit, count, 1, sums);
    if (visit.network() != null) {
      sums.add(new ReferralCell(visit.brandId(), visit.network(), visit.day(), count), 1);
    }
  }

  private static void add(
      SessionFact visit, ReferralCount count, long number, ReferralCell.Sums sums) {
    sums.add(new ReferralCell(visit.brandId(), MentionCell.ALL, visit.day(), count), number);
  }

  /** Counts pairs of visits for each rate. */
  public static void count(SessionPairFact pair, ReferralCell.Sums sums) {
    add(pair, MentionCell.ALL, ReferralCount.PAIR, 1, sums);
    for (Medium medium : RATES) {
      ReferralCount rate = ReferralCount.of(medium);
      add(pair, MentionCell.ALL, rate, way -> way.medium() == medium, sums);
    }
    String one = pair.one().network();
    String other = pair.other().network();
    if (one != null) {
      add(pair, one, ReferralCount.SOCIAL, way -> one.equals(way.network()), sums);
    }
    if (other != null && !Objects.equals(one, other)) {
      add(pair, other, ReferralCount.SOCIAL, way -> other.equals(way.network()), sums);
    }
  }

  private static void add(
      SessionPairFact pair,
      String network,
      ReferralCount rate,
      Predicate<Way> cameSo,
      ReferralCell.Sums sums) {
    int came = (cameSo.test(pair.one()) ? 1 : 0) + (cameSo.test(pair.other()) ? 1 : 0);
    if (came > 0) {
      add(pair, network, rate.mixed(), came, sums);
    }
    if (came == 2) {
      add(pair, network, rate.both(), 1, sums);
    }
  }

  private static void add(
      SessionPairFact pair,
      String network,
      ReferralCount count,
      long each,
      ReferralCell.Sums sums) {
    sums.add(
        new ReferralCell(pair.brandId(), network, pair.day(), count, pair.gap()),
        each * pair.count());
  }
}
