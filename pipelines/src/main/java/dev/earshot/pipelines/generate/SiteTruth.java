package dev.earshot.pipelines.generate;

import dev.earshot.pipelines.generate.Period.LocalDates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run must say of the visits of the brands' sites and of the links that were posted. */
final class SiteTruth {
  private final List<LocalDates> dates;
  private final Map<String, long[]> visits = new TreeMap<>();
  private final Map<String, long[]> links = new TreeMap<>();

  SiteTruth(Grid grid) {
    dates = grid.brands().stream().map(brand -> grid.period().dates(brand.zone())).toList();
  }

  private String date(FictionalBrand brand, long moment) {
    return Period.date(dates.get(brand.index()).index(moment)).toString();
  }

  /**
   * Adds a visit.
   *
   * @param botReason why the visitor is a program, or null for a person
   * @param isReturning whether it is a person's second visit with a page, or a later one
   */
  void addVisit(
      FictionalBrand brand,
      long startedAt,
      Arrival arrival,
      @Nullable String botReason,
      boolean isReturning,
      int hits,
      int pages) {
    boolean isHuman = botReason == null && pages > 0;
    String key =
        String.join(
            ",",
            brand.id(),
            date(brand, startedAt),
            arrival.medium(),
            text(arrival.network()),
            arrival.evidence(),
            text(botReason),
            Boolean.toString(isHuman),
            Boolean.toString(arrival.isPaid()));
    long[] counts = visits.computeIfAbsent(key, absent -> new long[4]);
    counts[0]++;
    counts[1] += isReturning ? 1 : 0;
    counts[2] += hits;
    counts[3] += pages;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * Adds the links to a page: a link opens 24 hours, in which no other does, and counts where the
   * site was seen in the 7 days before and until the end.
   *
   * @param visits moments of the visits of the page without a sign of their origin
   * @param followed how many of them followed the link
   * @param first the first visit of the site, by anybody
   * @param last the last one
   */
  void addLinks(
      FictionalBrand brand,
      PostedPages.Page page,
      List<Long> visits,
      int followed,
      long first,
      long last) {
    List<Long> posted = new ArrayList<>(page.postedAt());
    Collections.sort(posted);
    long open = Long.MIN_VALUE;
    boolean isFirst = true;
    for (long at : posted) {
      if (at < open) {
        continue;
      }
      open = at + Period.DAY;
      if (first <= at - 7L * Period.DAY && last >= open) {
        long[] counts =
            links.computeIfAbsent(brand.id() + "," + date(brand, at), absent -> new long[4]);
        counts[0]++;
        for (long visit : visits) {
          counts[1] += visit >= at && visit < at + Period.DAY ? 1 : 0;
          counts[2] += visit >= at - 7L * Period.DAY && visit < at ? 1 : 0;
        }
        counts[3] += isFirst ? followed : 0;
      }
      isFirst = false;
    }
  }

  void write(Path folder) throws IOException {
    String header =
        "brand_id,date,medium,network,evidence,bot_reason,is_human,is_paid,session_count,"
            + "returning_session_count,hit_count,page_view_count";
    write(folder.resolve("visits.csv"), header, visits);
    write(
        folder.resolve("links.csv"),
        "brand_id,date,link_count,visit_count_after,visit_count_before,followed_count",
        links);
  }

  private static void write(Path path, String header, Map<String, long[]> rows) throws IOException {
    try (CsvFile file = new CsvFile(path, header)) {
      for (Map.Entry<String, long[]> row : rows.entrySet()) {
        long[] counts = row.getValue();
        file.row(row.getKey(), counts[0], counts[1], counts[2], counts[3]);
      }
    }
  }
}
