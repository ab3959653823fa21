package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.referrals.Medium;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.facts.LinkFact;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SessionFact;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Max;
import org.apache.beam.sdk.transforms.Min;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/**
 * Visits without a sign of their origin on pages whose link was posted publicly: those of the 24
 * hours after, and those of the 7 days before, which would have come anyway. Only links for which
 * the site's log holds all of these days.
 */
final class DarkSocial
    extends PTransform<PCollection<LinkFact>, PCollection<KV<ReferralCell, Long>>> {
  private static final long DAY = 24L * 3600 * 1_000_000;
  static final int DAYS_BEFORE = 7;

  /** Events of a page that are held in memory; others on disk. */
  private static final int EVENTS_IN_MEMORY = 100_000;

  private static final Comparator<PageEvent> POSTS_FIRST =
      Comparator.comparing((PageEvent event) -> event.postedDay() == null)
          .thenComparingLong(PageEvent::atMicros);

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
    PCollectionView<Map<String, Long>> first = bound("FirstVisit", Min.ofLongs());
    PCollectionView<Map<String, Long>> last = bound("LastVisit", Max.ofLongs());
    return PCollectionList.of(posted)
        .and(visited)
        .apply("PageEvents", Flatten.pCollections())
        .apply("GroupByPage", GroupByKey.create())
        .apply("CountVisits", ParDo.of(new CountVisits()))
        .apply("CompareDays", ParDo.of(new CompareDays(first, last)).withSideInputs(first, last));
  }

  /** The first or the last moment at which each site was visited by anybody. */
  private PCollectionView<Map<String, Long>> bound(
      String name, Combine.CombineFn<Long, ?, Long> which) {
    return sessions
        .apply(
            name + "Times",
            MapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.longs()))
                .via((SessionFact visit) -> KV.of(visit.brandId(), visit.startedAtMicros())))
        .apply(name, Combine.perKey(which))
        .apply(name + "BySite", View.asMap());
  }

  /**
   * Visits around one posting of a link.
   *
   * @param at moment of the posting, UTC microseconds
   * @param day of the posting
   * @param after visits in the 24 hours after
   * @param before visits in the 7 days before
   */
  record Window(long at, int day, long after, long before) {
    /** Whether a log between two moments holds all days of the window. */
    boolean isWithin(long begin, long end) {
      return begin <= at - DAYS_BEFORE * DAY && end >= at + DAY;
    }

    private Window plus(int moreAfter, int moreBefore) {
      return new Window(at, day, after + moreAfter, before + moreBefore);
    }
  }

  /**
   * The windows of one page; a link that is posted again within 24 hours opens no second one.
   *
   * @param events in any order; read once
   * @throws IOException where the disk is full
   */
  static Collection<Window> windows(Iterable<PageEvent> events) throws IOException {
    NavigableMap<Long, Window> windows = new TreeMap<>();
    try (SortedRows<PageEvent> sorted =
        new SortedRows<>(PageEvent.class, POSTS_FIRST, EVENTS_IN_MEMORY)) {
      sorted.addAll(events);
      sorted.iterator().forEachRemaining(event -> add(event, windows));
    }
    return windows.values();
  }

  private static void add(PageEvent event, NavigableMap<Long, Window> windows) {
    long at = event.atMicros();
    Long open = windows.floorKey(at);
    boolean isInOpen = open != null && at < open + DAY;
    Integer day = event.postedDay();
    if (day == null) {
      if (isInOpen) {
        windows.computeIfPresent(open, (posted, window) -> window.plus(1, 0));
      }
      windows
          .subMap(at, false, at + DAYS_BEFORE * DAY, true)
          .replaceAll((posted, window) -> window.plus(0, 1));
    } else if (!isInOpen) {
      windows.put(at, new Window(at, day, 0, 0));
    }
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

  private static final class CountVisits
      extends DoFn<KV<String, Iterable<PageEvent>>, KV<String, Window>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<PageEvent>> page, OutputReceiver<KV<String, Window>> out)
        throws IOException {
      String brand = page.getKey().substring(0, page.getKey().indexOf('\n'));
      windows(page.getValue()).forEach(window -> out.output(KV.of(brand, window)));
    }
  }

  private static final class CompareDays extends DoFn<KV<String, Window>, KV<ReferralCell, Long>> {
    private final PCollectionView<Map<String, Long>> first;
    private final PCollectionView<Map<String, Long>> last;

    CompareDays(PCollectionView<Map<String, Long>> first, PCollectionView<Map<String, Long>> last) {
      this.first = first;
      this.last = last;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String brand = context.element().getKey();
      Window window = context.element().getValue();
      long begin = context.sideInput(first).getOrDefault(brand, Long.MAX_VALUE);
      long end = context.sideInput(last).getOrDefault(brand, Long.MIN_VALUE);
      if (window.isWithin(begin, end)) {
        emit(brand, window.day(), ReferralCount.DARK_LINK, 1, context);
        emit(brand, window.day(), ReferralCount.DARK_AFTER, window.after(), context);
        emit(brand, window.day(), ReferralCount.DARK_BEFORE, window.before(), context);
      }
    }

    private static void emit(
        String brand, int day, ReferralCount count, long number, ProcessContext out) {
      if (number > 0) {
        out.output(KV.of(new ReferralCell(brand, MentionCell.ALL, day, count), number));
      }
    }
  }
}
