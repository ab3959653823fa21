package dev.earshot.pipelines.measure;

import dev.earshot.models.referrals.Medium;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.LinkFact;
import dev.earshot.pipelines.listen.SessionFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;

/**
 * Visits without a sign of their origin on pages whose link was posted publicly: those of the 24
 * hours after, and those of the 7 days before, which would have come anyway.
 */
final class DarkSocial
    extends PTransform<PCollection<LinkFact>, PCollection<KV<ReferralCell, Long>>> {
  private static final long DAY = 24L * 3600 * 1_000_000;
  private static final int DAYS_BEFORE = 7;

  private final PCollection<SessionFact> sessions;

  private DarkSocial(PCollection<SessionFact> sessions) {
    this.sessions = sessions;
  }

  static DarkSocial of(PCollection<SessionFact> sessions) {
    return new DarkSocial(sessions);
  }

  /** Something that happened to a page; a day where a link was posted, null for a visit. */
  record PageEvent(long atMicros, @Nullable Integer postedDay) {}

  @Override
  public PCollection<KV<ReferralCell, Long>> expand(PCollection<LinkFact> links) {
    PCollection<KV<String, PageEvent>> posted =
        links.apply("PostedPages", ParDo.of(new PostedPages()));
    PCollection<KV<String, PageEvent>> visited =
        sessions.apply("VisitedPages", ParDo.of(new VisitedPages()));
    return PCollectionList.of(posted)
        .and(visited)
        .apply("PageEvents", Flatten.pCollections())
        .apply("GroupByPage", GroupByKey.create())
        .apply("CompareDays", ParDo.of(new CompareDays()));
  }

  private static final class PostedPages extends DoFn<LinkFact, KV<String, PageEvent>> {
    @ProcessElement
    public void process(@Element LinkFact link, OutputReceiver<KV<String, PageEvent>> out) {
      out.output(
          KV.of(
              link.brandId() + '\n' + link.path(),
              new PageEvent(link.postedAtMicros(), link.day())));
    }
  }

  private static final class VisitedPages extends DoFn<SessionFact, KV<String, PageEvent>> {
    @ProcessElement
    public void process(@Element SessionFact session, OutputReceiver<KV<String, PageEvent>> out) {
      if (session.isHuman() && session.medium() == Medium.DIRECT) {
        String path = session.path();
        String page = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        out.output(
            KV.of(session.brandId() + '\n' + page, new PageEvent(session.startedAtMicros(), null)));
      }
    }
  }

  private static final class CompareDays
      extends DoFn<KV<String, Iterable<PageEvent>>, KV<ReferralCell, Long>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<PageEvent>> page, OutputReceiver<KV<ReferralCell, Long>> out) {
      List<PageEvent> posts = new ArrayList<>();
      List<Long> visits = new ArrayList<>();
      for (PageEvent event : page.getValue()) {
        if (event.postedDay() == null) {
          visits.add(event.atMicros());
        } else {
          posts.add(event);
        }
      }
      String brand = page.getKey().substring(0, page.getKey().indexOf('\n'));
      posts.sort(Comparator.comparingLong(PageEvent::atMicros));
      long end = Long.MIN_VALUE;
      for (PageEvent post : posts) {
        long at = post.atMicros();
        Integer day = post.postedDay();
        // A link that is posted again within 24 hours opens no second day.
        if (at >= end && day != null) {
          end = at + DAY;
          emit(brand, day, ReferralCount.DARK_LINK, 1, out);
          emit(brand, day, ReferralCount.DARK_AFTER, between(visits, at, at + DAY), out);
          emit(
              brand,
              day,
              ReferralCount.DARK_BEFORE,
              between(visits, at - DAYS_BEFORE * DAY, at),
              out);
        }
      }
    }

    private static long between(List<Long> visits, long from, long to) {
      return visits.stream().filter(visit -> visit >= from && visit < to).count();
    }

    private static void emit(
        String brand,
        int day,
        ReferralCount count,
        long number,
        OutputReceiver<KV<ReferralCell, Long>> out) {
      if (number > 0) {
        out.output(KV.of(new ReferralCell(brand, CellKey.ALL, day, count), number));
      }
    }
  }
}
