package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.episodes.Episodes;
import dev.earshot.models.referrals.Medium;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.facts.LinkFact;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.listen.read.BrandSpans;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Visits without a sign of their origin on a page whose link was posted publicly: those of the 24
 * hours after, and those of the 7 days before, which would have come anyway. Only links for which
 * the site's log holds all of these days.
 */
public final class PostedPage {
  private static final long DAY = 24L * 3600 * 1_000_000;
  static final int DAYS_BEFORE = 7;

  /** Links that are posted again and again open windows afresh with a block of these. */
  private static final int BLOCK_DAYS = 28;

  /** What the windows of a day ask for, visits of the page and earlier posts of its link. */
  static final Context CONTEXT =
      InputContext.VISIT
          .over(new Reach(DAYS_BEFORE, 1))
          .or(InputContext.REPLIES.over(Reach.back(2 * BLOCK_DAYS + 1)));

  /** Events of a page that are held in memory; others on disk. */
  private static final int EVENTS_IN_MEMORY = 100_000;

  private static final Comparator<Event> POSTS_FIRST =
      Comparator.comparing((Event event) -> event.postedDay() == null)
          .thenComparingLong(Event::atMicros);

  private PostedPage() {}

  /** Something that happened to a page; a day where a link was posted, null for a visit. */
  public record Event(long atMicros, @Nullable Integer postedDay) {
    public static Event of(LinkFact link) {
      return new Event(link.postedAtMicros(), link.day());
    }

    public static Event of(SessionFact visit) {
      return new Event(visit.startedAtMicros(), null);
    }
  }

  /** The page that a visit without a sign of its origin opened first; null for other visits. */
  public static @Nullable String pathOf(SessionFact visit) {
    if (!visit.isHuman() || visit.medium() != Medium.DIRECT) {
      return null;
    }
    String path = visit.path();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /**
   * Visits around one posting of a link.
   *
   * @param at moment of the posting, UTC microseconds
   * @param day of the posting
   * @param after visits in the 24 hours after
   * @param before visits in the 7 days before
   */
  public record Window(long at, int day, long after, long before) {
    /** Whether a log holds all days of the window. */
    boolean isWithin(BrandSpans.Span log) {
      return log.firstMicros() <= at - DAYS_BEFORE * DAY && log.lastMicros() >= at + DAY;
    }

    private Window plus(int moreAfter, int moreBefore) {
      return new Window(at, day, after + moreAfter, before + moreBefore);
    }

    /**
     * Adds the visits around the posting.
     *
     * @param log from when to when the site was asked for anything; null where it never was
     */
    public void count(String brandId, BrandSpans.@Nullable Span log, ReferralCell.Sums sums) {
      if (log != null && isWithin(log)) {
        add(brandId, ReferralCount.DARK_LINK, 1, sums);
        add(brandId, ReferralCount.DARK_AFTER, after, sums);
        add(brandId, ReferralCount.DARK_BEFORE, before, sums);
      }
    }

    private void add(String brandId, ReferralCount count, long number, ReferralCell.Sums sums) {
      if (number > 0) {
        sums.add(new ReferralCell(brandId, MentionCell.ALL, day, count), number);
      }
    }
  }

  /**
   * The windows of one page; a link that is posted again within 24 hours opens no second one. Where
   * a link is posted without a day between for weeks, which opens one is told afresh as {@link
   * Episodes} are cut.
   *
   * @param events in any order; read once
   * @throws IOException where the disk is full
   */
  public static Collection<Window> windows(Iterable<Event> events) throws IOException {
    NavigableMap<Long, Window> windows = new TreeMap<>();
    try (SortedRows<Event> sorted = new SortedRows<>(Event.class, POSTS_FIRST, EVENTS_IN_MEMORY)) {
      sorted.addAll(events);
      Episodes postings = new Episodes(DAY - 1, BLOCK_DAYS * DAY);
      sorted.iterator().forEachRemaining(event -> add(event, postings, windows));
    }
    return windows.values();
  }

  private static void add(Event event, Episodes postings, NavigableMap<Long, Window> windows) {
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
    } else if (postings.isBegunBy(at) || !isInOpen) {
      windows.put(at, new Window(at, day, 0, 0));
    }
  }
}
