package dev.earshot.pipelines.tables;

/** The window that a row is about, and the folder that it stands in. */
@Columns
public record WindowColumns(
    @Column(doc = "Days in the window: 1, 7 or 28", unit = "days") int windowDayCount,
    @Column(
            doc =
                "Days of the window that the input covers: from the brand's first record of the"
                    + " kind of source to the last, but for silences of more than 90 days. With"
                    + " fewer than window_day_count the row is of a part of the window: nothing in"
                    + " it is reliable, and it compares with no whole one",
            unit = "days")
        int coveredDayCount,
    @Column(doc = "Last day of the window, in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date") int dt) {

  /** So many days that end on a day, and how many of them the input covers. */
  public static WindowColumns of(int days, int coveredDays, int lastDay) {
    return new WindowColumns(days, coveredDays, lastDay, lastDay);
  }
}
