package dev.earshot.pipelines.tables;

/** The period that a row is about, one of several that nest, and the folder that it stands in. */
@Columns
public record PeriodColumns(
    @Column(
            doc =
                "day, week (Monday to Sunday) or block (four weeks, counted from Monday"
                    + " 1970-01-05)")
        String periodKind,
    @Column(doc = "First day of the period, in the reporting time zone of the brand") int startDate,
    @Column(doc = "Last day of the period, in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date") int dt) {

  /** From a day to a day, both inclusive. */
  public static PeriodColumns of(String kind, int firstDay, int lastDay) {
    return new PeriodColumns(kind, firstDay, lastDay, lastDay);
  }
}
