package dev.earshot.pipelines.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_alerts",
    doc =
        "Revolts of customers: days in a row on which more authors were negative toward a brand than"
            + " is usual for it. pipelines/docs/alerts.md has how it is told, how often it is wrong"
            + " and how long it takes",
    key = {"brand_id", "opened_date"},
    nextId = 18)
public record BrandAlertRow(
    @Group(ids = {1, 2, 3}) CellColumns cell,
    @Column(
            id = 4,
            doc =
                "Topics that a larger share of the negative authors spoke of, to the peak, than in"
                    + " the 28 days before it opened; at most three, the clearest first")
        List<String> driverTopics,
    @Column(
            id = 5,
            doc = "Negative authors of each of its days, added up: closed_date is the day after",
            unit = "count")
        long observedAuthorCount,
    @Column(
            id = 6,
            doc = "What was usual for these days, by the baseline of each day",
            unit = "count")
        double expectedAuthorCount,
    @Column(id = 7, doc = "Negative authors on peaked_date", unit = "count") long peakAuthorCount,
    @Column(id = 8, doc = "What was usual for that day", unit = "count")
        double peakExpectedAuthorCount,
    @Column(
            id = 9,
            doc =
                "The moving average of how unusual the days were, on opened_date, in standard errors;"
                    + " it opens above 3.5",
            unit = "standard errors")
        double openingScore,
    @Column(
            id = 10,
            doc =
                "The chance of such a score where nothing happens, after Benjamini-Hochberg over the"
                    + " brands of the run on opened_date",
            unit = "probability")
        double qValue,
    @Column(
            id = 11,
            doc = "Days that the baseline of opened_date follows from, 28 to 56",
            unit = "days")
        int baselineDayCount,
    @Column(id = 12, doc = "Days on which the score was above the limit", unit = "days")
        int alertDayCount,
    @Column(
            id = 13,
            doc =
                "True where it was not over by the clock of the run; a later run over opened_date"
                    + " says when it closed")
        boolean isOpen,
    @Column(id = 14, doc = "Its first day, in the reporting time zone of the brand") int openedDate,
    @Column(id = 15, doc = "The day on which most more were negative than is usual") int peakedDate,
    @Column(
            id = 16,
            doc = "The first of three days in a row without an alert, or the next one's first",
            nullMeans = "it is open")
        @Nullable Integer closedDate,
    @PartitionColumn(doc = "The same as opened_date", idInMonths = 17) int dt) {

  /** The same beside the other brands of its first day. */
  public BrandAlertRow withQValue(double other) {
    return new BrandAlertRow(
        cell,
        driverTopics,
        observedAuthorCount,
        expectedAuthorCount,
        peakAuthorCount,
        peakExpectedAuthorCount,
        openingScore,
        other,
        baselineDayCount,
        alertDayCount,
        isOpen,
        openedDate,
        peakedDate,
        closedDate,
        dt);
  }
}
