package dev.earshot.pipelines.tables;

/** The window that a row is about, and the folder that it stands in. */
@Columns
public record WindowColumns(
    @Column(doc = "Days in the window: 1, 7 or 28", unit = "days") int windowDayCount,
    @Column(doc = "Last day of the window, in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date") int dt) {

  /** So many days that end on a day. */
  public static WindowColumns of(int days, int lastDay) {
    return new WindowColumns(days, lastDay, lastDay);
  }
}
