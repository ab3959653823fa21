package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import dev.earshot.pipelines.tables.BrandInboxDailyRow;
import dev.earshot.pipelines.tables.BrandReferralDailyRow;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.List;

/**
 * Views of the measures whose counts may be added up. The tables hold roll-ups beside their parts,
 * and windows that overlap: a sum over a whole table counts everything many times.
 */
final class SummaryViews {
  private static final List<Integer> WINDOWS = List.of(1, 7, 28);
  private static final List<Integer> DAYS = List.of(1);

  /**
   * The rows of a table that do not overlap.
   *
   * @param name begins the names of the views
   * @param windows the windows that it has
   * @param rollUps the columns in which {@code all} stands for their sum
   */
  private record Summary(
      String name, Class<? extends Record> table, List<Integer> windows, List<String> rollUps) {}

  private static final List<Summary> ALL =
      List.of(
          new Summary(
              "reputation",
              BrandReputationDailyRow.class,
              WINDOWS,
              List.of("network", "language", "dimension")),
          new Summary("topics", BrandTopicDailyRow.class, WINDOWS, List.of()),
          new Summary("referrals", BrandReferralDailyRow.class, WINDOWS, List.of("network")),
          new Summary("engagement", BrandEngagementDailyRow.class, DAYS, List.of("network")),
          new Summary("inbox", BrandInboxDailyRow.class, DAYS, List.of("network")));

  private SummaryViews() {}

  static void write(StringBuilder sql) {
    sql.append("\n-- One row for each brand and date, without roll-ups; topics_* have one for each")
        .append(" topic, inbox_1d for each channel.\n")
        .append("-- Counts of *_1d may be added up over dates and brands; windows of *_7d and")
        .append(" *_28d overlap: take one date.\n");
    for (Summary summary : ALL) {
      for (int window : summary.windows()) {
        write(summary, window, sql);
      }
    }
  }

  private static void write(Summary summary, int window, StringBuilder sql) {
    sql.append("create or replace view ")
        .append(summary.name())
        .append('_')
        .append(window)
        .append("d as select * from ")
        .append(TableSchema.of(summary.table()).name());
    String joint = " where ";
    if (summary.windows().size() > 1) {
      sql.append(joint).append("window_day_count = ").append(window);
      joint = " and ";
    }
    for (String column : summary.rollUps()) {
      sql.append(joint).append(column).append(" = 'all'");
      joint = " and ";
    }
    sql.append(";\n");
  }
}
