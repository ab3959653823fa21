package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** The period that a row is about, one of several that nest, and the folder that it stands in. */
@Columns
public record PeriodColumns(
    @Column(
            doc =
                "day, week (Monday to Sunday) or block (four weeks, counted from Monday"
                    + " 1970-01-05)")
        String periodKind,
    @Column(
            doc =
                "Days of the period that the input's posts about the brand cover: from the first to"
                    + " the last, but for silences of more than 90 days. With fewer than all its"
                    + " days the row is of a part of the period: nothing in it is reliable, and it"
                    + " compares with no whole one",
            unit = "days",
            nullMeans =
                "direct messages: on which days nobody wrote would give small numbers of people"
                    + " away")
        @Nullable Integer coveredDayCount,
    @Column(doc = "First day of the period, in the reporting time zone of the brand") int startDate,
    @Column(doc = "Last day of the period, in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date") int dt) {

  /** From a day to a day, both inclusive. */
  public static PeriodColumns of(
      String kind, @Nullable Integer coveredDays, int firstDay, int lastDay) {
    return new PeriodColumns(kind, coveredDays, firstDay, lastDay, lastDay);
  }
}
