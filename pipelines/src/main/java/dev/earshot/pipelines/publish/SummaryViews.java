package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import dev.earshot.pipelines.tables.BrandInboxRow;
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
  private static final List<Part> WINDOWS =
      List.of(
          new Part("1d", "window_day_count = 1"),
          new Part("7d", "window_day_count = 7"),
          new Part("28d", "window_day_count = 28"));
  private static final List<Part> DAYS = List.of(new Part("1d", ""));
  private static final List<Part> PERIODS =
      List.of(
          new Part("1d", "period_kind = 'day'"),
          new Part("7d", "period_kind = 'week'"),
          new Part("28d", "period_kind = 'block'"));

  /**
   * Rows of one length.
   *
   * @param suffix ends the view's name
   * @param condition tells the rows; empty for all
   */
  private record Part(String suffix, String condition) {}

  /**
   * The rows of a table that do not overlap.
   *
   * @param name begins the names of the views
   * @param parts the lengths that it has
   * @param rollUps the columns in which {@code all} stands for their sum
   */
  private record Summary(
      String name, Class<? extends Record> table, List<Part> parts, List<String> rollUps) {}

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
          new Summary("inbox", BrandInboxRow.class, PERIODS, List.of("network")));

  private SummaryViews() {}

  static void write(List<TableSchema> tables, StringBuilder sql) {
    sql.append("\n-- One row for each brand and date, without roll-ups; topics_* have one for each")
        .append(" topic, inbox_* for each channel.\n")
        .append("-- Counts of *_1d may be added up over dates and brands; windows of *_7d and")
        .append(" *_28d overlap, but those of inbox_*: take one date.\n");
    for (Summary summary : ALL) {
      if (tables.contains(TableSchema.of(summary.table()))) {
        for (Part part : summary.parts()) {
          write(summary, part, sql);
        }
      }
    }
  }

  private static void write(Summary summary, Part part, StringBuilder sql) {
    sql.append("create or replace view ")
        .append(summary.name())
        .append('_')
        .append(part.suffix())
        .append(" as select * from ")
        .append(TableSchema.of(summary.table()).name());
    String joint = " where ";
    if (!part.condition().isEmpty()) {
      sql.append(joint).append(part.condition());
      joint = " and ";
    }
    for (String column : summary.rollUps()) {
      sql.append(joint).append(column).append(" = 'all'");
      joint = " and ";
    }
    sql.append(";\n");
  }
}
